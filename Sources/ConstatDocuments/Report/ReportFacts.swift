public import ConstatControls
public import ConstatMetrics
public import ConstatModel
public import ConstatNotification

/// What a report shows besides figures; what its definition does not ask for stays empty, clocks excepted.
public struct ReportFacts: Sendable {
    /// Frozen figures that would be others today.
    public var restatements: [Restatement] = []
    /// Ages in milliseconds of the cases open at the end, by severity.
    public var openAges: [(severity: Severity?, age: Int64)] = []
    /// How many took how long, by metric.
    public var distributions: [String: Distribution] = [:]
    /// When alerts of the period came; nil when not asked for.
    public var week: WeekGrid?
    /// ATT&CK techniques in the order of their ids; nil when none was imported.
    public var techniques: [TechniqueState]?
    /// Titles of detection rules by what alerts call them; empty when not asked for.
    public var ruleTitles: [String: String] = [:]
    /// Confirmed cases raised in the period, by gravity.
    public var incidents: [Incident] = []
    /// Of cases raised in the period, and of any other that still run; the nearest deadline first.
    public var clocks: [CaseClock] = []
    /// Decisions not to notify that were taken in the period, with the names of their cases.
    public var decisionsNotToNotify: [(caseName: String, entry: RegisterEntry)] = []
    /// Root causes that came again; nil when not asked for.
    public var recurring: RecurringCauses?
    /// Published figures of others.
    public var benchmarks: [Benchmark] = []
    /// In the order of the definition; the controls of each in the order of its catalogue.
    public var evidence: [(framework: Framework, controls: [ControlEvidence])] = []
    /// Smaller records, by the list that asks for them: those shown, and how many there are.
    public var lists: [RecordList: (shown: [Record], count: Int)] = [:]

    public init() {}

    /// A case that the report names.
    public struct Incident: Sendable {
        public let record: Record
        /// Its clocks, the nearest deadline first.
        public let clocks: [Clock]

        public init(record: Record, clocks: [Clock]) { (self.record, self.clocks) = (record, clocks) }
    }

    /// A clock with the case it runs for.
    public struct CaseClock: Sendable {
        public let record: Record
        public let clock: Clock

        public init(record: Record, clock: Clock) { (self.record, self.clock) = (record, clock) }
    }
}
