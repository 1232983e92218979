import ConstatMetrics
import ConstatModel
import ConstatStore

/// Measures many tenants, each as if it were alone, in one reading of all.
extension Measuring {
    /// The measurements of each of some tenants as if it were alone, from one reading of all.
    func measure(
        _ metrics: [Metric], ofEach tenants: [String], in period: Period, by dimensions: [Dimension] = []
    ) throws -> [String: [Measurement]] {
        let wanted = metrics.filter { metric in isSplit(metric, dimensions) }
        let singles = Self.singles(of: wanted)
        let found = Dictionary(grouping: try measure(singles: singles, in: period, by: [.tenant] + dimensions)) { $0.group[0].word }
        let reaches = try reaches()
        return Dictionary(
            uniqueKeysWithValues: tenants.map { tenant in
                var own = (found[tenant] ?? []).map { measurement in
                    var measurement = measurement
                    measurement.group.removeFirst()
                    return measurement
                }
                if dimensions.isEmpty {
                    let known = Set(own.map(\.metric))
                    own += singles.filter { !known.contains($0.id) }.flatMap { nothing(of: $0, in: period) }
                }
                return (tenant, compose(wanted, of: own, in: period, reaches.reach(of: tenant)))
            })
    }

    /// What is measured where no record is.
    private func nothing(of metric: Metric, in period: Period) -> [Measurement] {
        metric.isUncovered
            ? CoverGaps(period, asOf: asOf).measurements(of: metric, [], by: []) : evaluator.evaluation([metric], in: period).measurements()
    }
}
