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
    /// The stages that cases must be told by; made when a metric asks for them.
    private let duties: () throws -> RecordColumns
    private var loaded: [Key: RecordColumns] = [:]
    private var known: RecordReaches?
    private var counted: [RecordKind: Int]?

    private struct Key: Hashable {
        let kind: RecordKind
        let span: Span
        let period: Period
        /// What decides about the month that a record is counted in; nil where that is not asked.
        var anchor: Anchor?
    }

    /// Which records of a kind are read.
    private enum Span: Hashable { case raised, alive, open, any }

    /// - Parameter judging: read only when a metric asks for stages.
    init(store: Store, workspace: Workspace, judging: @escaping () throws -> Judging, asOf: Instant, tenant: String?) {
        (self.store, self.workspace, self.asOf, self.tenant) = (store, workspace, asOf, tenant)
        evaluator = Evaluator(targets: workspace.targets, calendars: workspace.calendars, asOf: asOf)
        duties = { RecordColumns(duties: try judging().clocks(in: store, workspace, tenant: tenant, asOf: asOf)) }
    }

    /// The measurements of some metrics for a period, in the order of the metrics; those that cannot be split so are left away.
    func measure(_ metrics: [Metric], in period: Period, by dimensions: [Dimension] = []) throws -> [Measurement] {
        let wanted = metrics.filter { metric in isSplit(metric, dimensions) }
        let singles = Self.singles(of: wanted)
        let found = try measure(singles: singles, in: period, by: dimensions)
        // Where all was counted in records of its own, there is nothing to ask of their reach, which looks at all records.
        let isCounted =
            try found.allSatisfy { $0.population > 0 } && singles.allSatisfy { try !$0.asksForReach && counts()[$0.heldKind] != nil }
        return try compose(wanted, of: found, in: period, isCounted ? nil : reach())
    }

    /// The metrics that are looked up in records: some themselves, and what the others are made of.
    static func singles(of metrics: [Metric]) -> [Metric] {
        Array(Dictionary(metrics.flatMap(\.singles).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }).values)
    }

    func measure(singles: [Metric], in period: Period, by dimensions: [Dimension]) throws -> [Measurement] {
        let byMonth = dimensions.contains(.month)
        return try Dictionary(grouping: singles, by: { key($0, period, anchored: byMonth) }).values.flatMap {
            try measureAlike($0, in: period, by: dimensions)
        }
    }

    func compose(_ metrics: [Metric], of found: [Measurement], in period: Period, _ reach: RecordReach?) -> [Measurement] {
        let marked = found.map { Self.marked($0, reach) }
        let (byMetric, composition) = (Dictionary(grouping: marked, by: \.metric), Composition(marked))
        return metrics.flatMap { metric in
            metric.parts.isEmpty
                ? byMetric[metric.id] ?? [] : composition.measurements(of: metric, in: period).map { Self.marked($0, reach) }
        }
    }

    func isSplit(_ metric: Metric, _ dimensions: [Dimension]) -> Bool {
        let all = metric.singles
        if metric.isUncovered { return dimensions.isEmpty || dimensions == [.tenant] }
        if dimensions.contains(.month), !all.allSatisfy({ if case .at = $0.anchor { true } else { false } }) { return false }
        return dimensions.allSatisfy { dimension in all.map(\.kind).allSatisfy(dimension.applies) }
    }

    private static func marked(_ measurement: Measurement, _ reach: RecordReach?) -> Measurement {
        guard let reach, let metric = MetricCatalogue.metric(measurement.metric) else { return measurement }
        var measurement = measurement
        measurement.isMeasurable = reach.knows(measurement, of: metric)
        return measurement
    }

    /// Metrics that look at the same records: these are read once.
    private func measureAlike(_ metrics: [Metric], in period: Period, by dimensions: [Dimension]) throws -> [Measurement] {
        guard let first = metrics.first else { return [] }
        if first.isUncovered { return try uncovered(metrics, period, dimensions) }
        var needs = RecordNeeds()
        for need in metrics.map(\.needs) + dimensions.map(\.needs) { needs.formUnion(need) }
        let (evaluation, complete) = try evaluation(metrics, needs, in: period, by: dimensions)
        guard try counts()[first.heldKind] != nil else { return evaluation.measurements() }
        if first.kind == .duty {
            evaluation.add(try duties())
        } else {
            try store.eachColumns(first.kind, tenant: tenant, window(for: first, in: period), needs: complete, evaluation.add)
        }
        return evaluation.measurements()
    }

    private func evaluation(
        _ metrics: [Metric], _ needs: RecordNeeds, in period: Period, by dimensions: [Dimension]
    ) throws -> (Evaluation, RecordNeeds) {
        let links = try links(needs.places, in: period)
        return (evaluator.evaluation(metrics, in: period, by: dimensions, links: links), needs.withLinks)
    }

    /// What other records say of those that are measured, as far as some columns need it.
    func links(_ places: Set<Place>, in period: Period) throws -> Links {
        if !places.contains(where: \.isLink) { return Links() }
        return try LinkReading(store: store, tenant: tenant, asOf: asOf, words: workspace.words(), currency: workspace.currency)
            .links(places, in: period, counts())
    }

    private func uncovered(_ metrics: [Metric], _ period: Period, _ dimensions: [Dimension]) throws -> [Measurement] {
        let cover = try store.records(.cover, tenant: tenant, .any).map(\.record)
        return metrics.flatMap { CoverGaps(period, asOf: asOf).measurements(of: $0, cover, by: dimensions) }
    }

    /// How many records of each kind there are.
    private func counts() throws -> [RecordKind: Int] {
        if let counted { return counted }
        let counts = try store.counts(tenant: tenant)
        counted = counts
        return counts
    }

    private func reach() throws -> RecordReach { try reaches().whole }

    func reaches() throws -> RecordReaches {
        if let known { return known }
        let reaches = try RecordReaches(store, tenant: tenant, asOf: asOf)
        known = reaches
        return reaches
    }

    /// The records a metric looks at, with all that others say of them.
    func columns(for metric: Metric, in period: Period) throws -> RecordColumns {
        if metric.kind == .duty { return try duties() }
        var columns = try held(metric, in: period)
        try links(metric.needs.places, in: period).complete(&columns, metric.needs.places)
        return columns
    }

    /// The value of every record that has one, with its severity.
    func eachValue(of metric: Metric, in period: Period, _ visit: (RecordColumns, _ row: Int, _ value: Int64) -> Void) throws {
        guard metric.parts.isEmpty, !metric.isUncovered, metric.kind != .duty else { return }
        let links = try links(metric.needs.places, in: period)
        var needs = metric.needs.withLinks
        needs.given.formUnion([.severity])
        try store.eachColumns(metric.kind, tenant: tenant, window(for: metric, in: period), needs: needs) { part in
            var columns = part
            links.complete(&columns, metric.needs.places)
            for (row, value) in evaluator.values(metric, of: columns, in: period) { visit(columns, row, value) }
        }
    }

    private func held(_ metric: Metric, in period: Period) throws -> RecordColumns {
        let key = key(metric, period)
        if let columns = loaded[key] { return columns }
        let columns = try store.columns(metric.kind, tenant: tenant, window(for: metric, in: period))
        loaded[key] = columns
        return columns
    }

    private func key(_ metric: Metric, _ period: Period, anchored: Bool = false) -> Key {
        Key(kind: metric.kind, span: span(of: metric), period: period, anchor: anchored ? metric.anchor : nil)
    }

    private func span(of metric: Metric) -> Span {
        switch metric.anchor {
        case .at(let place) where place == Place(.raised): .raised
        case .at: metric.kind.isMain ? .alive : .any
        case .end: metric.kind.isMain ? .open : .any
        case .links: .any
        }
    }

    /// Which records a metric looks at.
    func window(for metric: Metric, in period: Period) -> Store.Window {
        switch span(of: metric) {
        case .raised: .raised(in: period)
        case .alive: .alive(in: period)
        case .open: .open(at: Evaluator.end(of: period, asOf: asOf))
        case .any: .any
        }
    }
}
