/// What a record is.
public enum RecordKind: Int, Sendable, CaseIterable {
    case alert = 1
    case `case` = 2

    public var word: String { self == .alert ? "alert" : "case" }
}

/// A small closed list of words that is stored as a number.
public protocol CodedWord: RawRepresentable<Int>, CaseIterable, Sendable, Hashable {
    /// The word in profiles, tables and files, e.g. `true-positive`.
    var word: String { get }
}

extension CodedWord {
    public init?(word: String) {
        guard let value = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = value
    }
}

public enum Severity: Int, CodedWord {
    case informational = 0, low, medium, high, critical

    public var word: String { "\(self)" }
}

/// Where the work on a record stands; `merged` has left the population, its survivor stays.
public enum Status: Int, CodedWord {
    case new = 0, inProgress, pending, closed, merged

    public var word: String { self == .inProgress ? "in-progress" : "\(self)" }
    public var isOpen: Bool { self != .closed && self != .merged }
}

public enum Verdict: Int, CodedWord {
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
    case `internal` = 0, external

    public var word: String { "\(self)" }
}
