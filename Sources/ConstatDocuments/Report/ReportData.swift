public import ConstatControls
import ConstatMetrics
public import ConstatModel
public import ConstatNotification

/// Everything a monthly report is made from: measured and judged, nothing yet in words.
public struct ReportData: Sendable {
    /// What the report shows.
    public var definition: ReportDefinition
    /// The name on the report: the tenant's, or the provider's own without a tenant.
    public var organisation: String
    /// The tenant's slug; nil for all tenants together.
    public var tenant: String?
    /// Who watches the tenant; nil without a tenant, or when not configured.
    public var provider: String?
    /// The marking on the page, e.g. `TLP:AMBER`; nil for none.
    public var classification: String?
    /// The month that is reported.
    public var period: Period
    /// The instant the report stands for.
    public var asOf: Instant
    /// The version of Constat.
    public var tool: String
    /// The configured targets.
    public var targets: Targets
    /// Frozen figures that would be others today.
    public var restatements: [Restatement] = []
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
    /// Confirmed cases raised in the period, grave or of unknown severity, the gravest first.
    public var incidents: [Incident] = []
    /// Of cases raised in the period, and of any other that still run; the nearest deadline first.
    public var clocks: [(record: Record, clock: Clock)] = []
    /// Decisions not to notify that were taken in the period, with the names of their cases.
    public var decisionsNotToNotify: [(caseName: String, entry: RegisterEntry)] = []
    /// In the order of the definition; the controls of each in the order of its catalogue.
    public var evidence: [(framework: Framework, controls: [ControlEvidence])] = []
    /// The imports the figures rest on, in the order of their numbers.
    public var receipts: [Receipt] = []

    /// A case that the report names.
    public struct Incident: Sendable {
        /// The case.
        public let record: Record
        /// An incident of one case.
        public init(record: Record) { self.record = record }
    }

    public init(
        definition: ReportDefinition, organisation: String, provider: String?, classification: String?, period: Period,
        asOf: Instant, tool: String, targets: Targets
    ) {
        (self.definition, self.organisation, self.provider) = (definition, organisation, provider)
        (self.classification, self.period, self.asOf, self.tool, self.targets) = (classification, period, asOf, tool, targets)
    }

    func now(_ metric: String) -> Measurement? { monthly.last?.first { $0.metric == metric } }

    func before(_ metric: String) -> Measurement? {
        monthly.count > 1 ? monthly[monthly.count - 2].first { $0.metric == metric } : nil
    }

    func comparison(_ metric: String) -> Comparison? {
        guard let now = now(metric), let before = before(metric), let known = MetricCatalogue.metric(metric) else { return nil }
        return Comparison(now, against: before, better: known.better)
    }
}
