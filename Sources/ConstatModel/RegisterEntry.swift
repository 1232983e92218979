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
    /// The last instant at which the stage was in time, as it stood when this was told; nil where no limit ran, for a stage that had been
    /// sent before, and for what is no stage.
    public var due: Instant?
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
            "register \(number)", action.rawValue, source, tenant, native, regime, stage ?? "", "\(at.milliseconds)",
            due.map { "\($0.milliseconds)" } ?? "", channel ?? "",
            reference ?? "", receiptName ?? "", receiptBytes.map { "\($0)" } ?? "", receiptSHA256 ?? "", outcome ?? "", reasons ?? "",
            by ?? "", facts.isEmpty ? factsSHA256 : factsDigest, "\(recordedAt.milliseconds)", previousHash,
        ]
        return Digest.hex(of: fields)
    }

    /// SHA-256 of what was known, as the chain holds it; empty when nothing was kept.
    public var factsDigest: String { facts.isEmpty ? "" : Digest.hex(of: FactsText.encode(facts)) }

    /// Whether it is about this case: source, tenant and native id are alike.
    public func isOf(_ record: Record) -> Bool {
        source == record.source && tenant == record.tenant && native == record.native
    }

    /// Whether both tell of the same sending of a stage.
    public func isSameSubmission(as other: RegisterEntry) -> Bool {
        (source, tenant, native) == (other.source, other.tenant, other.native)
            && (regime, stage, at) == (other.regime, other.stage, other.at)
    }

    /// What was sent with what later lines add to it: the last word that each says.
    public func completed(by later: some Sequence<RegisterEntry>) -> RegisterEntry {
        var entry = self
        for line in later where line.action == .reference && line.isSameSubmission(as: self) {
            (entry.channel, entry.reference) = (line.channel ?? entry.channel, line.reference ?? entry.reference)
            entry.reasons = line.reasons ?? entry.reasons
            guard line.receiptSHA256 != nil else { continue }
            (entry.receiptName, entry.receiptBytes, entry.receiptSHA256) = (line.receiptName, line.receiptBytes, line.receiptSHA256)
        }
        return entry
    }
}

extension Sequence<RegisterEntry> {
    /// What was sent, oldest first, each with what later lines add to it.
    public var submissions: [Submission] {
        let sent = filter { $0.action == .sent }.map { $0.completed(by: self) }
        return sent.sorted { ($0.at, $0.number) < ($1.at, $1.number) }.compactMap(Submission.init)
    }
}

extension Submission {
    /// Nil for a line that tells of no sending.
    fileprivate init?(_ entry: RegisterEntry) {
        guard entry.action == .sent, let stage = entry.stage else { return nil }
        self.init(
            source: entry.source, tenant: entry.tenant, native: entry.native, regime: entry.regime, stage: stage, submittedAt: entry.at)
        (reference, delayReasons, facts, due) = (entry.reference, entry.reasons, entry.facts, entry.due)
    }
}
