import ConstatModel
import ConstatStore

/// What was fixed of the periods of a tenant, or of all together.
struct FrozenFigures {
    private let store: Store
    private let freezes: [Freeze]

    /// - Parameter asOf: what was fixed later does not count.
    init(_ store: Store, tenant: String?, asOf: Instant) throws {
        (self.store, freezes) = (store, try store.freezes().filter { $0.tenant == tenant && $0.frozenAt <= asOf })
    }

    /// The freeze of a period that counts: the last one.
    func freeze(of period: Period) -> Freeze? { freezes.last { $0.isOf(period) } }

    /// Whole and by severity; nothing of a period that was not fixed.
    func measurements(of period: Period) throws -> [Measurement] {
        try freeze(of: period).map { try store.measurements(of: $0).map(\.measurement) } ?? []
    }
}
