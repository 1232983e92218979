public import ConstatModel

/// One line of the register as people read it: what was due, what was sent or decided, and with what margin.
public struct RegisterLine: Sendable {
    /// What a line is about: sent in time or late, sent where no limit ran, decided, or due and not sent yet.
    public enum State: String, Sendable { case sent, sentLate, sentWithoutLimit, decision, open, overdue }

    /// The number of the entry; nil for what is only due.
    public var number: Int?
    public let state: State
    /// Whose case it is.
    public let tenant: String
    /// The number people say, or the id.
    public let caseName: String
    /// Its id in its source.
    public var native: String?
    /// The stage's word, e.g. `early-warning`.
    public var stageID: String?
    /// The regime's word, and the stage's title and article; a decision is about no stage.
    public let regime: String
    public var stage: Localized?
    public var article: Localized?
    /// The last instant at which it is in time; nil where no limit runs.
    public var due: Instant?
    /// When it was sent or decided.
    public var at: Instant?
    /// By which way it was sent, and what the authority answered with.
    public var channel: String?
    public var reference: String?
    /// The file that proves it: its name and its digest.
    public var receipt: String?
    public var receiptSHA256: String?
    /// `notify` or `do-not-notify`.
    public var outcome: String?
    /// Why it was decided so, or sent late, and by whom.
    public var reasons: String?
    public var by: String?
    /// What GDPR Art. 33(5) asks for: facts, effects, remedial action, as they were known.
    public var facts: String?
    public var effects: String?
    public var measures: String?
    /// The hash of the entry.
    public var hash: String?

    public init(state: State, tenant: String, caseName: String, regime: String) {
        (self.state, self.tenant, self.caseName, self.regime) = (state, tenant, caseName, regime)
    }

    /// Milliseconds between sending and limit, below zero when late; nil where one of the two is not.
    public var margin: Int64? {
        guard let due, let at else { return nil }
        return due.milliseconds - at.milliseconds
    }
}
