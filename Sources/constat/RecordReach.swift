import ConstatMetrics
import ConstatModel
import ConstatStore

/// From when to when a tenant's records tell anything: where nothing is known, nothing is not zero.
struct RecordReach {
    let extents: [RecordKind: Store.Extent]
    /// The kind and the time of each import made for the tenant, or for several.
    let imports: [(kind: RecordKind, at: Instant)]
    /// From the first to the last sign of life of any log source; nil when none ever gave one.
    let signs: ClosedRange<Instant>?
    let asOf: Instant

    /// Whether what was measured is known: a kind that is not there was never imported.
    func knows(_ measurement: Measurement, of metric: Metric) -> Bool {
        let (start, end) = (measurement.period.start, Evaluator.end(of: measurement.period, asOf: asOf))
        let isOver = measurement.period.end <= asOf
        return metric.singles.allSatisfy { metric in
            guard let extent = extents[metric.heldKind] else { return false }
            if metric.restsOnSigns, !isWatched(start, end) { return false }
            if metric.restsOnAlerts, let alerts = extents[.alert], !isReached(.alert, alerts, start, end) { return false }
            if metric.isUncovered { return isCovered(extent, start, end) }
            if metric.anchor == .end, isOver, let last, last < end { return false }
            return measurement.population > 0 || isReached(metric.heldKind, extent, start, end)
        }
    }

    /// The last that was heard of the tenant: a record, or an import. States at a later instant are not known.
    private var last: Instant? { (extents.values.compactMap { $0.raised?.upperBound } + imports.map(\.at)).max() }

    /// Before the first row of cover, and from a day after the last one, nobody knows who was there, unless an import shows it.
    private func isCovered(_ extent: Store.Extent, _ start: Instant, _ end: Instant) -> Bool {
        guard let raised = extent.raised else { return true }
        let isToTheEnd = end <= raised.upperBound.advanced(by: Instant.day) || imports.contains { $0.kind == .cover && $0.at >= end }
        return raised.lowerBound <= start && isToTheEnd
    }

    /// Whether records of a kind go on before and after a stretch, or an import shows that there was none.
    private func isReached(_ kind: RecordKind, _ extent: Store.Extent, _ start: Instant, _ end: Instant) -> Bool {
        guard let raised = extent.raised else { return true }
        if end <= raised.lowerBound { return imports.contains { $0.kind == kind && end <= $0.at && $0.at <= raised.lowerBound } }
        if raised.upperBound >= start { return true }
        let own = imports.filter { $0.kind == kind }
        return (own.isEmpty ? imports : own).contains { $0.at >= end }
    }

    /// Silence is silence while any log source gives a sign of life, or other records go on without one.
    private func isWatched(_ start: Instant, _ end: Instant) -> Bool {
        guard let signs else { return true }
        if signs.upperBound < start || end <= signs.lowerBound { return false }
        let later = signs.upperBound.advanced(by: Instant.day)
        return end <= later || RecordKind.main.contains { (extents[$0]?.raised?.upperBound ?? signs.upperBound) >= later }
    }
}

extension Metric {
    /// Itself, or what it is made of.
    var singles: [Metric] { parts.isEmpty ? [self] : parts.compactMap(MetricCatalogue.metric) }

    /// The kind of the records that tell it: stages to notify follow from cases.
    var heldKind: RecordKind { kind == .duty ? .case : kind }

    /// Whether it may be unknown although records were counted.
    var asksForReach: Bool { restsOnSigns || restsOnAlerts || isUncovered || anchor == .end }

    /// Whether it asks what alerts of the period name.
    var restsOnAlerts: Bool { needs.places.contains(Place(value: "fired")) }

    /// Whether it is about log sources that must have been heard of.
    var restsOnSigns: Bool { !needs.places.isDisjoint(with: [Place(value: "lastSeen"), Place(value: "detected")]) }
}
