public import ConstatControls
public import ConstatMetrics
public import ConstatModel

/// Everything an evidence pack is made from, but for the records: these come part by part.
public struct PackData: Sendable {
    /// The framework whose controls are evidenced.
    public var framework: Framework
    /// The name on the pack: the tenant's, or the provider's own without a tenant.
    public var organisation: String
    /// The tenant's slug; nil for all tenants together.
    public var tenant: String?
    /// Who watches the tenant; nil without a tenant, or when not configured.
    public var provider: String?
    /// The marking on each document, e.g. `TLP:AMBER`; nil for none.
    public var classification: String?
    /// The period that is measured.
    public var period: Period
    /// The instant the pack stands for; also the workbook's creation date.
    public var asOf: Instant
    /// The version of Constat.
    public var tool: String
    /// The language of its sheets.
    public var language = Language.en
    /// Whether somebody calls it final.
    public var isFinal = false
    /// The configured targets, and when whom works.
    public var targets: Targets
    public var calendars = BusinessCalendars()
    /// What the pack measures; parts of composed metrics too.
    public var metrics: [Metric] = []
    /// The sheets of records.
    public var tables: [PackTable] = []
    /// Frozen figures that would be others today.
    public var restatements: [Restatement] = []
    /// What changed in the period that decides about figures: rules, mappings, targets.
    public var changes: [PackChange] = []
    /// Decisions not to notify that were taken in the period, with the names of their cases.
    public var decisionsNotToNotify: [(caseName: String, entry: RegisterEntry)] = []
    /// One per control, in the order of the catalogue.
    public var evidence: [ControlEvidence] = []
    /// Controls of other frameworks that stand opposite each, as people cite them.
    public var opposite: [String: [String]] = [:]
    /// Documents that people attached, by the ids of their controls.
    public var documents: [String: [AttachedDocument]] = [:]
    /// Of these, the numbers of those whose file goes with the pack.
    public var enclosed: Set<Int> = []
    /// Whole, then by severity.
    public var measurements: [Measurement] = []
    /// How the sample is drawn.
    public var sampling = Sampling()
    /// What the store holds, to reconcile the rows with.
    public var counts = StoreCounts()
    /// The file the settings come from; nil when there is none.
    public var configuration: Configuration?
    /// The imports the tenant's records rest on.
    public var receipts: [Receipt] = []

    public init(
        framework: Framework, organisation: String, tenant: String?, provider: String?, classification: String?,
        period: Period, asOf: Instant, tool: String, targets: Targets
    ) {
        (self.framework, self.organisation, self.tenant, self.provider) = (framework, organisation, tenant, provider)
        (self.classification, self.period, self.asOf, self.tool, self.targets) = (classification, period, asOf, tool, targets)
    }

    /// Counts of the store, independent of the rows of this pack.
    public struct StoreCounts: Sendable {
        /// All records of the tenant.
        public var records: [RecordKind: Int] = [:]
        /// Of them, those that files shared with other tenants brought.
        public var fromShared: [RecordKind: Int] = [:]
        /// Of all records, those not raised in the period.
        public var outsidePeriod: [RecordKind: Int] = [:]

        /// No counts yet.
        public init() {}
    }

    /// A file whose settings the figures depend on.
    public struct Configuration: Sendable {
        /// Its name.
        public let file: String
        /// Its size.
        public let bytes: Int
        /// 64 lower-case hexadecimal digits.
        public let sha256: String

        public init(file: String, bytes: Int, sha256: String) { (self.file, self.bytes, self.sha256) = (file, bytes, sha256) }
    }

    /// What the pack rests on, in one digest: the imports, the question, the tool. The sample changes nothing of it.
    public var packID: String {
        let parts = [
            framework.id, framework.version, framework.reviewed, tenant ?? "", period.name, period.zone.name, asOf.iso, tool,
            receipts.last?.hash ?? "", configuration?.sha256 ?? "", language.rawValue, "\(isFinal)",
            documents.values.joined().map(\.hash).sorted().joined(separator: " "),
        ]
        return String(Digest.hex(of: parts.joined(separator: "\n")).prefix(16))
    }

    /// The zone each import was read in, by its number.
    public var zones: [Int: Zone] {
        Dictionary(receipts.map { ($0.number, Zone($0.zone) ?? .utc) }, uniquingKeysWith: { first, _ in first })
    }
}

/// A change in the period of what decides about figures.
public struct PackChange: Hashable, Sendable {
    /// What changed: a detection rule, the mapping of a source, a target.
    public enum Subject: String, Sendable { case rule, mapping, target }

    public let subject: Subject
    /// The id or name of what changed.
    public let name: String
    /// When; nil where only the import that showed it is known.
    public let at: Instant?
    /// How it was and how it is, or what happened to it; a key of the words, or plain text.
    public let what: String
    /// The import that showed it.
    public let receipt: Int?

    public init(_ subject: Subject, _ name: String, at: Instant?, what: String, receipt: Int?) {
        (self.subject, self.name, self.at, self.what, self.receipt) = (subject, name, at, what, receipt)
    }
}
