public import ConstatModel

/// A step of a regime: what is to be said, to whom, and by when.
public struct Stage: Sendable {
    /// A form of fields for an authority, or a letter for people.
    public enum Kind: String, CaseIterable, Sendable { case form, letter }

    /// A paragraph of a letter; `{field}` stands for the answer to a field.
    public struct Paragraph: Sendable {
        /// In both languages.
        public let text: Localized
        /// Whether it is a heading.
        public let isHeading: Bool
        let condition: Criterion.Named?

        /// Whether it belongs into the letter of a case; what is not known to be so is left out.
        public func holds(_ facts: CaseFacts) -> Bool { condition.map { $0.answer(facts).outcome == .met } ?? true }
    }

    /// The word after `--stage`, e.g. `early-warning`.
    public let id: String
    /// A form or a letter.
    public let kind: Kind
    /// Its name in drafts and tables.
    public let title: Localized
    /// The article that asks for it.
    public let article: Localized
    /// What the law wants said, in our words.
    public let content: Localized
    /// The earliest counts.
    public internal(set) var rules: [DeadlineRule]
    /// For information: other readings of the law.
    public internal(set) var beside: [DeadlineRule]
    let easing: Easing?
    let opening: Opening?
    /// Whether sending it ends the regime's other stages for the case, as a reclassification does.
    let closes: Bool
    /// What a draft has to answer, in the order it is shown.
    public internal(set) var fields: [FieldRequest]
    /// The text of a letter; empty for a form.
    public let letter: [Paragraph]
    /// What a file for the authority holds besides its fields, by key.
    public let constants: [(key: String, value: String)]
    /// What a country does otherwise, in words; nil when nothing.
    public internal(set) var note: Localized?

    /// What starts its own clocks; nil where the regime's does.
    public var triggers: [String]? { opening?.facts }

    /// Whether an authority takes the stage as a file.
    public var hasFile: Bool { fields.contains { $0.place != nil } }
}

/// A deadline as the law writes it: so long after a trigger.
public struct DeadlineRule: Sendable {
    /// What a rule counts from: its trigger.
    public enum Anchor: Hashable, Sendable {
        /// An instant among the facts, the first of several that is known.
        case facts([String])
        /// The first submission of another stage of the regime, or its latest.
        case submission(String, isLatest: Bool)

        /// `aware`, `submission.initial`.
        public var word: String {
            switch self {
            case .facts(let facts): facts[0]
            case .submission(let stage, _): "submission.\(stage)"
            }
        }
    }

    enum Length: Sendable { case hours(Int), days(Int), workingDays(Int), months(Int) }
    enum Rounding: String, CaseIterable, Sendable { case nextFullHour, endOfNextWorkingDay }
    enum Until: String, CaseIterable { case endOfDay }
    enum Which: String, CaseIterable { case first, latest }

    /// A name for the rule, e.g. `nis2-early-warning-24h`.
    public let id: String
    /// What it counts from.
    public let anchor: Anchor
    let length: Length
    /// A period that runs to the end of its last day, not to the same time of day.
    let isToEndOfDay: Bool
    /// The article that sets the time.
    public let article: Localized
    /// V, S, K or ?: how sure we are of the text.
    public let confidence: String
    /// Counts for these types of entity only; empty for all.
    let entityTypes: [String]
    /// Does not count when this fact lies more than so many hours after the other.
    let unlessLater: (fact: String, than: String, hours: Int)?
    let legalLatest: Rounding?
    /// Counts only before, or only after, another stage of the regime was submitted.
    let unlessSubmitted: String?
    let onlyIfSubmitted: String?
    /// Counts only while all of these facts are unknown.
    let onlyIfUnknown: [String]
    /// A guard rail as long as these facts are unknown, or "no".
    let guardsUntil: [String]
}

/// The relief for weekends and holidays of (EU) 2025/301 Art. 5(4) to (6).
struct Easing: Sendable {
    let article: Localized
    let exemptEntities: [String]
    let exemptClasses: [String]

    /// Whether the easing is one that an authority may withdraw from an entity; that of final reports holds for all.
    var hasExemptions: Bool { !exemptEntities.isEmpty || !exemptClasses.isEmpty }

    /// Who is exempt gets no easing, and who has not said what it is may be exempt.
    func holds(for entityType: String?, _ nis2Class: String?) -> Bool {
        if !hasExemptions { return true }
        guard let entityType, let nis2Class else { return false }
        return !exemptEntities.contains(entityType) && !exemptClasses.contains(nis2Class)
    }
}

extension DeadlineRule {
    /// The length in its unit: `hours`, `days`, `workingDays`, `months`.
    public var span: (unit: String, count: Int) {
        switch length {
        case .hours(let count): ("hours", count)
        case .days(let count): ("days", count)
        case .workingDays(let count): ("workingDays", count)
        case .months(let count): ("months", count)
        }
    }
}

extension Stage {
    /// The rules that may hold for a type of entity.
    public func rules(for entityType: String?) -> [DeadlineRule] {
        rules.filter { $0.entityTypes.isEmpty || $0.entityTypes.contains(entityType ?? "") }
    }
}
