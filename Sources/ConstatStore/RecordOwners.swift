import ConstatModel

/// Whose the records' ids are: a few bytes for each.
public struct RecordOwners: Sendable {
    /// The number of the tenant by the hash of an id; nil where several have it.
    fileprivate var byID: [Int64: Int64?] = [:]
    fileprivate var numbers: [String: Int64] = [:]

    /// Whether a text is the id of a record of other tenants, and of none of this one.
    public func isForeign(_ id: String, to tenant: String) -> Bool {
        guard let owner = byID[Hash64.of(id)], let owner else { return false }
        return owner != numbers[tenant]
    }
}

extension Store {
    /// Whose the ids of all records are.
    public func owners() throws(StoreError) -> RecordOwners {
        try read { db in
            let rows = StoredRows(db)
            var owners = RecordOwners()
            try rows.each(StoredRows.Condition()) { segment, live in
                let tenants = try rows.table.integers(RecordColumn.tenant, of: segment)
                let natives = try rows.table.texts(RecordColumn.native, of: segment)
                for code in live.lazy.map({ tenants[$0] }).distinct() { owners.numbers[try rows.terms.text(code)] = code }
                for row in live {
                    guard let native = natives.string(row) else { continue }
                    let hash = Hash64.of(native)
                    if let known = owners.byID[hash], known != tenants[row] {
                        owners.byID[hash] = .some(nil)
                    } else {
                        owners.byID[hash] = tenants[row]
                    }
                }
            }
            return owners
        }
    }
}
