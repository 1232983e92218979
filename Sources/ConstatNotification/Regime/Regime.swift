public import ConstatModel

/// A framework's duty to notify: its stages, what they ask for, and when they are due. Data, read from `notification.yaml`.
public struct Regime: Sendable {
    /// The word after `--regime`, e.g. `nis2`.
    public let id: String
    /// The heading of its drafts.
    public let title: Localized
    /// Who has to be notified; of the country, where it is known.
    public internal(set) var authority: Localized
    /// How the authority is reached; nil where no country is said or its channel is not known.
    public internal(set) var channel: CountryProfile.Channel?
    /// The law, as it is cited.
    public let act: Localized
    /// The day our reading of the law was last changed, `2026-11-21`.
    public let version: String
    /// What is not settled in the law, in words.
    public let status: Localized
    /// What is not settled in the country, in words.
    public internal(set) var warnings: [Localized] = []
    let opening: Opening
    /// The headings of its drafts, in their order.
    public let groups: [(id: String, title: Localized)]
    /// Points that the law leaves open and a user may settle.
    public let settings: [Setting]
    /// In the order the law asks for them.
    public internal(set) var stages: [Stage]

    /// The stage of an id; nil when there is none.
    public func stage(_ id: String) -> Stage? { stages.first { $0.id == id } }

    /// What a setting says: as configured, else its default; nil when there is no such setting.
    public func setting(_ id: String, _ chosen: [String: String]) -> String? {
        settings.first { $0.id == id }.map { chosen["\(self.id).\(id)"] ?? $0.usual }
    }
}

/// A point that the law leaves open, with the readings that there are.
public struct Setting: Sendable {
    /// After the regime's id in `constat.yaml`, e.g. `amountUnit` of `dora.amountUnit`.
    public let id: String
    /// The readings.
    public let values: [String]
    /// The one that holds when nobody says.
    public let usual: String
    /// Where it comes from.
    public let article: Localized
    /// V, S, K or ?.
    public let confidence: String
    /// What it is about.
    public let note: Localized
}

/// When a regime's clocks run for a case.
struct Opening: Sendable {
    /// The instants that start them, the first that is known.
    let facts: [String]
    /// A fact that must have this value.
    let needs: (fact: String, value: String)?
    /// Facts that stop the clocks when they have these values.
    let unless: [(fact: String, value: String)]

    /// The facts that decide, besides the instants.
    var deciding: [String] { (unless + [needs].compactMap(\.self)).map(\.fact) }

    /// Whether a fact says that the regime's authority is to be told: the one that is needed, else the opposite of the one that stops.
    func isAffirmed(by facts: CaseFacts) -> Bool {
        if let needs { return facts[needs.fact]?.value.words == [needs.value] }
        return unless.contains { facts[$0.fact].map { $0.value.words } == [$0.value == "no" ? "yes" : "no"] }
    }

    /// As far as the facts of a case say.
    func holds(_ facts: CaseFacts) -> Bool {
        guard facts.stamp(self.facts) != nil else { return false }
        if let needs, facts[needs.fact]?.value.words != [needs.value] { return false }
        return !unless.contains { facts[$0.fact]?.value.words == [$0.value] }
    }
}
