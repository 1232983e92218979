public import ConstatModel

extension Store {
    /// When the first record of a kind was raised; nil where there is none.
    public func begin(of kind: RecordKind, tenant: String? = nil) throws(StoreError) -> Instant? { try bound(kind, tenant, isLast: false) }

    /// When the last record of a kind was raised; nil where there is none.
    public func end(of kind: RecordKind, tenant: String? = nil) throws(StoreError) -> Instant? { try bound(kind, tenant, isLast: true) }

    private func bound(_ kind: RecordKind, _ tenant: String?, isLast: Bool) throws(StoreError) -> Instant? {
        try read { db in
            let rows = StoredRows(db)
            guard let condition = try Self.condition(rows, kind, tenant) else { return nil }
            var bound: Int64?
            // Most segments of a long history lie between and need no look.
            for segment in try isLast ? rows.table.all().reversed() : rows.table.all()
            where bound.map({ isLast ? segment.last > $0 : segment.first < $0 }) ?? true {
                let live = try rows.rows(of: segment, condition)
                guard !live.isEmpty else { continue }
                let raised = try rows.table.integers(RecordColumn.of(.raised), of: segment)
                for row in live where raised[row] != Batch.missing {
                    bound = bound.map { isLast ? max($0, raised[row]) : min($0, raised[row]) } ?? raised[row]
                }
            }
            return bound.map(Instant.init(milliseconds:))
        }
    }
}
