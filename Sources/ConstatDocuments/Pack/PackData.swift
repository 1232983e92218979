public import ConstatControls
public import ConstatModel

/// Everything an evidence pack is made from.
public struct PackData: Sendable {
    /// A record of the period with the place it came from.
    public struct Row: Sendable {
        public let record: Record
        public let effectiveVerdict: Verdict?
        public let receipt: Int
        public let row: Int

        public init(record: Record, effectiveVerdict: Verdict?, receipt: Int, row: Int) {
            (self.record, self.effectiveVerdict, self.receipt, self.row) = (record, effectiveVerdict, receipt, row)
        }
    }

    /// A record a metric could not use; for what a source cannot give at all, one line for all its records.
    public struct Exception: Sendable {
        public let metric: String
        public let record: Record?
        public let kind: RecordKind
        public let source: String
        public let reason: LeftOut
        public let count: Int

        public init(metric: String, record: Record?, kind: RecordKind, source: String, reason: LeftOut, count: Int) {
            (self.metric, self.record, self.kind, self.source) = (metric, record, kind, source)
            (self.reason, self.count) = (reason, count)
        }
    }

    public var framework: Framework
    public var organisation: String
    public var tenant: String?
    public var provider: String?
    public var classification: String?
    public var period: Period
    public var asOf: Instant
    public var tool: String
    public var targets: Targets
    public var evidence: [ControlEvidence] = []
    /// Alerts first, then cases, each oldest first; merged ones too.
    public var rows: [Row] = []
    /// Whole, then by severity.
    public var measurements: [Measurement] = []
    public var exceptions: [Exception] = []
    public var counts = StoreCounts()
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
        public var outsidePeriod: [RecordKind: Int] = [:]

        public init() {}
    }

    /// A file whose settings the figures depend on.
    public struct Configuration: Sendable {
        public let file: String
        public let bytes: Int
        public let sha256: String

        public init(file: String, bytes: Int, sha256: String) { (self.file, self.bytes, self.sha256) = (file, bytes, sha256) }
    }

    /// Imports of files that hold other tenants too: their counts are nobody's business here.
    public func isShared(_ receipt: Receipt) -> Bool { tenant != nil && receipt.tenant == nil }

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
