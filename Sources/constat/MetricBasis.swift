import ConstatMetrics
import ConstatModel
import ConstatStore

/// Digests of what metrics rest on: the records they look at, and those that say something of them. Each set is read once.
final class MetricBasis {
    private struct Records: Hashable {
        let kind: RecordKind
        let window: Store.Window
    }

    private let store: Store
    private let measuring: Measuring
    private let period: Period
    /// By tenant; nil for those of the measuring.
    private var known: [Records: [String?: String]] = [:]
    private let tenants: [String]

    /// - Parameter tenants: whose records are told apart besides those of the measuring.
    init(_ store: Store, _ measuring: Measuring, _ period: Period, tellingApart tenants: [String] = []) {
        (self.store, self.measuring, self.period, self.tenants) = (store, measuring, period, tenants)
    }

    /// - Parameter tenant: one of those that are told apart; nil for all records of the measuring.
    func digest(of metric: Metric, tenant: String? = nil) throws -> String {
        if !metric.parts.isEmpty {
            return Digest.hex(of: try metric.parts.compactMap(MetricCatalogue.metric).map { try digest(of: $0, tenant: tenant) }.joined())
        }
        return Digest.hex(of: try records(of: metric).map { try digest($0, tenant) }.joined(separator: " "))
    }

    private func records(of metric: Metric) -> [Records] {
        let kind = metric.heldKind
        let linked = LinkReading.kinds(of: metric.needs.places).map { kind in
            Records(kind: kind.kind, window: kind.isOfPeriod ? .raised(in: period) : .any)
        }
        if metric.isUncovered { return [Records(kind: kind, window: .any)] }
        return [Records(kind: kind, window: measuring.window(for: metric, in: period))] + linked
    }

    private func digest(_ records: Records, _ tenant: String?) throws -> String {
        if let known = known[records]?[tenant] { return known }
        if tenant == nil {
            known[records, default: [:]][nil] = try store.digest(records.kind, tenant: measuring.tenant, records.window)
        } else {
            for (tenant, digest) in try store.digests(records.kind, ofEach: tenants, records.window) {
                known[records, default: [:]][tenant] = digest
            }
        }
        if let known = known[records]?[tenant] { return known }
        return try store.digest(records.kind, tenant: tenant, records.window)
    }

    /// The imports after one.
    func receipts(after number: Int) throws -> [Int] { try store.receipts().map(\.number).filter { $0 > number } }

    /// The imports after one that brought, or changed, any of what a metric rests on.
    func receipts(of metric: Metric, after number: Int) throws -> [Int] {
        let found = try metric.singles.flatMap(records).map {
            try store.receipts(after: number, changing: $0.kind, tenant: measuring.tenant, $0.window)
        }
        return Set(found.flatMap(\.self)).sorted()
    }
}
