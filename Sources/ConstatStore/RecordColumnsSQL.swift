import ConstatModel
import GRDB

/// GRDB has a `Record` of its own; here the word always means ours.
typealias Record = ConstatModel.Record

/// The columns of the `record` table, written and read in one order.
enum RecordColumnsSQL {
    static let key = ["kind", "source", "tenant", "native"]
    static let provenance = ["profile", "receipt", "row", "revision", "progress", "content"]
    static let fields = [
        "number", "title", "severity", "status", "verdict", "tier", "rule", "techniques", "category", "discovery",
        "root_cause", "merged_into", "case_id", "facts", "updated", "precisions", "day_only",
    ]
    static let milestones = Milestone.allCases.map(Schema.column)

    static var upsert: String {
        let columns = key + ["first_receipt"] + provenance + fields + milestones
        let changing = provenance + fields + milestones
        return """
            INSERT INTO record (\(columns.joined(separator: ", ")))
            VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
            ON CONFLICT (kind, source, tenant, native) DO UPDATE SET
            \(changing.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
            """
    }

    static func values(
        of record: Record, key: [(any DatabaseValueConvertible)?], profile: Int64, receipt: Int, row: Int,
        content: Int64, term: (String) throws -> Int64
    ) throws -> [(any DatabaseValueConvertible)?] {
        // The receipt that brought a record stays with it; the one that last changed it is written over.
        var values = key + [receipt]
        values += [profile, receipt, row, record.revision.milliseconds, record.progress, content]
        values += [
            record.number, record.title, record.severity?.rawValue, record.status?.rawValue, record.verdict?.rawValue,
            record.tier, try record.rule.map(term), record.techniques.isEmpty ? nil : record.techniques.joined(separator: " "),
            try record.category.map(term), record.discovery?.rawValue, record.rootCause, record.mergedInto, record.caseID,
            record.facts.isEmpty ? nil : FactsText.encode(record.facts), record.updated?.milliseconds,
            packedPrecisions(record), dayOnly(record),
        ]
        for milestone in Milestone.allCases { values.append(record.instant(milestone)?.milliseconds) }
        return values
    }

    /// Three bits for each milestone, in the order of `Milestone`.
    private static func packedPrecisions(_ record: Record) -> Int64 {
        var packed: Int64 = 0
        for (milestone, stamp) in record.milestones {
            packed |= Int64(stamp.precision.rawValue) << Int64(3 * milestone.index)
        }
        return packed
    }

    static func precision(_ milestone: Milestone, packed: Int64) -> Precision {
        Precision(rawValue: Int(packed >> Int64(3 * milestone.index) & 7)) ?? .exact
    }

    private static func dayOnly(_ record: Record) -> Int64 {
        var bits: Int64 = 0
        for (milestone, stamp) in record.milestones where stamp.precision == .day {
            bits |= 1 << Int64(milestone.index)
        }
        return bits
    }
}

/// Facts as one text: `name<TAB>value` lines sorted by name; tabs and line ends in values become spaces.
enum FactsText {
    static func encode(_ facts: [String: String]) -> String {
        facts.sorted { $0.key < $1.key }.map { "\($0.key)\t\(oneLine($0.value))" }.joined(separator: "\n")
    }

    static func decode(_ text: String?) -> [String: String] {
        var facts: [String: String] = [:]
        for line in (text ?? "").split(separator: "\n") {
            let parts = line.split(separator: "\t", maxSplits: 1)
            if parts.count == 2 { facts[String(parts[0])] = String(parts[1]) }
        }
        return facts
    }

    private static func oneLine(_ text: String) -> String {
        String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }
}
