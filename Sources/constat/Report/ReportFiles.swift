import ConstatControls
import ConstatDocuments
import ConstatModel
import ConstatResources
import ConstatYAML
import Foundation

extension ResourceFolders {
    /// The definition of a report, by the name of its file.
    func report(_ name: String, _ judging: Judging) throws -> ReportDefinition {
        guard reportNames.contains(name) else { throw UsageError.unknownWord(option: "report", word: name, known: reportNames) }
        do { return try ReportDefinition(yaml(.reports, "\(name).yaml"), frameworks: judging.frameworks.map(\.id)) } catch let fault as YAMLFault {
            throw UsageError(fault)
        }
    }

    /// The names of all reports there are, sorted.
    var reportNames: [String] {
        let files = folders(.reports).flatMap { (try? FileManager.default.contentsOfDirectory(atPath: $0.path)) ?? [] }
        return Set(files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }).sorted()
    }
}
