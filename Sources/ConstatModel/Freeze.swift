/// A month fixed at its closing: never changed, and each holds the hash of the one before.
public struct Freeze: Hashable, Sendable, Chained {
    /// Counted from 1 in a store; 0 until it is in it.
    public var number = 0
    /// As the user writes it, e.g. `2026-10`, and its zone.
    public let period: String
    public let zone: String
    /// Whose month; nil for all together.
    public let tenant: String?
    /// When it was frozen, and at which instant open records were looked at.
    public let frozenAt: Instant
    public let asOf: Instant
    /// The number of the last import it rests on; 0 for none.
    public let receipt: Int
    /// SHA-256 of what `constat.yaml` and the rules of Controls/ say, and of the register of notifications.
    public let configuration: String
    public let register: String
    /// Who froze it, e.g. `constat 1.0.0`.
    public let tool: String
    /// Why it was frozen again; empty for the first time.
    public let reason: String
    /// SHA-256 of the measurements, in their order.
    public let content: String
    /// The hash of the freeze before; empty for the first.
    public var previousHash = ""
    /// `computedHash` at the time, as stored.
    public var hash = ""

    public init(
        period: String, zone: String, tenant: String?, frozenAt: Instant, asOf: Instant, receipt: Int, configuration: String,
        register: String, tool: String,
        reason: String, content: String
    ) {
        (self.period, self.zone, self.tenant, self.frozenAt, self.asOf) = (period, zone, tenant, frozenAt, asOf)
        (self.receipt, self.configuration, self.register) = (receipt, configuration, register)
        (self.tool, self.reason, self.content) = (tool, reason, content)
    }

    /// The hash of the content and of the hash before it.
    public var computedHash: String {
        let fields: [String] = [
            "freeze \(number)", period, zone, tenant ?? "", "\(frozenAt.milliseconds)", "\(asOf.milliseconds)", "\(receipt)",
            configuration, register, tool, reason, content, previousHash,
        ]
        return Digest.hex(of: fields)
    }
}
