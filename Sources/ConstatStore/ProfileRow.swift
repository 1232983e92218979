public import ConstatModel
import GRDB

/// What the store keeps of a profile that an import was read with.
public struct ProfileRow: Sendable {
    let name: String
    let source: String
    let version: Int
    let digest: String
    let zone: String
    let rules: [RecordKind: [Milestone: DerivationRule]]

    /// - Parameter rules: how it, and those it names under `also`, derive milestones from changes, where they say so.
    public init(of receipt: Receipt, rules: [RecordKind: [Milestone: DerivationRule]] = [:]) {
        (name, source, version) = (receipt.profile, receipt.source, receipt.profileVersion)
        (digest, zone, self.rules) = (receipt.profileDigest, receipt.zone, rules)
    }

    /// Its number; the numbers of other readings by the same profile: another text of it, or another zone; and whether
    /// milestones of its source follow from changes in another way now.
    ///
    /// - Parameter number: of the import that uses it.
    func insert(_ db: Database, usedBy number: Int) throws -> (id: Int64, others: Corrections, hasNewRules: Bool) {
        let before = try Self.rules(db)[source]
        let lines = rules.flatMap { kind, rules in rules.map { "\(kind.rawValue)\t\($0.key.rawValue)\t\($0.value.text)" } }
        let text = lines.sorted().joined(separator: "\n")
        try db.execute(
            sql: """
                INSERT INTO profile (name, source, version, digest, zone, rules, used) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (name, digest, zone) DO UPDATE SET used = excluded.used
                """,
            arguments: [name, source, version, digest, zone, text, number])
        let id = try Int64.fetchOne(
            db, sql: "SELECT id FROM profile WHERE name = ? AND digest = ? AND zone = ?", arguments: [name, digest, zone])
        var others = Corrections()
        let rows = try Row.fetchAll(db, sql: "SELECT id, zone FROM profile WHERE name = ? AND id IS NOT ?", arguments: [name, id])
        for row in rows {
            others.all.insert(row[0])
            if row[1] as String != zone { others.ofOtherZone.insert(row[0]) }
        }
        return (id ?? 0, others, try Self.rules(db)[source] != before)
    }

    /// The rules of each source and kind, of all its profiles together; of the texts of one profile the one used last counts.
    static func rules(_ db: Database) throws -> [String: [RecordKind: [Milestone: DerivationRule]]] {
        var rules: [String: [RecordKind: [Milestone: DerivationRule]]] = [:]
        let last = """
            SELECT source, rules FROM profile AS mine WHERE used = (SELECT max(used) FROM profile WHERE name = mine.name)
            ORDER BY name, version, digest, zone
            """
        for row in try Row.fetchAll(db, sql: last) {
            for line in (row[1] as String).split(separator: "\n") {
                let parts = line.split(separator: "\t", maxSplits: 2).map(String.init)
                guard parts.count == 3, let kind = Int(parts[0]).flatMap(RecordKind.init(rawValue:)),
                    let milestone = Milestone(rawValue: parts[1]), let rule = DerivationRule(text: parts[2])
                else { continue }
                rules[row[0], default: [:]][kind, default: [:]][milestone] = rule
            }
        }
        return rules
    }
}
