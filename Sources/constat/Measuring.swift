import ConstatMetrics
import ConstatModel
import ConstatStore

/// Measures from a store: each set of columns a question needs is loaded once.
final class Measuring {
    let store: Store
    let workspace: Workspace
    let asOf: Instant
    let tenant: String?
    let evaluator: Evaluator
    private var loaded: [Key: RecordColumns] = [:]
    private var known: [RecordKind: Int]?

    private struct Key: Hashable {
        let kind: RecordKind
        let isState: Bool
        let period: Period
    }

    init(store: Store, workspace: Workspace, asOf: Instant, tenant: String?) {
        (self.store, self.workspace, self.asOf, self.tenant) = (store, workspace, asOf, tenant)
        evaluator = Evaluator(targets: workspace.targets, calendars: workspace.calendars, asOf: asOf)
    }

    /// The measurements of some metrics for a period, in the order of the metrics.
    func measure(_ metrics: [Metric], in period: Period, by dimensions: [Dimension] = []) throws -> [Measurement] {
        var found: [String: [Measurement]] = [:]
        for group in Dictionary(grouping: metrics, by: { Key(kind: $0.kind, isState: $0.anchor == nil, period: period) }).values {
            for measurement in try measureAlike(group, in: period, by: dimensions) {
                found[measurement.metric, default: []].append(measurement)
            }
        }
        return try metrics.flatMap { metric in
            let isMeasurable = try counts()[metric.kind] != nil
            return (found[metric.id] ?? []).map {
                var measurement = $0
                measurement.isMeasurable = isMeasurable
                return measurement
            }
        }
    }

    /// Metrics that look at the same records: these are read once.
    private func measureAlike(_ metrics: [Metric], in period: Period, by dimensions: [Dimension]) throws -> [Measurement] {
        guard let first = metrics.first else { return [] }
        let needs = metrics.reduce(dimensions.contains(.severity) ? Given.severity : Given()) { $0.union($1.needs) }
        let evaluation = evaluator.evaluation(metrics, in: period, by: dimensions)
        try store.eachColumns(first.kind, tenant: tenant, window(for: first, in: period), needs: needs, evaluation.add)
        return evaluation.measurements()
    }

    /// How many records of each kind the tenant has; a kind that is not there was never imported.
    private func counts() throws -> [RecordKind: Int] {
        if let known { return known }
        let counts = try store.counts(tenant: tenant)
        known = counts
        return counts
    }

    /// The records a metric looks at.
    func columns(for metric: Metric, in period: Period) throws -> RecordColumns {
        let key = Key(kind: metric.kind, isState: metric.anchor == nil, period: period)
        if let columns = loaded[key] { return columns }
        let columns = try store.columns(metric.kind, tenant: tenant, window(for: metric, in: period))
        loaded[key] = columns
        return columns
    }

    func window(for metric: Metric, in period: Period) -> Store.Window {
        metric.anchor == nil ? .open(at: Evaluator.end(of: period, asOf: asOf)) : .raised(in: period)
    }
}
