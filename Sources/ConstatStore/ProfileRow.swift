public import ConstatModel
import GRDB

/// What the store keeps of a profile that an import was read with.
public struct ProfileRow: Sendable {
    let name: String
    let source: String
    let version: Int
    let digest: String
    let zone: String
    let given: Int64
    let rules: [RecordKind: [Milestone: DerivationRule]]

    /// - Parameters:
    ///   - given: what records of the profile can hold.
    ///   - rules: how it, and those it names under `also`, derive milestones from changes, where they say so.
    public init(of receipt: Receipt, given: Given, rules: [RecordKind: [Milestone: DerivationRule]] = [:]) {
        (name, source, version) = (receipt.profile, receipt.source, receipt.profileVersion)
        (digest, zone, self.given, self.rules) = (receipt.profileDigest, receipt.zone, given.rawValue, rules)
    }

    /// Its number; the numbers of other readings by the same profile: another text of it, or another zone; and whether
    /// milestones of its source follow from changes in another way now.
    func insert(_ db: Database) throws -> (id: Int64, others: Corrections, hasNewRules: Bool) {
        let before = try Self.rules(db)[source]
        let lines = rules.flatMap { kind, rules in rules.map { "\(kind.rawValue)\t\($0.key.rawValue)\t\($0.value.text)" } }
        let text = lines.sorted().joined(separator: "\n")
        try db.execute(
            sql: """
                INSERT INTO profile (name, source, version, digest, zone, rules) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (name, digest, zone) DO NOTHING
                """,
            arguments: [name, source, version, digest, zone, text])
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

    /// The rules of each source and kind, of all its profiles together; of two texts of one profile the later version's count.
    static func rules(_ db: Database) throws -> [String: [RecordKind: [Milestone: DerivationRule]]] {
        var rules: [String: [RecordKind: [Milestone: DerivationRule]]] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT source, rules FROM profile ORDER BY name, version, digest, zone") {
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
