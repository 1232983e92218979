public import ConstatModel

extension Store {
    /// How many records there are, merged ones too, and when the first and the last of them were raised.
    public struct Extent: Sendable {
        public private(set) var count = 0
        /// Nil where no record tells when it was raised.
        public private(set) var raised: ClosedRange<Instant>?

        public init() {}

        /// Milliseconds; nothing lies between when `first` is after `last`.
        fileprivate init(_ count: Int, _ first: Int64, _ last: Int64) {
            self.count = count
            if first <= last { raised = Instant(milliseconds: first)...Instant(milliseconds: last) }
        }

        /// Of both together.
        public mutating func add(_ other: Extent) {
            count += other.count
            guard let more = other.raised else { return }
            raised = raised.map { min($0.lowerBound, more.lowerBound)...max($0.upperBound, more.upperBound) } ?? more
        }
    }

    /// The extents of a tenant's records, or of each tenant's, by tenant and kind; kinds without a record are not there.
    public func extents(tenant: String? = nil) throws(StoreError) -> [String: [RecordKind: Extent]] {
        try read { db in
            let rows = StoredRows(db)
            guard let condition = try Self.condition(rows, nil, tenant) else { return [:] }
            var tally = ExtentTally()
            try rows.each(condition) { segment, live in
                let kinds = try rows.table.integers(RecordColumn.kind, of: segment)
                let tenants = try rows.table.integers(RecordColumn.tenant, of: segment)
                let raised = try rows.table.integers(RecordColumn.of(.raised), of: segment)
                for row in live { tally.add(tenants[row] << 8 | kinds[row], raised[row]) }
            }
            var extents: [String: [RecordKind: Extent]] = [:]
            for (pair, place) in tally.places {
                guard let kind = RecordKind(rawValue: Int(pair & 0xFF)) else { throw StoreFault.damaged }
                let found = tally.found[place]
                extents[try rows.terms.text(pair >> 8), default: [:]][kind] = Extent(found.count, found.first, found.last)
            }
            return extents
        }
    }
}

/// Counts and bounds by a number; few numbers come again and again, and a small table knows most of them at a glance.
private struct ExtentTally {
    private(set) var places: [Int64: Int] = [:]
    private(set) var found: [(count: Int, first: Int64, last: Int64)] = []
    private var seen = [(number: Int64, place: Int)](repeating: (-1, 0), count: 1_024)

    mutating func add(_ number: Int64, _ raised: Int64) {
        let slot = Int(truncatingIfNeeded: (number ^ number >> 8) & 1_023)
        if seen[slot].number != number { seen[slot] = (number, place(of: number)) }
        let place = seen[slot].place
        found[place].count += 1
        guard raised != Batch.missing else { return }
        found[place].first = min(found[place].first, raised)
        found[place].last = max(found[place].last, raised)
    }

    private mutating func place(of number: Int64) -> Int {
        if let place = places[number] { return place }
        places[number] = found.count
        found.append((0, .max, .min))
        return found.count - 1
    }
}
