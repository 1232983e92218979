public import ConstatModel
import GRDB

/// Takes the rows of one import; lives inside its transaction.
///
/// Which of two exports of a record wins does not depend on their order: the later revision does, of two
/// alike in that the one whose work has come further, and then the one with the larger content digest.
/// A corrected reading (the same profile changed, or another zone) wins over what it corrects.
public final class ImportSession {
    /// Where the rows went so far.
    public private(set) var counts = ImportCounts()
    /// How often each remark was made so far.
    public private(set) var remarks: [Remark: Int] = [:]

    private let db: Database
    private let receipt: Int
    private let profile: Int64
    /// Earlier readings by the same profile: another text of it, or another zone.
    private let corrected: Set<Int64>
    private let upsert: Statement
    private let find: Statement
    private let refuse: Statement
    private var terms: [String: Int64] = [:]

    init(_ db: Database, receipt: Receipt, given: Given) throws {
        self.db = db
        self.receipt = receipt.number
        // The foreign key of records to their receipt is deferred: the receipt comes last.
        try db.execute(
            sql: """
                INSERT INTO profile (name, version, digest, zone, given) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (name, digest, zone) DO NOTHING
                """,
            arguments: [receipt.profile, receipt.profileVersion, receipt.profileDigest, receipt.zone, given.rawValue])
        profile =
            try Int64.fetchOne(
                db, sql: "SELECT id FROM profile WHERE name = ? AND digest = ? AND zone = ?",
                arguments: [receipt.profile, receipt.profileDigest, receipt.zone]) ?? 0
        corrected = try Set(
            Int64.fetchAll(
                db, sql: "SELECT id FROM profile WHERE name = ? AND id <> ?", arguments: [receipt.profile, profile]))
        upsert = try db.makeStatement(sql: RecordColumnsSQL.upsert)
        find = try db.makeStatement(
            sql: "SELECT revision, progress, content, profile FROM record WHERE kind = ? AND source = ? AND tenant = ? AND native = ?")
        refuse = try db.makeStatement(sql: "INSERT INTO refusal VALUES (?, ?, ?, ?, ?)")
    }

    /// Stores a record, or leaves the store as it is when it holds the same or a newer one.
    public func put(_ record: ConstatModel.Record, row: Int, remarks: [Remark]) throws {
        counts.rows += 1
        for remark in remarks { self.remarks[remark, default: 0] += 1 }
        let key: [(any DatabaseValueConvertible)?] = [
            record.kind.rawValue, try term(record.source), try term(record.tenant), record.native,
        ]
        let content = RecordDigest.short(of: record)
        let held = try Row.fetchOne(find, arguments: StatementArguments(key))
        guard isNewer(record, content, than: held) else { return }
        let values = try RecordColumnsSQL.values(
            of: record, key: key, profile: profile, receipt: receipt, row: row, content: content, term: term)
        try upsert.execute(arguments: StatementArguments(values))
    }

    /// Counts a row that is no record, and keeps it with the receipt.
    public func refuse(_ refusal: Refusal) throws {
        counts.rows += 1
        counts.refused += 1
        try refuse.execute(arguments: [receipt, refusal.row, refusal.reason.rawValue, refusal.detail, refusal.raw])
    }

    /// Counts where the row goes, and says whether the store has to change.
    private func isNewer(_ record: ConstatModel.Record, _ content: Int64, than held: Row?) -> Bool {
        guard let held else {
            counts.stored += 1
            return true
        }
        let new = (record.revision.milliseconds, record.progress, content)
        let old = (held[0] as Int64, held[1] as Int64, held[2] as Int64)
        // A zone moves a revision by hours: within a day it is the same state, read anew.
        let isCorrection = corrected.contains(held[3]) && new.0 > old.0 - Instant.day
        if content == old.2, !isCorrection {
            counts.unchanged += 1
        } else if isCorrection || new > old {
            counts.updated += 1
            return true
        } else {
            counts.superseded += 1
        }
        return false
    }

    private func term(_ text: String) throws -> Int64 {
        if let code = terms[text] { return code }
        try db.execute(sql: "INSERT INTO term (text) VALUES (?) ON CONFLICT (text) DO NOTHING", arguments: [text])
        let code = try Int64.fetchOne(db, sql: "SELECT id FROM term WHERE text = ?", arguments: [text]) ?? 0
        terms[text] = code
        return code
    }
}
