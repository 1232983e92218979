public import ConstatMetrics
public import ConstatModel

/// Everything a report is made from: measured and judged, nothing yet in words.
public struct ReportData: Sendable {
    /// What the report shows.
    public var definition: ReportDefinition
    /// Who and what is on its head.
    public var head: ReportHead
    /// The period that is reported, and the one before that it is compared with.
    public var period: Period
    public var former: Period? { period.previous }
    /// The steps of charts over time; the last ends with the period, or runs.
    public var trend: [Period]
    /// The instant the report stands for.
    public var asOf: Instant
    /// The configured targets.
    public var targets: Targets
    /// All figures.
    public var figures = FigureTable()
    /// What is not a figure.
    public var facts = ReportFacts()

    public init(definition: ReportDefinition, head: ReportHead, period: Period, asOf: Instant, targets: Targets) {
        (self.definition, self.head, self.period, self.asOf, self.targets) = (definition, head, period, asOf, targets)
        trend = period.trend(of: definition.trend.of, steps: definition.trend.steps).filter { $0.start < asOf }
    }

    func now(_ metric: String) -> Measurement? { figures.whole(metric, period) }
    func before(_ metric: String) -> Measurement? { figures.whole(metric, former) }

    /// The steps of a metric; an empty measurement where a step has none.
    func steps(_ metric: String) -> [Measurement] {
        trend.map { step in
            figures.whole(metric, step)
                ?? Measurement(metric: metric, version: 1, period: step, unit: MetricCatalogue.metric(metric)?.unit ?? .count)
        }
    }

    /// As people call a case; with its tenant on a page over all of them.
    func name(of record: Record) -> String {
        let name = "#\(record.number ?? record.native)"
        return head.tenant == nil ? "\(record.tenant) \(name)" : name
    }

    /// Whether a figure can be told apart from that of the period before; nil where one of the two was not asked for.
    public func comparison(_ metric: String) -> Comparison? {
        guard let now = now(metric), let before = before(metric), let known = MetricCatalogue.metric(metric) else { return nil }
        return Comparison(now, against: before, better: known.better)
    }
}
