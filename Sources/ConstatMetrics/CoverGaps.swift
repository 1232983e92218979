public import ConstatModel

/// The time in which nobody covers.
public struct CoverGaps {
    private let period: Period
    private let end: Instant

    /// - Parameter asOf: what comes later has no gaps yet.
    public init(_ period: Period, asOf: Instant) { (self.period, end) = (period, Evaluator.end(of: period, asOf: asOf)) }

    /// One measurement, or one for each tenant that records cover; n counts the stretches that reach into the period.
    public func measurements(of metric: Metric, _ cover: [Record], by dimensions: [Dimension]) -> [Measurement] {
        let isSplit = dimensions == [.tenant]
        guard dimensions.isEmpty || isSplit else { return [] }
        let byTenant = Dictionary(grouping: cover, by: \.tenant)
        let groups = isSplit ? byTenant.keys.sorted().map { [$0] } : [byTenant.keys.sorted()]
        return groups.map { tenants in
            var measurement = Tally.nothing(metric, period)
            if isSplit { measurement.group = [GroupKey(Dimension.tenant.word, tenants[0])] }
            guard period.start < end else { return measurement }
            let records = tenants.flatMap { byTenant[$0] ?? [] }
            let whole = records.filter { $0.instant(.raised) != nil && $0.instant(.lastClosed) != nil }
            measurement.n = whole.count(where: isInside)
            for milestone in [Milestone.raised, .lastClosed] {
                let missing = records.count { $0.instant(milestone) == nil && (milestone == .raised || $0.instant(.raised) != nil) }
                if missing > 0 { measurement.leftOut[.missing(milestone.rawValue)] = missing }
            }
            measurement.population = measurement.n + measurement.leftOutCount
            let span = period.start.milliseconds..<end.milliseconds
            let gaps = tenants.reduce(0) { $0 + Cover(byTenant[$1] ?? []).gaps(in: span) }
            measurement.sums = tenants.isEmpty ? nil : Sums(of: Double(gaps))
            return measurement
        }
    }

    private func isInside(_ record: Record) -> Bool {
        guard let from = record.instant(.raised), let to = record.instant(.lastClosed) else { return false }
        return from < end && period.start < to
    }
}
