public import ConstatModel

/// What other records, and files of rules, say of the records that are measured.
public struct Links: Sendable {
    /// Values by the hashes that name records, and the value of all others.
    public struct Values: Sendable {
        let byKey: [Int64: Int64]
        let otherwise: Int64

        init(_ byKey: [Int64: Int64], otherwise: Int64 = RecordColumns.missing) { (self.byKey, self.otherwise) = (byKey, otherwise) }

        /// One for some records, zero for all others.
        init(_ keys: Set<Int64>) { self.init(Dictionary(uniqueKeysWithValues: keys.map { ($0, 1) }), otherwise: 0) }
    }

    private var values: [Place: Values] = [:]
    /// When somebody covers each tenant.
    private var cover: [String: Cover] = [:]
    private let words: LinkWords

    public init(words: LinkWords = LinkWords()) { self.words = words }

    subscript(place: Place) -> Values? {
        get { values[place] }
        set { values[place] = newValue }
    }

    /// When each tenant is covered; tenants without such records are not in it.
    mutating func set(cover: [String: Cover]) { self.cover = cover }

    /// Fills the columns that others tell, as far as they are needed.
    public func complete(_ columns: inout RecordColumns, _ needs: Set<Place>) {
        for (place, values) in values where needs.contains(place) && !columns[.key].isEmpty {
            columns[place] = columns[.key].map { values.byKey[$0] ?? values.otherwise }
        }
        if needs.contains(.told("covered")), !cover.isEmpty { columns[.told("covered")] = covered(columns) }
        words.complete(&columns, needs)
    }

    /// Milliseconds in which nobody covers, by tenant.
    func gaps(in span: Range<Int64>) -> [String: Int64] { cover.mapValues { $0.gaps(in: span) } }

    private func covered(_ columns: RecordColumns) -> [Int64] {
        let byCode = columns.names.compactMapValues { cover[$0] }
        return zip(columns[Place.raised], columns.tenant).map { raised, tenant in
            byCode[tenant].map { $0.contains(raised) ? 1 : 0 } ?? RecordColumns.missing
        }
    }
}
