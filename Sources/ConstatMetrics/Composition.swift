public import ConstatModel

/// Measurements made of others: those that breached, one less another, one per another.
public struct Composition {
    /// The measurements they are made of, by metric and in any order.
    private let parts: [String: [[GroupKey]: Measurement]]

    public init(_ measurements: [Measurement]) {
        parts = Dictionary(grouping: measurements, by: \.metric).mapValues { all in
            Dictionary(all.map { ($0.group, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// The measurements of a composed metric, one for each group that any of its parts has.
    public func measurements(of metric: Metric, in period: Period) -> [Measurement] {
        let groups = Set(metric.parts.flatMap { parts[$0].map { Array($0.keys) } ?? [] })
        return groups.sorted { $0.lexicographicallyPrecedes($1) }.map { group in
            var measurement = Tally.nothing(metric, period)
            measurement.group = group
            let found = metric.parts.map { parts[$0]?[group] ?? Measurement(metric: $0, version: 1, period: period, unit: .count) }
            compose(&measurement, metric.measure, found)
            return measurement
        }
    }

    private func compose(_ measurement: inout Measurement, _ measure: Measure, _ found: [Measurement]) {
        for part in found {
            measurement.population += part.population
            measurement.open += part.open
            measurement.n += part.n
            measurement.leftOut.merge(part.leftOut, uniquingKeysWith: +)
        }
        switch measure {
        case .breaches:
            let breached = found.reduce(0) { $0 + $1.n - ($1.numerator ?? 0) }
            (measurement.sums, measurement.late) = (Sums(of: Double(breached)), found.reduce(0) { $0 + $1.late })
        case .difference: measurement.sums = Sums(of: Double(found[0].n - found[1].n))
        case .rate:
            let isKnown = found.allSatisfy(\.isMeasurable)
            measurement.sums = isKnown ? Sums(of: found[0].sums?.of ?? Double(found[0].n), per: Double(found[1].n)) : nil
        default: break
        }
    }
}
