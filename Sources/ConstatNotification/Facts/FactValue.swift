public import ConstatModel

/// The value of a fact that is known.
public enum FactValue: Hashable, Sendable {
    /// Yes or no.
    case yesNo(Bool)
    /// In thousandths, so that 10.1 is exactly that.
    case number(Int64)
    /// Free words, or a word of a closed list.
    case text(String)
    /// A list in its order; empty where somebody said that there is none.
    case texts([String])
    /// An instant, with how well it is known.
    case time(Stamp)

    /// The words a test is held against: `yes`, a token, the items of a list.
    public var words: [String] {
        switch self {
        case .yesNo(let isYes): [isYes ? "yes" : "no"]
        case .text(let text): [text]
        case .texts(let texts): texts
        case .number, .time: []
        }
    }

    /// In thousandths; a text that is a number counts as one, e.g. a turnover in `constat.yaml`.
    public var thousandths: Int64? {
        switch self {
        case .number(let number): number
        case .text(let text): Thousandths.of(text)
        default: nil
        }
    }

    /// Nil when this is no instant.
    public var stamp: Stamp? { if case .time(let stamp) = self { stamp } else { nil } }

    /// As a fact file writes it, without quotes; lists joined by commas.
    public var plain: String {
        switch self {
        case .yesNo, .text, .texts: words.joined(separator: ", ")
        case .number(let number): Self.decimal(number)
        case .time(let stamp): stamp.instant.iso
        }
    }

    /// `10.1`, `640000`: no zeros that say nothing.
    public static func decimal(_ thousandths: Int64) -> String {
        let (whole, rest) = thousandths.quotientAndRemainder(dividingBy: 1_000)
        guard rest != 0 else { return "\(whole)" }
        var digits = String(1_000 + rest.magnitude).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return (whole == 0 && rest < 0 ? "-" : "") + "\(whole).\(digits)"
    }
}

extension FactValue {
    /// Reads what `plain` wrote.
    public init?(plain: String, _ definition: FactDefinition, _ catalogue: FactCatalogue) {
        self.init(told: plain, definition, catalogue)
    }

    private static let yes: Set = ["yes", "y", "true", "1", "oui", "vrai"]
    private static let no: Set = ["no", "n", "false", "0", "non", "faux"]

    /// Reads what history tells; nil when it is not a value of that fact.
    init?(told text: String, _ definition: FactDefinition, _ catalogue: FactCatalogue) {
        let word = text.lowercased()
        switch definition.type {
        case .yesNo where Self.yes.contains(word): self = .yesNo(true)
        case .yesNo where Self.no.contains(word): self = .yesNo(false)
        case .yesNo: return nil
        case .text: self = .text(text)
        case .choice: self = .text(catalogue.spelling(of: text, in: definition))
        case .texts: self = .texts(Self.items(text))
        case .choices: self = .texts(Self.items(text).map { catalogue.spelling(of: $0, in: definition) })
        case .countries, .leis: self = .texts(Self.items(text.uppercased()))
        case .time:
            guard let stamp = Stamp(told: text) else { return nil }
            self = .time(stamp)
        case .number, .percent, .amount, .minutes:
            guard let number = Thousandths.of(text) else { return nil }
            self = .number(number)
        }
        if definition.fault(in: self, catalogue) != nil { return nil }
    }

    private static func items(_ text: String) -> [String] {
        text.split(whereSeparator: { $0 == "," || $0 == ";" }).map { String($0.trimmed) }.filter { !$0.isEmpty }
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var text = drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
