public import ConstatModel

extension Store {
    /// How many records of each kind there are, merged ones too.
    ///
    /// - Parameter tenant: nil for all.
    public func counts(tenant: String? = nil) throws(StoreError) -> [RecordKind: Int] {
        try read { db in
            let rows = StoredRows(db)
            var counts: [RecordKind: Int] = [:]
            guard let condition = try Self.condition(rows, nil, tenant) else { return counts }
            try rows.each(condition) { segment, live in
                if let kind = try rows.table.constant(RecordColumn.kind, of: segment).flatMap({ RecordKind(rawValue: Int($0)) }) {
                    counts[kind, default: 0] += live.count
                    return
                }
                let kinds = try rows.table.integers(RecordColumn.kind, of: segment)
                for row in live { if let kind = RecordKind(rawValue: Int(kinds[row])) { counts[kind, default: 0] += 1 } }
            }
            return counts
        }
    }

    /// How many records of a kind a tenant has, merged ones too.
    ///
    /// - Parameters:
    ///   - receipts: only records that these imports brought.
    ///   - period: only records not raised in it.
    public func count(
        _ kind: RecordKind, tenant: String?, broughtBy receipts: [Int]? = nil, outside period: Period? = nil
    ) throws(StoreError) -> Int {
        try read { db in
            let rows = StoredRows(db)
            guard let condition = try Self.condition(rows, kind, tenant) else { return 0 }
            let wanted = receipts.map { Set($0.map(Int64.init)) }
            var count = 0
            try rows.each(condition) { segment, live in
                let brought = try wanted.map { ($0, try rows.table.integers(RecordColumn.firstReceipt, of: segment)) }
                let raised = try period.map { ($0, try rows.table.integers(RecordColumn.of(.raised), of: segment)) }
                count += live.count { row in
                    if let (wanted, column) = brought, !wanted.contains(column[row]) { return false }
                    if let (period, column) = raised, period.contains(Instant(milliseconds: column[row])) { return false }
                    return true
                }
            }
            return count
        }
    }
}
