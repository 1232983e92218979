/// A notification that a person sent to an authority, as the register tells it.
public struct Submission: Hashable, Sendable {
    /// The case, by source, tenant and native id.
    public let source: String
    /// The tenant the case belongs to.
    public let tenant: String
    /// The id of the case in its source.
    public let native: String
    /// The regime's id, e.g. `nis2`.
    public let regime: String
    /// The stage's id, e.g. `early-warning`.
    public let stage: String
    /// When it was sent: what is held against the deadline.
    public let submittedAt: Instant
    /// The last instant at which it was in time, as it stood when it was recorded; nil when no limit was kept.
    public var due: Instant?
    /// What the authority answered with.
    public var reference: String?
    /// Why it was late; nil when nobody said.
    public var delayReasons: String?
    /// What was known when it was recorded, by fact; empty when nothing was kept.
    public var facts: [String: String] = [:]

    public init(source: String, tenant: String, native: String, regime: String, stage: String, submittedAt: Instant) {
        (self.source, self.tenant, self.native, self.regime, self.stage) = (source, tenant, native, regime, stage)
        self.submittedAt = submittedAt
    }

    /// A submission of a case.
    public init(of record: Record, regime: String, stage: String, at: Instant) {
        self.init(source: record.source, tenant: record.tenant, native: record.native, regime: regime, stage: stage, submittedAt: at)
    }

    /// Whether it is about this case: source, tenant and native id are alike.
    public func isOf(_ record: Record) -> Bool {
        source == record.source && tenant == record.tenant && native == record.native
    }
}
