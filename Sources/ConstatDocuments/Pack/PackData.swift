public import ConstatControls
public import ConstatModel

/// Everything an evidence pack is made from.
public struct PackData: Sendable {
    /// A record of the period with the place it came from.
    public struct Row: Sendable {
        /// The record itself.
        public let record: Record
        /// Its own verdict, or for an alert without one, that of its case.
        public let effectiveVerdict: Verdict?
        /// The number of the import that last wrote it.
        public let receipt: Int
        /// The row of that import's file.
        public let row: Int

        public init(record: Record, effectiveVerdict: Verdict?, receipt: Int, row: Int) {
            (self.record, self.effectiveVerdict, self.receipt, self.row) = (record, effectiveVerdict, receipt, row)
        }
    }

    /// A record a metric could not use; for what a source cannot give at all, one line for all its records.
    public struct Exception: Sendable {
        /// The metric's id.
        public let metric: String
        /// Nil for a line that stands for all records of a source.
        public let record: Record?
        /// The kind the metric looks at.
        public let kind: RecordKind
        /// The source's slug.
        public let source: String
        /// Why it was left out.
        public let reason: LeftOut
        /// Records it stands for: 1 when `record` is there.
        public let count: Int

        public init(metric: String, record: Record?, kind: RecordKind, source: String, reason: LeftOut, count: Int) {
            (self.metric, self.record, self.kind, self.source) = (metric, record, kind, source)
            (self.reason, self.count) = (reason, count)
        }
    }

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
    /// The configured targets.
    public var targets: Targets
    /// Frozen figures that would be others today.
    public var restatements: [Restatement] = []
    /// One per control, in the order of the catalogue.
    public var evidence: [ControlEvidence] = []
    /// Alerts first, then cases, each oldest first; merged ones too.
    public var rows: [Row] = []
    /// Whole, then by severity.
    public var measurements: [Measurement] = []
    /// Per metric; in each, first what a source cannot give, then single records.
    public var exceptions: [Exception] = []
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

    /// What the pack rests on, in one digest: the imports, the question, the tool.
    public var packID: String {
        let parts = [
            framework.id, framework.version, framework.reviewed, tenant ?? "", period.name, period.zone.name, asOf.iso, tool,
            receipts.last?.hash ?? "", configuration?.sha256 ?? "",
        ]
        return String(Digest.hex(of: parts.joined(separator: "\n")).prefix(16))
    }

    func count(_ kind: RecordKind, merged: Bool? = nil) -> Int {
        rows.filter { $0.record.kind == kind && (merged == nil || ($0.record.status == .merged) == merged) }.count
    }
}
