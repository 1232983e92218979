public import ConstatControls
import ConstatMetrics
public import ConstatModel
public import ConstatNotification

/// Everything a monthly report is made from: measured and judged, nothing yet in words.
public struct ReportData: Sendable {
    public var definition: ReportDefinition
    public var organisation: String
    public var tenant: String?
    public var provider: String?
    public var classification: String?
    public var period: Period
    public var asOf: Instant
    public var tool: String
    public var targets: Targets
    /// The trend's months, the last is the report's.
    public var months: [Period] = []
    /// Per month, every metric.
    public var monthly: [[Measurement]] = []
    /// Alert volume per month by severity.
    public var volumes: [[Measurement]] = []
    /// Service levels of the period by severity.
    public var levels: [Measurement] = []
    /// Ages in milliseconds of the cases open at the end, by severity.
    public var openAges: [(severity: Severity?, age: Int64)] = []
    public var incidents: [Incident] = []
    public var clocks: [(record: Record, clock: Clock)] = []
    public var evidence: [(framework: Framework, controls: [ControlEvidence])] = []
    public var receipts: [Receipt] = []

    public struct Incident: Sendable {
        public let record: Record
        public init(record: Record) { self.record = record }
    }

    public init(
        definition: ReportDefinition, organisation: String, provider: String?, classification: String?, period: Period,
        asOf: Instant, tool: String, targets: Targets
    ) {
        (self.definition, self.organisation, self.provider) = (definition, organisation, provider)
        (self.classification, self.period, self.asOf, self.tool, self.targets) = (classification, period, asOf, tool, targets)
    }

    /// A file that holds other tenants too: how much of it is theirs is not told.
    func isShared(_ receipt: Receipt) -> Bool { tenant != nil && receipt.tenant == nil }

    func now(_ metric: String) -> Measurement? { monthly.last?.first { $0.metric == metric } }

    func before(_ metric: String) -> Measurement? {
        monthly.count > 1 ? monthly[monthly.count - 2].first { $0.metric == metric } : nil
    }

    func comparison(_ metric: String) -> Comparison? {
        guard let now = now(metric), let before = before(metric), let known = MetricCatalogue.metric(metric) else { return nil }
        return Comparison(now, against: before, better: known.better)
    }
}
