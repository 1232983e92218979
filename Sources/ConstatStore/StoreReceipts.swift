public import ConstatModel
import GRDB

extension Store {
    /// Every receipt, in the order of their numbers.
    public func receipts() throws(StoreError) -> [Receipt] {
        try read { db in
            let remarks = Dictionary(grouping: try Row.fetchAll(db, sql: "SELECT * FROM remark"), by: { $0["receipt"] as Int })
            return try Row.fetchAll(db, sql: "SELECT * FROM receipt ORDER BY number").map { row in
                var receipt = Receipt(row)
                for remark in remarks[receipt.number] ?? [] {
                    guard let kind = Remark.Kind(rawValue: remark["kind"]) else { continue }
                    receipt.remarks[Remark(kind, remark["field"])] = remark["count"]
                }
                return receipt
            }
        }
    }

    /// The imports a tenant's records rest on: those made for it, and those of files that name it themselves.
    ///
    /// Nobody sees the files of another tenant. With nil, all.
    public func receipts(of tenant: String?) throws(StoreError) -> [Receipt] {
        guard let tenant else { return try receipts() }
        let holding = try read { db in try StoredRows(db).receipts(of: tenant) }
        return try receipts().filter { $0.tenant == tenant || ($0.tenant == nil && holding.contains($0.number)) }
    }

    /// The rows an import refused, in the order of the file.
    public func refusals(of receipt: Int) throws(StoreError) -> [Refusal] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM refusal WHERE receipt = ? ORDER BY row, rowid", arguments: [receipt]).compactMap {
                row in
                Refusal.Reason(rawValue: row["reason"]).map {
                    Refusal(reason: $0, row: row["row"], detail: row["detail"], raw: row["raw"])
                }
            }
        }
    }

}

extension Receipt {
    fileprivate init(_ row: Row) {
        self.init(
            file: row["file"], sha256: row["sha256"], bytes: row["bytes"], source: row["source"],
            kind: RecordKind(rawValue: row["kind"]) ?? .alert, profile: row["profile"],
            profileVersion: row["profile_version"], profileDigest: row["profile_digest"], zone: row["zone"],
            tenant: row["tenant"], tool: row["tool"], importedAt: Instant(milliseconds: row["imported_at"]))
        number = row["number"]
        counts.rows = row["rows"]
        counts.stored = row["stored"]
        counts.updated = row["updated"]
        counts.unchanged = row["unchanged"]
        counts.repeated = row["repeated"]
        counts.superseded = row["superseded"]
        counts.history = row["history"]
        counts.transitions = row["transitions"]
        if let total = row["control_total"] as Int?, let rows = row["control_rows"] as Int? {
            control = Receipt.Control(total: total, rows: rows)
        }
        counts.refused = row["refused"]
        previousHash = row["previous_hash"]
        hash = row["hash"]
        refusalDigest = row["refusal_digest"]
    }
}
