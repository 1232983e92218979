public import ConstatModel

extension Store {
    /// How many records there are, merged ones too, and when the first and the last of them were raised.
    public struct Extent: Sendable {
        public private(set) var count = 0
        /// Nil where no record tells when it was raised.
        public private(set) var raised: ClosedRange<Instant>?

        public init() {}

        mutating func add(_ raised: Int64) {
            count += 1
            if raised != Batch.missing { widen(Instant(milliseconds: raised)...Instant(milliseconds: raised)) }
        }

        /// Of both together.
        public mutating func add(_ other: Extent) {
            count += other.count
            if let raised = other.raised { widen(raised) }
        }

        private mutating func widen(_ other: ClosedRange<Instant>) {
            raised = raised.map { min($0.lowerBound, other.lowerBound)...max($0.upperBound, other.upperBound) } ?? other
        }
    }

    /// The extents of a tenant's records, or of each tenant's, by tenant and kind; kinds without a record are not there.
    public func extents(tenant: String? = nil) throws(StoreError) -> [String: [RecordKind: Extent]] {
        try read { db in
            let rows = StoredRows(db)
            guard let condition = try Self.condition(rows, nil, tenant) else { return [:] }
            var found: [Int64: Extent] = [:]
            try rows.each(condition) { segment, live in
                let kinds = try rows.table.integers(RecordColumn.kind, of: segment)
                let tenants = try rows.table.integers(RecordColumn.tenant, of: segment)
                let raised = try rows.table.integers(RecordColumn.of(.raised), of: segment)
                for row in live { found[tenants[row] << 8 | kinds[row], default: Extent()].add(raised[row]) }
            }
            var extents: [String: [RecordKind: Extent]] = [:]
            for (pair, extent) in found {
                guard let kind = RecordKind(rawValue: Int(pair & 0xFF)) else { throw StoreFault.damaged }
                extents[try rows.terms.text(pair >> 8), default: [:]][kind] = extent
            }
            return extents
        }
    }
}
