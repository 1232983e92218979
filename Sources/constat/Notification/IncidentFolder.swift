import ConstatModel
import ConstatNotification
import ConstatYAML
import Foundation

/// The fact files of a workspace: `incidents/*.yaml`.
struct IncidentFolder {
    let path: String
    let catalogue: FactCatalogue
    let asOf: Instant

    /// Where the file of a case lies when it is written anew.
    func path(of record: Record) -> String {
        URL(fileURLWithPath: path).appendingPathComponent(record.fileName + ".yaml").path
    }

    private var files: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { URL(fileURLWithPath: path).appendingPathComponent($0).path }
    }

    /// Every file.
    ///
    /// - Throws: all faults of the first that is not as it should be.
    func all() throws -> [FactFile] { try files.map { try read($0, asOf: nil) } }

    /// The file about a case and where it lies; nil when there is none.
    func file(of record: Record) throws -> (file: FactFile, path: String)? {
        for path in files {
            let text = String(decoding: try Files.bytes(path), as: UTF8.self)
            // Other cases' files may wait for a correction.
            if let other = try? YAMLValue.parse(text, file: path)["case"], other["native"]?.text.map({ $0 != record.native }) ?? false {
                continue
            }
            let file = try read(path, asOf: asOf)
            if file.isOf(record) { return (file, path) }
        }
        return nil
    }

    private func read(_ path: String, asOf: Instant?) throws -> FactFile {
        let text = String(decoding: try Files.bytes(path), as: UTF8.self)
        let name = "\(URL(fileURLWithPath: self.path).lastPathComponent)/\(URL(fileURLWithPath: path).lastPathComponent)"
        do { return try FactFile(YAMLValue.parse(text, file: name), catalogue, asOf: asOf) } catch let fault as YAMLFault {
            throw UsageError.severalFaults([fault])
        } catch let faults as FactFaults { throw UsageError.severalFaults(faults.all) }
    }
}
