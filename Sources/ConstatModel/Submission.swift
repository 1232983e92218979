/// A notification that a person sent to an authority: one line of the register.
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
    /// What the authority answered with.
    public let reference: String?
    /// When the register was told.
    public let recordedAt: Instant

    public init(
        source: String, tenant: String, native: String, regime: String, stage: String, submittedAt: Instant,
        reference: String?, recordedAt: Instant
    ) {
        (self.source, self.tenant, self.native, self.regime, self.stage) = (source, tenant, native, regime, stage)
        (self.submittedAt, self.reference, self.recordedAt) = (submittedAt, reference, recordedAt)
    }

    /// Whether it is about this case: source, tenant and native id are alike.
    public func isOf(_ record: Record) -> Bool {
        source == record.source && tenant == record.tenant && native == record.native
    }
}
