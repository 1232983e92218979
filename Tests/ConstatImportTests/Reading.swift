import ConstatModel
import Foundation

@testable import ConstatImport

/// What a file gives, for tests.
struct Reading {
    /// A change, and the key of its record.
    struct Change {
        let key: Int64
        let transition: Transition
        let given: Given
    }

    var records: [Record] = []
    var refused: [Refusal] = []
    var remarks: [String: Int] = [:]
    var changes: [Change] = []
    var historyRows = 0
    var profile = ""

    /// Records, refusals and rows that told changes only.
    var rows: Int { records.count + refused.count + historyRows }

    static let asOf = Instant(iso: "2026-12-01T00:00:00Z") ?? Instant(milliseconds: 0)

    /// Names are kept as they are, so that fixtures can be read.
    static var options: Importer.Options {
        Importer.Options(fallbackTenant: "acme", asOf: asOf, privacy: Privacy([.assignee: .keep, .fact("author"): .keep], key: [1]))
    }

    init(_ path: String, _ library: ProfileLibrary, change: (inout Importer.Options) -> Void = { _ in }) throws {
        let importer = Importer(library: library)
        var options = Self.options
        change(&options)
        let name = URL(fileURLWithPath: path).lastPathComponent
        let export = try Export(path: path, name: name)
        let profile = try importer.recognise(export, options: options)
        self.profile = profile.name
        var found = self
        _ = try importer.read(export, with: profile, options: options) { found.add($0) }
        self = found
    }

    private mutating func add(_ part: Mapped) {
        records += (0..<part.records.count).map { row in part.records.record(row) { part.records.terms.texts[Int($0)] } }
        refused += part.refusals
        historyRows += part.historyRows
        for (remark, count) in part.remarks { remarks["\(remark.kind.rawValue) \(remark.field)", default: 0] += count }
        for row in 0..<part.changes.count {
            guard let transition = part.changes.transition(row, term: { part.changes.terms.texts[Int($0)] }) else { continue }
            let given = Given(rawValue: part.changes.value(TransitionColumn.given, row) ?? 0)
            changes.append(Change(key: part.changes[BatchShape.key, row], transition: transition, given: given))
        }
    }

    /// The key of a record of this file, by its id.
    func key(_ native: String, _ profile: Profile, tenant: String? = nil) -> Int64 {
        var hash = Hash64()
        let owner = tenant ?? records.first { $0.native == native }?.tenant ?? "acme"
        return Batch.key(kind: Int64(profile.kind.rawValue), source: profile.source, tenant: owner, native: native, &hash)
    }

    /// What a record's states and changes in this file together tell.
    func derived(_ native: String, _ key: Int64, _ profile: Profile) -> Record? {
        let states = records.filter { $0.native == native }.sorted { ($0.revision, $0.progress) > ($1.revision, $1.progress) }
        // A file of changes alone derives from nothing but them.
        let bare = Record(kind: profile.kind, source: profile.source, tenant: "acme", native: native)
        var history = RecordHistory(states: states.isEmpty ? [bare] : states)
        history.transitions = changes.filter { $0.key == key }.map(\.transition)
        history.rules = profile.derive
        history.isStatusComplete = changes.contains { $0.key == key && $0.given.contains(.statusHistory) }
        return history.derived()
    }
}
