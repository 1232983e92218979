public import ConstatModel
import GRDB

extension Store {
    /// Imports one file in one transaction: all of it, or nothing when `body` throws.
    ///
    /// - Parameters:
    ///   - receipt: what is known of the file before it is read; digest, size and counts are filled in.
    ///   - profile: what the store keeps of the profile.
    ///   - isDryRun: true to do everything and then take it back.
    ///   - body: puts rows into the session, and returns SHA-256 and size of what it read.
    /// - Throws: what `body` throws, or `StoreError`.
    public func importing(
        _ receipt: Receipt, profile: ProfileRow, isDryRun: Bool,
        body: (ImportSession) throws -> (sha256: String, bytes: Int64)
    ) throws -> Receipt {
        var receipt = receipt
        do {
            try queue.inTransaction(.immediate) { db in
                receipt.number = try 1 + (Int.fetchOne(db, sql: "SELECT max(number) FROM receipt") ?? 0)
                receipt.previousHash =
                    try String.fetchOne(
                        db, sql: "SELECT hash FROM receipt ORDER BY number DESC LIMIT 1") ?? ""
                let session = try ImportSession(db, receipt: receipt, profile: profile)
                (receipt.sha256, receipt.bytes) = try body(session)
                try session.finish()
                (receipt.counts, receipt.remarks, receipt.refusalDigest) = (session.counts, session.remarks, session.refusalDigest)
                receipt.control = receipt.control.map { Receipt.Control(total: $0.total, rows: $0.rows + session.counts.rows) }
                receipt.hash = receipt.computedHash
                try Self.insert(receipt, db)
                return isDryRun ? .rollback : .commit
            }
        } catch let error where error is DatabaseError || error is StoreFault {
            try Self.guarded(path) { throw error }
        }
        return receipt
    }

    /// Whether a file of this many bytes was imported before.
    public func hasReceipt(ofSize bytes: Int64) throws(StoreError) -> Bool {
        try read { db in
            try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM receipt WHERE bytes = ?)", arguments: [bytes]) ?? false
        }
    }

    /// The receipt of an import that this one would repeat to the letter; nil when there is none.
    public func receipt(repeating receipt: Receipt) throws(StoreError) -> Receipt? {
        let isKnown = try read { db in
            try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM receipt WHERE sha256 = ?)", arguments: [receipt.sha256]) ?? false
        }
        guard isKnown else { return nil }
        // The last reading of the file counts: to go back to an earlier one is to read it anew.
        let last = try receipts().last { $0.sha256 == receipt.sha256 && $0.tenant == receipt.tenant }
        guard let last, last.profile == receipt.profile, last.profileDigest == receipt.profileDigest, last.zone == receipt.zone else {
            return nil
        }
        return last
    }

    private static func insert(_ receipt: Receipt, _ db: Database) throws {
        let counts = receipt.counts
        try db.execute(
            sql: "INSERT INTO receipt VALUES (\(Array(repeating: "?", count: 27).joined(separator: ", ")))",
            arguments: [
                receipt.number, receipt.file, receipt.sha256, receipt.bytes, receipt.source, receipt.kind.rawValue,
                receipt.profile, receipt.profileVersion, receipt.profileDigest, receipt.zone, receipt.tenant,
                receipt.tool, receipt.importedAt.milliseconds, counts.rows, counts.stored, counts.updated, counts.unchanged,
                counts.repeated, counts.superseded, counts.history, counts.refused, counts.transitions, receipt.control?.total,
                receipt.control?.rows, receipt.previousHash, receipt.hash, receipt.refusalDigest,
            ])
        for (remark, count) in receipt.remarks {
            try db.execute(
                sql: "INSERT INTO remark VALUES (?, ?, ?, ?)",
                arguments: [receipt.number, remark.kind.rawValue, remark.field, count])
        }
    }
}
