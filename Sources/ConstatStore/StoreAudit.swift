public import ConstatModel
import GRDB

extension Store {
    /// The imports that do not find what they recorded: another number of records than they stored, or other refused rows.
    ///
    /// - Parameter receipts: all of them.
    public func unaccounted(_ receipts: [Receipt]) throws(StoreError) -> [Int] {
        try read { db in
            let rows = StoredRows(db)
            var records: [Int64: Int] = [:]
            try rows.each(StoredRows.Condition()) { segment, live in
                let first = try rows.table.integers(RecordColumn.firstReceipt, of: segment)
                for row in live { records[first[row], default: 0] += 1 }
            }
            return try receipts.filter { receipt in
                try (records[Int64(receipt.number)] ?? 0) != receipt.counts.stored || !Self.hasItsRefusals(receipt, db)
            }.map(\.number)
        }
    }

    /// How many records were merged into others, how many of them into one that no import has brought, and how many in a circle.
    public func mergeCounts() throws(StoreError) -> (all: Int, withoutSurvivor: Int, inCircle: Int) {
        try read { db in
            let records = SegmentTable(records: db)
            return try MergeMap(records, records.all(), TermTable(db)).counts
        }
    }

    private static func hasItsRefusals(_ receipt: Receipt, _ db: Database) throws -> Bool {
        var digest = Digest()
        var count = 0
        let all = "SELECT row, reason, detail FROM refusal WHERE receipt = ? ORDER BY rowid"
        let rows = try Row.fetchCursor(db, sql: all, arguments: [receipt.number])
        while let row = try rows.next() {
            count += 1
            guard let reason = Refusal.Reason(rawValue: row[1]) else { return false }
            digest.update(Receipt.line(of: Refusal(reason: reason, row: row[0], detail: row[2], raw: "")))
        }
        return count == receipt.counts.refused && (receipt.refusalDigest.isEmpty || digest.hex() == receipt.refusalDigest)
    }
}
