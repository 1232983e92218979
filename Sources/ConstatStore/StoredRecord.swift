public import ConstatModel
import GRDB

/// A record as the store holds it, with the receipt and row it last came from.
public struct StoredRecord: Sendable {
    /// The store's own number, alike in `RecordColumns.ids`.
    public let id: Int64
    /// The record itself.
    public let record: ConstatModel.Record
    /// The number of the import that last wrote it.
    public let receipt: Int
    /// The row of that import's file, as in `Refusal.row`.
    public let row: Int
    /// What its profile can give at all.
    public let given: Given
    /// The record's own verdict, or for an alert without one, the verdict of its case.
    public let effectiveVerdict: Verdict?

    static let sql = """
        SELECT record.*, s.text AS source_text, t.text AS tenant_text, r.text AS rule_text, c.text AS category_text,
            profile.given AS given, parent.verdict AS parent_verdict
        FROM record
        JOIN term s ON s.id = record.source JOIN term t ON t.id = record.tenant
        LEFT JOIN term r ON r.id = record.rule LEFT JOIN term c ON c.id = record.category
        JOIN profile ON profile.id = record.profile
        \(Store.parentJoin)
        """

    init(_ row: Row) {
        var record = Record(
            kind: RecordKind(rawValue: row["kind"]) ?? .alert, source: row["source_text"], tenant: row["tenant_text"],
            native: row["native"])
        record.number = row["number"]
        record.title = row["title"]
        record.severity = (row["severity"] as Int?).flatMap(Severity.init(rawValue:))
        record.status = (row["status"] as Int?).flatMap(Status.init(rawValue:))
        record.verdict = (row["verdict"] as Int?).flatMap(Verdict.init(rawValue:))
        record.tier = row["tier"]
        record.rule = row["rule_text"]
        record.techniques = (row["techniques"] as String? ?? "").split(separator: " ").map(String.init)
        record.category = row["category_text"]
        record.discovery = (row["discovery"] as Int?).flatMap(Discovery.init(rawValue:))
        record.rootCause = row["root_cause"]
        record.mergedInto = row["merged_into"]
        record.caseID = row["case_id"]
        record.facts = FactsText.decode(row["facts"])
        record.updated = (row["updated"] as Int64?).map(Instant.init(milliseconds:))
        let precisions: Int64 = row["precisions"]
        for milestone in Milestone.allCases {
            guard let value = row[Schema.column(milestone)] as Int64? else { continue }
            record.milestones[milestone] = Stamp(
                Instant(milliseconds: value), RecordColumnsSQL.precision(milestone, packed: precisions))
        }
        id = row["id"]
        self.record = record
        (receipt, self.row, given) = (row["receipt"], row["row"], Given(rawValue: row["given"]))
        effectiveVerdict = record.verdict ?? (row["parent_verdict"] as Int?).flatMap(Verdict.init(rawValue:))
    }
}
