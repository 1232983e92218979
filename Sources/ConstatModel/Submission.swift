/// A notification that a person sent to an authority: one line of the register.
public struct Submission: Hashable, Sendable {
    /// The case, by source, tenant and native id.
    public let source: String
    public let tenant: String
    public let native: String
    public let regime: String
    public let stage: String
    public let submittedAt: Instant
    /// What the authority answered with.
    public let reference: String?
    public let recordedAt: Instant

    public init(
        source: String, tenant: String, native: String, regime: String, stage: String, submittedAt: Instant,
        reference: String?, recordedAt: Instant
    ) {
        (self.source, self.tenant, self.native, self.regime, self.stage) = (source, tenant, native, regime, stage)
        (self.submittedAt, self.reference, self.recordedAt) = (submittedAt, reference, recordedAt)
    }

    public func isOf(_ record: Record) -> Bool {
        source == record.source && tenant == record.tenant && native == record.native
    }
}
