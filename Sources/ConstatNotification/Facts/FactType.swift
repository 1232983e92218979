/// What a fact is made of: how it is written, checked and compared.
public enum FactType: String, CaseIterable, Sendable {
    /// `yes` or `no`.
    case yesNo = "yes-no"
    /// Whole, not below zero.
    case number
    /// 0 to 100, unless the fact is a share of an average and may exceed it.
    case percent
    /// In the currency of the entity, in whole units, not below zero.
    case amount
    /// A length of time in whole minutes.
    case minutes
    /// Free words, and a list of such.
    case text, texts
    /// One of a closed list, and several of it.
    case choice, choices
    /// ISO 3166-1 alpha-2 codes of the European Economic Area.
    case countries
    /// Legal Entity Identifiers, with their check digits.
    case leis
    /// An instant with its zone.
    case time

    /// Whether the value is a list.
    public var isList: Bool { [.texts, .choices, .countries, .leis].contains(self) }
}
