public import ConstatModel

extension Record {
    /// The record as a dictionary without empty entries, in the words of fixture expectations.
    public var expectation: [String: FixtureValue] {
        var words: [String: FixtureValue] = [
            "kind": .text(kind.word), "source": .text(source), "tenant": .text(tenant), "native": .text(native),
        ]
        let texts: [(String, String?)] = [
            ("number", number), ("title", title), ("severity", severity?.word), ("status", status?.word),
            ("verdict", verdict?.word), ("rule", rule), ("category", category), ("discovery", discovery?.word),
            ("rootCause", rootCause), ("mergedInto", mergedInto), ("caseID", caseID), ("assignee", assignee), ("updated", updated?.iso),
        ]
        for (key, text) in texts { words[key] = text.map(FixtureValue.text) }
        words["tier"] = tier.map(FixtureValue.number)
        if !techniques.isEmpty { words["techniques"] = .texts(techniques) }
        let stamps = milestones.map { milestone, stamp in
            (milestone.rawValue, stamp.instant.iso + (stamp.precision == .exact ? "" : " \(stamp.precision)"))
        }
        if !stamps.isEmpty { words["milestones"] = .pairs(Dictionary(uniqueKeysWithValues: stamps)) }
        if !facts.isEmpty { words["facts"] = .pairs(facts) }
        return words
    }
}

/// A value in a fixture's `expected.json`.
public enum FixtureValue: Hashable, Sendable, Decodable {
    /// A string.
    case text(String)
    /// A whole number.
    case number(Int)
    /// A list of strings, in order.
    case texts([String])
    /// Strings by name: milestones or facts.
    case pairs([String: String])

    /// Takes the first of the four kinds that fits.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let number = try? container.decode(Int.self) {
            self = .number(number)
        } else if let texts = try? container.decode([String].self) {
            self = .texts(texts)
        } else {
            self = .pairs(try container.decode([String: String].self))
        }
    }
}
