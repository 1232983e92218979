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
    private var known: [Records: String] = [:]

    init(_ store: Store, _ measuring: Measuring, _ period: Period) {
        (self.store, self.measuring, self.period) = (store, measuring, period)
    }

    func digest(of metric: Metric) throws -> String {
        if !metric.parts.isEmpty { return Digest.hex(of: try metric.parts.compactMap(MetricCatalogue.metric).map(digest).joined()) }
        return Digest.hex(of: try records(of: metric).map(digest).joined(separator: " "))
    }

    private func records(of metric: Metric) -> [Records] {
        // Stages to notify follow from cases.
        let kind = metric.kind == .duty ? RecordKind.case : metric.kind
        let linked = LinkReading.kinds(of: metric.needs.places).map { kind in
            Records(kind: kind.kind, window: kind.isOfPeriod ? .raised(in: period) : .any)
        }
        if metric.isUncovered { return [Records(kind: kind, window: .any)] }
        return [Records(kind: kind, window: measuring.window(for: metric, in: period))] + linked
    }

    private func digest(_ records: Records) throws -> String {
        if let known = known[records] { return known }
        let digest = try store.digest(records.kind, tenant: measuring.tenant, records.window)
        known[records] = digest
        return digest
    }

    /// The imports after one that brought, or changed, any of what a metric rests on.
    func receipts(of metric: Metric, after number: Int) throws -> [Int] {
        let all = metric.parts.isEmpty ? [metric] : metric.parts.compactMap(MetricCatalogue.metric)
        let found = try all.flatMap(records).map {
            try store.receipts(after: number, changing: $0.kind, tenant: measuring.tenant, $0.window)
        }
        return Set(found.flatMap(\.self)).sorted()
    }
}
