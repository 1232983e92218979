public import ConstatModel

/// One thing a regime may ask about an incident, as `Controls/facts.yaml` has it.
public struct FactDefinition: Sendable {
    /// The word in paths and fact files, e.g. `clientsAffected`.
    public let id: String
    /// The heading it stands under in a fact file.
    public let group: String
    /// What it is made of.
    public let type: FactType
    /// The closed list its value is from; nil when it has none.
    public let list: String?
    /// What a form calls it.
    public let label: Localized
    /// How to answer; nil when the label says it.
    public let help: Localized?
    /// Where imported history may tell it, the first that does counts: `fact.x`, `milestone.x`.
    let history: [String]
    /// The instants whose difference it is, when nobody has said it.
    let minutesBetween: (from: String, to: String)?
    /// In thousandths; nil for no bound.
    let least: Int64?
    let most: Int64?

    /// What is wrong with a value of the right shape, and what to do; nil when nothing is.
    func fault(in value: FactValue, _ catalogue: FactCatalogue) -> (problem: String, remedy: String)? {
        if case .number(let number) = value {
            if type != .percent, type != .amount, number % 1_000 != 0 { return ("\(value.plain) is no whole number", "round it") }
            if number < least ?? 0 { return ("\(value.plain) is too small", "write \(FactValue.decimal(least ?? 0)) or more, or unknown") }
            if let most, number > most { return ("\(value.plain) is too large", "write \(FactValue.decimal(most)) at most, or unknown") }
        }
        if type == .leis, let fault = value.words.lazy.compactMap({ LEI.fault(in: $0) }).first {
            return (fault, "write it as the GLEIF register has it, or unknown")
        }
        if type == .leis, Set(value.words).count < value.words.count { return ("a code stands here twice", "name each once") }
        guard let choices = catalogue.choices(of: self) else { return nil }
        guard value.words.contains(where: { word in !choices.contains { $0.id == word } }) else {
            let words = value.words
            return Set(words).count == words.count ? nil : ("a word stands here twice", "name each once")
        }
        return ("a word here is not in the list", "known: \(choices.map(\.id).joined(separator: ", "))")
    }
}
