public import ConstatModel

/// A framework's duty to notify: its stages, what they ask for, and when they are due. Data, read from `notification.yaml`.
public struct Regime: Sendable {
    /// The word after `--regime`, e.g. `nis2`.
    public let id: String
    /// The heading of its drafts.
    public let title: Localized
    /// Who has to be notified.
    public let authority: Localized
    /// The law, as it is cited.
    public let act: Localized
    /// The day our reading of the law was last changed, `2026-11-21`.
    public let version: String
    /// What is not settled in the law, in words.
    public let status: Localized
    let opening: Opening
    /// In the order the law asks for them.
    public let stages: [Stage]

    /// The stage of an id; nil when there is none.
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
    /// The word after `--stage`, e.g. `early-warning`.
    public let id: String
    /// Its name in drafts and tables.
    public let title: Localized
    /// The article that asks for it.
    public let article: Localized
    /// What the law wants said, in our words.
    public let content: Localized
    /// The earliest counts.
    public let rules: [DeadlineRule]
    /// For information: other readings of the law.
    public let beside: [DeadlineRule]
    let easing: Easing?
    /// What a draft has to answer, in the order it is shown.
    public let fields: [FieldRequest]
}

/// A deadline as the law writes it: so long after a trigger.
public struct DeadlineRule: Sendable {
    /// What a rule counts from: its trigger.
    public enum Anchor: Hashable, Sendable {
        /// A milestone of the case.
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

    /// A name for the rule, e.g. `nis2-early-warning-24h`.
    public let id: String
    /// What it counts from.
    public let anchor: Anchor
    let length: Length
    /// A period in months that runs to the end of its last day, not to the same time of day.
    let isToEndOfDay: Bool
    /// The article that sets the time.
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
        /// Always; or only when it applies to the case, and then never counted as missing.
        case required, whereApplicable
        /// Required once the deadline has passed: the reasons for the delay.
        case whenLate
    }

    /// A name for the field, e.g. `entityName`.
    public let id: String
    /// What a draft calls it.
    public let label: Localized
    /// The article or form that asks for it.
    public let article: Localized
    /// The number in the official template, e.g. `2.4`.
    public let number: String?
    /// Where to look, in this order: `fact.x`, `case.title`, `milestone.aware`, `entity.lei`.
    public let from: [String]
    /// A fixed text, instead.
    public let value: Localized?
    /// When it must be filled.
    public let need: Need
    /// When the law asks for it, in words; nil when it sets no condition.
    public let condition: Localized?
    /// V, S, K or ?: how sure we are of the text and of our choice of what answers it.
    public let confidence: String
}
