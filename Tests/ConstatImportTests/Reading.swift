import ConstatModel
import Foundation

@testable import ConstatImport

/// What a file gives, for tests.
struct Reading {
    var records: [Record] = []
    var refused: [Refusal] = []
    var remarks: [String: Int] = [:]
    var rows = 0
    var profile = ""

    static let asOf = Instant(iso: "2026-12-01T00:00:00Z") ?? Instant(milliseconds: 0)

    init(_ path: String, _ library: ProfileLibrary, change: (inout Importer.Options) -> Void = { _ in }) throws {
        let importer = Importer(library: library)
        var options = Importer.Options(fallbackTenant: "acme", asOf: Self.asOf)
        change(&options)
        let name = URL(fileURLWithPath: path).lastPathComponent
        let profile = try importer.recognise(path: path, name: name, options: options)
        self.profile = profile.name
        var found = self
        let facts = try importer.read(path: path, name: name, with: profile, options: options) { row in
            switch row {
            case .record(let record, _, let remarks):
                found.records.append(record)
                for remark in remarks { found.remarks["\(remark.kind.rawValue) \(remark.field)", default: 0] += 1 }
            case .refused(let refusal): found.refused.append(refusal)
            }
        }
        found.rows = facts.rows
        self = found
    }
}
