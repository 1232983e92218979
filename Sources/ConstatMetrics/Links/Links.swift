public import ConstatModel

/// What other records, and files of rules, say of the records that are measured.
public struct Links: Sendable {
    /// Values by the hashes that name records, and the value of all others.
    public struct Values: Sendable {
        let byKey: [Int64: Int64]
        /// Of these tenants all other records have zero; of any other nothing is known.
        let tenants: Set<String>

        init(_ byKey: [Int64: Int64]) { (self.byKey, tenants) = (byKey, []) }

        /// One for some records, zero for all others of tenants that have records which would tell.
        init(_ keys: Set<Int64>, of tenants: Set<String>) {
            (byKey, self.tenants) = (Dictionary(uniqueKeysWithValues: keys.map { ($0, 1) }), tenants)
        }
    }

    private var values: [Place: Values] = [:]
    /// When somebody covers each tenant.
    private var cover: [String: Cover] = [:]
    /// Nil where the columns hold all that others tell.
    private let words: LinkWords?

    /// - Parameter words: nil for columns that are complete as they are.
    public init(words: LinkWords? = LinkWords()) { self.words = words }

    subscript(place: Place) -> Values? {
        get { values[place] }
        set { values[place] = newValue }
    }

    /// When each tenant is covered; tenants without such records are not in it.
    mutating func set(cover: [String: Cover]) { self.cover = cover }

    /// Fills the columns that others tell, as far as they are needed.
    public func complete(_ columns: inout RecordColumns, _ needs: Set<Place>) {
        for (place, values) in values where needs.contains(place) && !columns[.key].isEmpty {
            let known = Set(columns.names.filter { values.tenants.contains($0.value) }.keys)
            columns[place] = zip(columns[.key], columns.tenant).map { key, tenant in
                values.byKey[key] ?? (known.contains(tenant) ? 0 : RecordColumns.missing)
            }
        }
        if needs.contains(.told("covered")), !cover.isEmpty { columns[.told("covered")] = covered(columns) }
        words?.complete(&columns, needs)
    }

    private func covered(_ columns: RecordColumns) -> [Int64] {
        let byCode = columns.names.compactMapValues { cover[$0] }
        return zip(columns[Place.raised], columns.tenant).map { raised, tenant in
            byCode[tenant].map { $0.contains(raised) ? 1 : 0 } ?? RecordColumns.missing
        }
    }
}
