/// A small closed list of words that is stored as a number.
public protocol CodedWord: RawRepresentable<Int>, CaseIterable, Sendable, Hashable {
    /// The word in profiles, tables and files, e.g. `true-positive`.
    var word: String { get }
}

extension CodedWord {
    /// The value of a word, e.g. `true-positive`; nil when the list has no such word.
    public init?(word: String) {
        guard let value = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = value
    }
}

/// How grave a record is, in the house's five steps.
public enum Severity: Int, CodedWord, Codable {
    /// In rising order, so that raw values can be compared; stored as 0 to 4.
    case informational = 0, low, medium, high, critical

    public var word: String { "\(self)" }
}

extension Severity: CodingKeyRepresentable {
    /// As a key its word is stored.
    public var codingKey: any CodingKey { WordKey(stringValue: word) }

    public init?(codingKey: some CodingKey) { self.init(word: codingKey.stringValue) }

    private struct WordKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

/// Where the work on a record stands; `merged` has left the population, its survivor stays.
public enum Status: Int, CodedWord {
    /// The first three are open. Stored as 0 to 4.
    case new = 0, inProgress, pending, closed, merged

    public var word: String { self == .inProgress ? "in-progress" : "\(self)" }
    /// Whether work may still come: neither closed nor merged.
    public var isOpen: Bool { self != .closed && self != .merged }
}

/// What somebody concluded about a record.
public enum Verdict: Int, CodedWord {
    /// A real threat; real but allowed activity; a false alarm; nobody can tell. Stored as 0 to 3.
    case truePositive = 0, benignTruePositive, falsePositive, undetermined

    public var word: String {
        switch self {
        case .truePositive: "true-positive"
        case .benignTruePositive: "benign-true-positive"
        case .falsePositive: "false-positive"
        case .undetermined: "undetermined"
        }
    }
}

/// Who noticed first: the SOC's own organisation, or a third party.
public enum Discovery: Int, CodedWord {
    /// Found by the organisation itself; told by a third party. Stored as 0 and 1.
    case `internal` = 0, external

    public var word: String { "\(self)" }
}
