/// One line of the register of notifications: never changed, and each holds the hash of the one before.
///
/// GDPR Art. 33(5), DORA Art. 17(2): what was decided and sent, when, by whom, and why not.
public struct RegisterEntry: Hashable, Sendable, Chained {
    /// What a line tells: a stage was sent; the authority gave a reference to it; it was decided whether to notify.
    public enum Action: String, CaseIterable, Sendable { case sent, reference, decision }

    /// Counted from 1 in a store; 0 until it is in it.
    public var number = 0
    public let action: Action
    /// The case, by source, tenant and native id.
    public let source: String
    public let tenant: String
    public let native: String
    /// The regime's id; the stage's, for what was sent and its reference.
    public let regime: String
    public let stage: String?
    /// When it was sent or decided; a reference has the instant of what it is of.
    public let at: Instant
    /// By which way it was sent.
    public var channel: String?
    /// What the authority answered with.
    public var reference: String?
    /// The file that proves it: its name, size and SHA-256.
    public var receiptName: String?
    public var receiptBytes: Int?
    public var receiptSHA256: String?
    /// `notify` or `do-not-notify`, of a decision.
    public var outcome: String?
    /// Why it was decided so, or sent late.
    public var reasons: String?
    /// Who decided or sent.
    public var by: String?
    /// What was known then, by fact; their digest is what the chain holds.
    public var facts: [String: String] = [:]
    public var factsSHA256 = ""
    /// When the register was told.
    public let recordedAt: Instant
    /// The hash of the one before; empty for the first.
    public var previousHash = ""
    /// `computedHash` at the time, as stored.
    public var hash = ""

    public init(
        _ action: Action, source: String, tenant: String, native: String, regime: String, stage: String?, at: Instant, recordedAt: Instant
    ) {
        (self.action, self.source, self.tenant, self.native) = (action, source, tenant, native)
        (self.regime, self.stage, self.at, self.recordedAt) = (regime, stage, at, recordedAt)
    }

    /// The hash of the content and of the hash before it.
    public var computedHash: String {
        let fields: [String] = [
            "register \(number)", action.rawValue, source, tenant, native, regime, stage ?? "", "\(at.milliseconds)", channel ?? "",
            reference ?? "", receiptName ?? "", receiptBytes.map { "\($0)" } ?? "", receiptSHA256 ?? "", outcome ?? "", reasons ?? "",
            by ?? "", factsSHA256, "\(recordedAt.milliseconds)", previousHash,
        ]
        return Digest.hex(of: fields)
    }

    /// Whether it is about this case: source, tenant and native id are alike.
    public func isOf(_ record: Record) -> Bool {
        source == record.source && tenant == record.tenant && native == record.native
    }
}

extension Sequence<RegisterEntry> {
    /// What was sent, oldest first, each with the last reference the authority gave to it.
    public var submissions: [Submission] {
        var submissions: [Submission] = []
        for entry in self {
            guard let stage = entry.stage else { continue }
            let same = submissions.firstIndex {
                $0.source == entry.source && $0.tenant == entry.tenant && $0.native == entry.native && $0.regime == entry.regime
                    && $0.stage == stage && $0.submittedAt == entry.at
            }
            if let same {
                submissions[same].reference = entry.reference ?? submissions[same].reference
                submissions[same].delayReasons = entry.reasons ?? submissions[same].delayReasons
            } else if entry.action == .sent {
                var sent = Submission(
                    source: entry.source, tenant: entry.tenant, native: entry.native, regime: entry.regime, stage: stage,
                    submittedAt: entry.at)
                (sent.channel, sent.reference, sent.delayReasons, sent.facts) = (entry.channel, entry.reference, entry.reasons, entry.facts)
                submissions.append(sent)
            }
        }
        return submissions.enumerated().sorted { ($0.element.submittedAt, $0.offset) < ($1.element.submittedAt, $1.offset) }.map(\.element)
    }
}
