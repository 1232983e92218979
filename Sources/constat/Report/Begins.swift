import ConstatMetrics
import ConstatModel
import ConstatStore

/// Since when there are records of each kind: before that, nothing is known, which is not zero.
final class Begins {
    private let store: Store
    private let tenant: String?
    private var known: [RecordKind: Instant?] = [:]

    init(_ store: Store, _ tenant: String?) { (self.store, self.tenant) = (store, tenant) }

    /// The measurement; not measurable where its period ends before the first record of its kind.
    func marked(_ measurement: Measurement) throws -> Measurement {
        guard let metric = MetricCatalogue.metric(measurement.metric), measurement.population == 0 else { return measurement }
        let parts = metric.parts.isEmpty ? [metric] : metric.parts.compactMap(MetricCatalogue.metric)
        var measurement = measurement
        for kind in Set(parts.map(\.kind)) where try !hasBegun(kind, by: measurement.period.end) { measurement.isMeasurable = false }
        return measurement
    }

    private func hasBegun(_ kind: RecordKind, by end: Instant) throws -> Bool {
        let held = kind == .duty ? RecordKind.case : kind
        if known[held] == nil { known[held] = .some(try store.begin(of: held, tenant: tenant)) }
        guard let begin = known[held] ?? nil else { return true }
        return begin < end
    }
}
