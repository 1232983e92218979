public import ConstatModel

/// A stage of a regime that is due, or was, for one case.
public struct Clock: Sendable {
    public enum State: String, Sendable { case open, overdue, submitted, submittedLate }

    public let regime: Regime
    public let stage: Stage
    public let deadline: Deadline
    public let submitted: Submission?
    public let state: State
}

extension Regime {
    /// Whether the clocks of this regime run for a case, as far as its facts say.
    public func isOpen(for record: Record) -> Bool {
        guard record.milestones[opening.milestone] != nil else { return false }
        if let needs = opening.needs, record.facts[needs.fact] != needs.value { return false }
        if let unless = opening.unless, record.facts[unless.fact] == unless.value { return false }
        return true
    }

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
