/// What one purge removed, and proof that it was made: purges are never changed, and each holds the hash of the one before.
public struct Purge: Hashable, Sendable {
    /// Counted from 1 in a store; 0 until it is in it.
    public var number = 0
    /// What was last changed before this instant lost its personal fields.
    public let before: Instant
    /// When the purge was made.
    public let purgedAt: Instant
    /// Who purged, e.g. `constat 1.0.0`.
    public let tool: String
    /// Records, and older states of records, that lost a field.
    public var records = 0
    /// Changes that lost the name of who made them, or of an assignee.
    public var transitions = 0
    /// Refused rows whose text was removed.
    public var refusals = 0
    /// The hash of the last receipt at that time; empty when there was none.
    public var receiptHash = ""
    /// The hash of the purge before; empty for the first.
    public var previousHash = ""
    /// `computedHash` at the time of the purge, as stored.
    public var hash = ""

    public init(before: Instant, purgedAt: Instant, tool: String) {
        (self.before, self.purgedAt, self.tool) = (before, purgedAt, tool)
    }

    /// The hash of the content and of the hashes before it.
    public var computedHash: String {
        let fields: [String] = [
            "purge \(number)", "\(before.milliseconds)", "\(purgedAt.milliseconds)", tool, "\(records) \(transitions) \(refusals)",
            receiptHash, previousHash,
        ]
        return Digest.hex(of: fields.joined(separator: "\n"))
    }
}
