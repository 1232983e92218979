import ConstatMetrics
import ConstatModel
import ConstatStore

/// From when to when there are records: before and after, nothing is known, which is not zero.
final class RecordReach {
    private let store: Store
    private let tenant: String?
    private var begins: [RecordKind: Instant?] = [:]
    private lazy var signs = Result { try lastSign() }

    init(_ store: Store, _ tenant: String?) { (self.store, self.tenant) = (store, tenant) }

    /// The measurement; not measurable where its period lies beyond the records that it rests on.
    func marked(_ measurement: Measurement) throws -> Measurement {
        guard let metric = MetricCatalogue.metric(measurement.metric) else { return measurement }
        let parts = metric.parts.isEmpty ? [metric] : metric.parts.compactMap(MetricCatalogue.metric)
        var measurement = measurement
        for kind in Set(parts.map(\.kind)) where try measurement.population == 0 && !hasBegun(kind, by: measurement.period.end) {
            measurement.isMeasurable = false
        }
        if parts.contains(where: restsOnSigns), try !isWatched(measurement.period) { measurement.isMeasurable = false }
        return measurement
    }

    private func hasBegun(_ kind: RecordKind, by end: Instant) throws -> Bool {
        let held = kind == .duty ? RecordKind.case : kind
        if begins[held] == nil { begins[held] = .some(try store.begin(of: held, tenant: tenant)) }
        guard let begin = begins[held] ?? nil else { return true }
        return begin < end
    }

    /// Whether it is about log sources that must have been heard of.
    private func restsOnSigns(_ metric: Metric) -> Bool {
        !metric.needs.places.isDisjoint(with: [Place(value: "lastSeen"), Place(value: "detected")])
    }

    /// As long as any log source gives a sign of life, or other records go on without one, silence is silence.
    private func isWatched(_ period: Period) throws -> Bool {
        guard let sign = try signs.get() else { return true }
        if sign < period.start { return false }
        let later = sign.advanced(by: Instant.day)
        return try period.end <= later || RecordKind.main.contains { try (store.end(of: $0, tenant: tenant) ?? sign) >= later }
    }

    /// The last sign of life of any log source; nil when none ever gave one.
    private func lastSign() throws -> Instant? {
        let told = try store.records(.logSource, tenant: tenant, .any).compactMap { stored in
            stored.record.facts["lastEvent"].flatMap { Stamp(told: $0)?.instant }
        }
        return try ([store.end(of: .heartbeat, tenant: tenant)] + told).compactMap(\.self).max()
    }
}
