import ConstatModel
import GRDB

/// The cases that alerts belong to, with their verdicts.
///
/// A tool names its own cases; Constat's own forms name those of whatever tool keeps them.
struct ParentCases {
    private static let form = "constat"

    /// The verdict of each case, or `missing`.
    private var byKey: [Int64: Int64] = [:]
    private var sources: [String] = []

    init(_ rows: StoredRows) throws {
        var codes: Set<Int64> = []
        try rows.each(StoredRows.Condition(kind: .case)) { segment, live in
            let keys = try rows.table.integers(BatchShape.key, of: segment)
            let verdicts = try rows.table.integers(RecordColumn.verdict, of: segment)
            let sources = try rows.table.integers(RecordColumn.source, of: segment)
            for row in live { byKey[keys[row]] = verdicts[row] }
            codes.formUnion(live.lazy.map { sources[$0] }.distinct())
        }
        sources = try codes.map(rows.terms.text).sorted()
    }

    /// Whether no case has a verdict.
    var isWithoutVerdict: Bool { byKey.values.allSatisfy { $0 == Batch.missing } }

    /// Of an alert's case; nil for other records, and where there is none.
    func verdict(of record: ConstatModel.Record) -> Verdict? {
        guard record.kind == .alert, let parent = record.caseID else { return nil }
        return code(source: record.source, tenant: record.tenant, native: parent).flatMap { Verdict(rawValue: Int($0)) }
    }

    /// The verdict of a case; nil where it has none.
    func code(source: String, tenant: String, native: String) -> Int64? {
        byKey[key(source: source, tenant: tenant, native: native)].flatMap { $0 == Batch.missing ? nil : $0 }
    }

    /// The hash that names the case an alert belongs to, be it there or not.
    func key(source: String, tenant: String, native: String) -> Int64 {
        func key(_ source: String) -> Int64 { Batch.key(.case, source: source, tenant: tenant, native: native) }
        let own = key(source)
        guard source == Self.form, byKey[own] == nil else { return own }
        let others = sources.map(key).filter { byKey[$0] != nil }
        return others.count == 1 ? others[0] : own
    }
}
