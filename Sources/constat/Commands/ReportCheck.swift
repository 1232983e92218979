import ArgumentParser
import ConstatControls
import ConstatDocuments
import ConstatYAML
import Foundation

extension Report {
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check the definition of a report of your own.", discussion: "Example:\n  constat report check Reports/mine.yaml")
        @OptionGroup var place: WorkspaceOptions
        @Argument(help: "The file.") var file: String

        func run() throws {
            let frameworks = try Judging(place.folders()).frameworks.map(\.id)
            let value: YAMLValue
            do { value = try YAMLValue.parse(String(decoding: Files.bytes(file), as: UTF8.self), file: file) } catch let fault as YAMLFault
            {
                throw UsageError(fault)
            }
            let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
            let faults = ReportDefinition.faults(value, name: name, frameworks: frameworks)
            guard faults.isEmpty else { throw UsageError.severalFaults(faults) }
            Terminal.say("\(file): nothing is wrong")
        }
    }
}
