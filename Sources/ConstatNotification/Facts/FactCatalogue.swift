public import ConstatModel

/// Everything that regimes ask about one incident, asked once: `Controls/facts.yaml`.
public struct FactCatalogue: Sendable {
    /// A word of a closed list and what people call it.
    public struct Choice: Sendable {
        /// The official token.
        public let id: String
        /// In both languages.
        public let title: Localized
        /// Of a country: the zone of its authorities.
        public let zone: String?
    }

    /// The day the list of facts was last changed.
    public let version: String
    /// The headings of a fact file, in their order.
    public let groups: [(id: String, title: Localized)]
    /// Closed lists by their names, in the order of their source.
    public let lists: [String: [Choice]]
    /// In the order of the file.
    public let facts: [FactDefinition]
    /// Pairs of instants of which the second cannot lie before the first.
    public let order: [(earlier: String, later: String)]
    private let byID: [String: FactDefinition]

    init(
        version: String, groups: [(id: String, title: Localized)], lists: [String: [Choice]], facts: [FactDefinition],
        order: [(earlier: String, later: String)]
    ) {
        (self.version, self.groups, self.lists, self.facts, self.order) = (version, groups, lists, facts, order)
        byID = Dictionary(facts.map { ($0.id, $0) }) { first, _ in first }
    }

    /// The definition of a fact; nil when there is none of that id.
    public subscript(id: String) -> FactDefinition? { byID[id] }

    /// The id in a path `fact.x`; nil for another path.
    public static func id(in path: String) -> String? { path.hasPrefix("fact.") ? String(path.dropFirst(5)) : nil }

    /// What may be answered; nil where anything may.
    public func choices(of definition: FactDefinition) -> [Choice]? {
        definition.type == .countries ? lists["eeaStates"] : definition.list.flatMap { lists[$0] }
    }

    /// A word of a closed list as the list spells it, however it was typed.
    func spelling(of word: String, in definition: FactDefinition) -> String {
        choices(of: definition)?.first { $0.id.lowercased() == word.lowercased() }?.id ?? word
    }

    /// What people call a word of a closed list; the word itself when it is in none.
    public func title(of word: String, in list: String?, _ language: Language) -> String {
        list.flatMap { lists[$0] }?.first { $0.id == word }?.title[language] ?? word
    }
}
