public import ConstatModel

/// A stage of a regime that is due, or was, or will be, for one case.
public struct Clock: Sendable {
    /// Whether the stage was notified, and in time. A guard rail stands for a trigger that has not happened yet. Projected: the date is
    /// what follows when the stage before is sent at its deadline, or now where that has passed.
    public enum State: String, Sendable { case open, overdue, submitted, submittedLate, guardRail, projected }

    /// The regime the stage belongs to.
    public let regime: Regime
    /// The stage that is due.
    public let stage: Stage
    /// The earliest of the stage's deadlines: the one that counts.
    public let deadline: Deadline
    /// The first submission of the stage; nil while nothing was sent.
    public let submitted: Submission?
    /// As of the instant that was asked about, against the eased deadline where there is one.
    public let state: State

    /// The last instant at which the stage is in time.
    public var limit: Instant { submitted?.due ?? deadline.limit }
    /// In milliseconds, below zero when it was late; nil until something was sent.
    public var margin: Int64? { submitted.map { limit.milliseconds - $0.submittedAt.milliseconds } }
    /// Whether somebody still has to act.
    public var isOpen: Bool { state == .open || state == .overdue }
    /// Whether a stage is or was due; a guard rail and a projection only show what may come.
    public var isDuty: Bool { state != .guardRail && state != .projected }
}

/// Whether a person decided that a regime's authority is told.
public enum Decision: String, CaseIterable, Sendable { case notify, doNotNotify = "do-not-notify" }

extension Regime {
    /// Whether the clocks of this regime run for a case: a decision counts before what the facts say.
    public func isOpen(for facts: CaseFacts, _ decision: Decision?) -> Bool {
        guard facts.stamp(opening.facts) != nil else { return false }
        return decision.map { $0 == .notify } ?? opening.holds(facts)
    }

    /// Whether a draft of a stage is asked for: a stage with an opening of its own has it instead of the regime's.
    public func isOpen(_ stage: Stage, for facts: CaseFacts, _ decision: Decision?) -> Bool {
        stage.opening?.holds(facts) ?? isOpen(for: facts, decision)
    }

    /// The last submission of this form or of one before it: what the next one goes on from.
    public func previous(_ stage: Stage, _ submissions: [Submission]) -> Submission? {
        guard stage.kind == .form, let place = stages.firstIndex(where: { $0.id == stage.id }) else { return nil }
        // A stage with an opening of its own, e.g. a cyber threat, goes on from none but itself.
        let names = stage.opening == nil ? Set(stages[...place].filter { $0.opening == nil }.map(\.id)) : [stage.id]
        return submissions.last { $0.regime == id && names.contains($0.stage) }
    }

    /// The facts that decide whether the clocks run, besides what starts them.
    public var deciding: [String] { opening.deciding }

    /// The fact that nobody has given yet and on which it depends whether the clocks run; nil when none is wanting.
    public func undecidedFact(for facts: CaseFacts, _ decision: Decision?) -> String? {
        // Somebody says that it is one to be told of, and nobody since when it is known.
        let isSaid = decision == .notify || opening.isAffirmed(by: facts)
        if facts.stamp(opening.facts) == nil { return isSaid && decision != .doNotNotify ? opening.facts[0] : nil }
        guard decision == nil, facts.stamp(opening.facts) != nil, let needs = opening.needs, facts[needs.fact] == nil else { return nil }
        return needs.fact
    }

    /// What starts the clocks of this regime, the first fact that is known.
    public var triggers: [String] { opening.facts }

    /// The clocks of a case, one per stage whose trigger has happened, in the order of the stages.
    ///
    /// - Parameters:
    ///   - submissions: of this case, oldest first.
    ///   - isProjecting: whether stages are told whose trigger is another stage that is still to be sent.
    public func clocks(
        for facts: CaseFacts, _ submissions: [Submission], _ decision: Decision?, _ clockwork: Clockwork, asOf: Instant,
        isProjecting: Bool = false
    ) -> [Clock] {
        let own = submissions.filter { $0.regime == id && $0.isOf(facts.record) }
        let isRunning = isOpen(for: facts, decision)
        let isClosed = stages.contains { stage in stage.closes && own.contains { $0.stage == stage.id } }
        var expected: [Submission] = []
        return stages.compactMap { stage in
            let submitted = own.first { $0.stage == stage.id }
            // What was sent stays, whatever is decided or learned afterwards.
            guard submitted != nil || isRunning && !isClosed && (stage.opening?.holds(facts) ?? true) else { return nil }
            let real = clockwork.deadline(of: stage, facts, own)
            let projected = isProjecting && submitted == nil ? clockwork.deadline(of: stage, facts, own, expected: expected) : nil
            guard let deadline = real ?? projected else { return nil }
            if submitted == nil {
                expected.append(Submission(of: facts.record, regime: id, stage: stage.id, at: max(deadline.due, asOf)))
            }
            return Clock(
                regime: self, stage: stage, deadline: deadline, submitted: submitted,
                state: real == nil ? .projected : state(deadline, submitted, decision, asOf))
        }
    }

    private func state(_ deadline: Deadline, _ submitted: Submission?, _ decision: Decision?, _ asOf: Instant) -> Clock.State {
        if let submitted { return submitted.submittedAt <= submitted.due ?? deadline.limit ? .submitted : .submittedLate }
        // Who has decided to notify has classified.
        if deadline.isGuardRail, decision != .notify { return .guardRail }
        return asOf > deadline.limit ? .overdue : .open
    }
}
