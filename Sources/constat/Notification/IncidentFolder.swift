import ConstatModel
import ConstatNotification
import ConstatYAML
import Foundation

/// The fact files of a workspace: `incidents/*.yaml`.
struct IncidentFolder {
    let path: String
    let catalogue: FactCatalogue
    let asOf: Instant

    /// Where a file of a name lies.
    func path(_ name: String) -> String { URL(fileURLWithPath: path).appendingPathComponent(name + ".yaml").path }

    private var paths: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted().map {
            URL(fileURLWithPath: path).appendingPathComponent($0).path
        }
    }

    /// Every file of a tenant, or of all.
    ///
    /// - Returns: those that can be read, and all faults of the others.
    func all(tenant: String?) throws -> (files: [FactFile], faults: [YAMLFault]) {
        var (files, faults): ([FactFile], [YAMLFault]) = ([], [])
        for path in paths {
            if let tenant, let told = identity(path, "tenant"), told != tenant { continue }
            do {
                let file = try read(path, asOf: nil)
                if files.contains(where: { $0.isAbout(file) }) { faults.append(Self.second(name(path))) } else { files.append(file) }
            } catch let error as FactFaults { faults += error.all }
        }
        return (files, faults)
    }

    /// The file about a case and where it lies; nil when there is none. Other cases' files may wait for a correction.
    func file(of record: Record) throws -> (file: FactFile, path: String)? {
        var found: (file: FactFile, path: String)?
        for path in paths where identity(path, "native").map({ $0 == record.native }) ?? true {
            do {
                let file = try read(path, asOf: asOf)
                guard file.isOf(record) else { continue }
                if found != nil { throw UsageError.severalFaults([Self.second(name(path))]) }
                found = (file, path)
            } catch let error as FactFaults { throw UsageError.severalFaults(error.all) }
        }
        return found
    }

    private static func second(_ file: String) -> YAMLFault {
        YAMLFault(
            place: YAMLPlace(file: file, line: 1, column: 1), problem: "another file is about the same case",
            remedy: "put them together and remove one")
    }

    /// What a file says of its case, whatever else may be wrong in it; nil when it says nothing that can be read.
    private func identity(_ path: String, _ key: String) -> String? {
        guard let text = try? text(path) else { return nil }
        return (try? YAMLValue.parse(text, file: path))?["case"]?[key]?.text
    }

    private func name(_ path: String) -> String {
        "\(URL(fileURLWithPath: self.path).lastPathComponent)/\(URL(fileURLWithPath: path).lastPathComponent)"
    }

    private func text(_ path: String) throws -> String {
        guard let text = String(validating: try Files.bytes(path), as: UTF8.self) else {
            let place = YAMLPlace(file: name(path), line: 1, column: 1)
            throw FactFaults(all: [YAMLFault(place: place, problem: "this is not UTF-8", remedy: "save it as UTF-8")])
        }
        return text
    }

    private func read(_ path: String, asOf: Instant?) throws -> FactFile {
        let text = try text(path)
        do { return try FactFile(YAMLValue.parse(text, file: name(path)), catalogue, asOf: asOf) } catch let fault as YAMLFault {
            throw FactFaults(all: [fault])
        }
    }
}
