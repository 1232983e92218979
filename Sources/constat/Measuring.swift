import ConstatMetrics
import ConstatModel
import ConstatStore

/// Measures from a store: loads the columns a question needs, once per period and kind.
struct Measuring {
    let store: Store
    let workspace: Workspace
    let asOf: Instant
    let tenant: String?

    /// The measurements of some metrics for a period, in the order of the metrics.
    func measure(_ metrics: [Metric], in period: Period, by dimensions: [Dimension] = []) throws -> [Measurement] {
        let evaluator = Evaluator(targets: workspace.targets, asOf: asOf)
        var raised: [RecordKind: RecordColumns] = [:]
        var open: [RecordKind: RecordColumns] = [:]
        return try metrics.flatMap { metric in
            let kind = metric.kind
            let columns: RecordColumns
            if metric.anchor == nil {
                columns = try open[kind] ?? store.columns(kind, tenant: tenant, .open(at: Evaluator.end(of: period, asOf: asOf)))
                open[kind] = columns
            } else {
                columns = try raised[kind] ?? store.columns(kind, tenant: tenant, .raised(in: period))
                raised[kind] = columns
            }
            return evaluator.measure(metric, over: columns, in: period, by: dimensions)
        }
    }
}
