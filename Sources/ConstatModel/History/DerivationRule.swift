/// Which change of a record gives a milestone.
public struct DerivationRule: Hashable, Sendable {
    /// The field that changes; nil for any.
    public var field: Transition.Field?
    /// The values it changes to; empty for any.
    public var to: Set<String> = []
    /// Only changes by this kind of actor; nil for any.
    public var by: Transition.Actor?
    /// The last change that meets the rule gives it, not the first.
    public var isLast = false
    /// True when the milestone is never taken from changes.
    public var isNever = false

    /// Milestones that can follow from changes.
    public static let milestones: [Milestone] = [
        .acknowledged, .verdict, .escalatedToTier2, .escalatedToTier3, .contained, .eradicated, .recovered, .declared, .firstClosed,
        .lastClosed, .reopened,
    ]

    public init(field: Transition.Field? = nil, to: Set<String> = [], by: Transition.Actor? = nil, isLast: Bool = false) {
        (self.field, self.to, self.by, self.isLast) = (field, to, by, isLast)
    }

    /// A rule that nothing meets.
    public static let never: DerivationRule = {
        var rule = DerivationRule()
        rule.isNever = true
        return rule
    }()

    /// Whether a change meets the rule.
    func isMet(by transition: Transition) -> Bool {
        if isNever { return false }
        if let field, transition.field != field { return false }
        if let by, transition.by != by { return false }
        return to.isEmpty || transition.to.map(to.contains) ?? false
    }

    /// The rule in one line, as the store keeps it: `status|closed|human|first`.
    public var text: String {
        if isNever { return "never" }
        let words = [field?.word ?? "", to.sorted().joined(separator: "\u{1F}"), by?.word ?? "", isLast ? "last" : "first"]
        return words.joined(separator: "|")
    }

    /// Reads what `text` wrote; nil for anything else.
    public init?(text: String) {
        if text == "never" {
            self = .never
            return
        }
        let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4 else { return nil }
        self.init(
            field: Transition.Field(word: parts[0]), to: Set(parts[1].split(separator: "\u{1F}").map(String.init)),
            by: Transition.Actor(word: parts[2]), isLast: parts[3] == "last")
    }
}
