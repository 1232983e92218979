public import ConstatModel

/// A question of the law about a case, as `assessment.yaml` has it: is it major, significant, to be notified.
public struct Assessment: Sendable {
    /// A word for it, e.g. `dora-major`.
    public let id: String
    /// The regime it belongs to.
    public let regime: String
    /// What is asked.
    public let title: Localized
    /// The article that asks.
    public let article: Localized
    /// V, S, K or ?.
    public let confidence: String
    /// Whom it concerns; nil for everybody.
    let applies: Criterion.Named?
    /// Why it does not concern somebody.
    public let appliesNote: Localized?
    let test: Criterion.Named
    /// What follows from each outcome, a sentence each.
    let conclusions: [Outcome: Localized]
    /// Open readings and traps.
    public let notes: [Localized]
    /// Other readings, for information.
    let beside: [Criterion.Named]
    /// It helps to decide and decides nothing.
    public let isSupport: Bool
}

/// What an assessment came to for one case.
public struct AssessmentResult: Sendable {
    /// The question.
    public let assessment: Assessment
    /// Whether it concerns the entity and case at all; not met: it does not apply.
    public let applies: Finding?
    /// The answer.
    public let finding: Finding
    /// The answers under other readings, for information.
    public let beside: [Finding]

    /// Nil when the question does not concern the entity or case.
    public var outcome: Outcome? {
        switch applies?.outcome {
        case .notMet: nil
        // Whether it is not met or does not apply: there is no duty.
        case .unknown: finding.outcome == .notMet ? .notMet : .unknown
        default: finding.outcome
        }
    }

    /// What follows, in a sentence.
    public var conclusion: Localized? { outcome.flatMap { assessment.conclusions[$0] } ?? assessment.appliesNote }

    /// The tests whose answers are still needed to decide.
    public var undecided: [Finding] {
        outcome == .unknown ? (applies?.undecided ?? []) + finding.undecided : []
    }
}

extension Assessment {
    /// - Returns: each test met, not met or unknown, as far as the facts of a case go.
    public func result(_ facts: CaseFacts) -> AssessmentResult {
        AssessmentResult(
            assessment: self, applies: applies?.answer(facts), finding: test.answer(facts), beside: beside.map { $0.answer(facts) })
    }
}
