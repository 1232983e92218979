public import ConstatModel

/// A framework's duty to notify: its stages, what they ask for, and when they are due. Data, read from `notification.yaml`.
public struct Regime: Sendable {
    public let id: String
    public let title: Localized
    public let authority: Localized
    public let act: Localized
    public let version: String
    /// What is not settled in the law, in words.
    public let status: Localized
    let opening: Opening
    public let stages: [Stage]

    public func stage(_ id: String) -> Stage? { stages.first { $0.id == id } }
}

/// When a regime's clocks run for a case.
struct Opening: Sendable {
    let milestone: Milestone
    /// A fact that must have this value.
    let needs: (fact: String, value: String)?
    /// A fact that stops the clocks when it has this value.
    let unless: (fact: String, value: String)?
}

/// A step of a regime: what is to be said, and by when.
public struct Stage: Sendable {
    public let id: String
    public let title: Localized
    public let article: Localized
    public let content: Localized
    /// The earliest counts.
    public let rules: [DeadlineRule]
    /// For information: other readings of the law.
    public let beside: [DeadlineRule]
    let easing: Easing?
    public let fields: [FieldRequest]
}

/// A deadline as the law writes it: so long after a trigger.
public struct DeadlineRule: Sendable {
    public enum Anchor: Hashable, Sendable {
        case milestone(Milestone)
        /// The first submission of another stage of the regime, or its latest.
        case submission(String, isLatest: Bool)

        /// `aware`, `submission.initial`.
        public var word: String {
            switch self {
            case .milestone(let milestone): milestone.rawValue
            case .submission(let stage, _): "submission.\(stage)"
            }
        }
    }

    enum Length: Sendable { case hours(Int), months(Int) }
    enum Rounding: String, CaseIterable, Sendable { case nextFullHour, endOfNextWorkingDay }
    enum Until: String, CaseIterable { case endOfDay }
    enum Which: String, CaseIterable { case first, latest }

    public let id: String
    public let anchor: Anchor
    let length: Length
    /// A period in months that runs to the end of its last day, not to the same time of day.
    let isToEndOfDay: Bool
    public let article: Localized
    /// V, S, K or ?: how sure we are of the text.
    public let confidence: String
    /// Counts for these types of entity only; empty for all.
    let entityTypes: [String]
    /// Does not count when this milestone lies more than so many hours after the other.
    let unlessLater: (milestone: Milestone, than: Milestone, hours: Int)?
    let legalLatest: Rounding?
    /// Counts only before, or only after, another stage of the regime was submitted.
    let unlessSubmitted: String?
    let onlyIfSubmitted: String?
}

/// The relief for weekends and holidays of (EU) 2025/301 Art. 5(4) to (6).
struct Easing: Sendable {
    let article: Localized
    let exemptEntities: [String]
    let exemptClasses: [String]

    /// Who is exempt gets no easing, and who has not said what it is may be exempt.
    func holds(for entityType: String?, _ nis2Class: String?) -> Bool {
        if exemptEntities.isEmpty, exemptClasses.isEmpty { return true }
        guard let entityType, let nis2Class else { return false }
        return !exemptEntities.contains(entityType) && !exemptClasses.contains(nis2Class)
    }
}

/// Something a stage asks for.
public struct FieldRequest: Sendable {
    /// When a field must be filled.
    public enum Need: String, CaseIterable, Sendable {
        case required, whereApplicable
        /// Required once the deadline has passed: the reasons for the delay.
        case whenLate
    }

    public let id: String
    public let label: Localized
    public let article: Localized
    /// The number in the official template, e.g. `2.4`.
    public let number: String?
    /// Where to look, in this order: `fact.x`, `case.title`, `milestone.aware`, `entity.lei`.
    public let from: [String]
    /// A fixed text, instead.
    public let value: Localized?
    public let need: Need
    public let condition: Localized?
    public let confidence: String
}
