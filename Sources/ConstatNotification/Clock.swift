public import ConstatModel

/// A stage of a regime that is due, or was, for one case.
public struct Clock: Sendable {
    /// Whether the stage was notified, and in time.
    public enum State: String, Sendable { case open, overdue, submitted, submittedLate }

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
}

extension Record {
    /// Whether a fact has a value; yes and no are understood as people write them.
    fileprivate func says(_ fact: String, _ value: String) -> Bool {
        guard let said = facts[fact]?.lowercased() else { return false }
        let words = ["yes": ["yes", "y", "true", "1", "oui", "vrai"], "no": ["no", "n", "false", "0", "non", "faux"]]
        return (words[value] ?? [value]).contains(said)
    }
}

extension Regime {
    /// Whether the clocks of this regime run for a case, as far as its facts say.
    public func isOpen(for record: Record) -> Bool {
        guard record.milestones[opening.milestone] != nil else { return false }
        if let needs = opening.needs, !record.says(needs.fact, needs.value) { return false }
        if let unless = opening.unless, record.says(unless.fact, unless.value) { return false }
        return true
    }

    /// The fact that nobody has given yet and on which it depends whether the clocks run; nil when none is wanting.
    public func undecidedFact(for record: Record) -> String? {
        guard record.milestones[opening.milestone] != nil, let needs = opening.needs, record.facts[needs.fact] == nil
        else { return nil }
        return needs.fact
    }

    /// What starts the clocks of this regime.
    public var trigger: Milestone { opening.milestone }

    /// The clocks of a case, one per stage whose trigger has happened, in the order of the stages.
    ///
    /// - Parameter submissions: of this case, oldest first.
    public func clocks(
        for record: Record, _ submissions: [Submission], _ clockwork: Clockwork, asOf: Instant
    ) -> [Clock] {
        guard isOpen(for: record) else { return [] }
        let own = submissions.filter { $0.regime == id && $0.isOf(record) }
        return stages.compactMap { stage in
            guard let deadline = clockwork.deadline(of: stage, record, own) else { return nil }
            let submitted = own.first { $0.stage == stage.id }
            let limit = deadline.eased ?? deadline.due
            let state: Clock.State =
                if let submitted { submitted.submittedAt <= limit ? .submitted : .submittedLate } else { asOf > limit ? .overdue : .open }
            return Clock(regime: self, stage: stage, deadline: deadline, submitted: submitted, state: state)
        }
    }
}
