import ConstatMetrics
import ConstatModel

/// Formulas that make a figure from the sheets of records: counts, order statistics, shares and sums.
///
/// Over several sheets an order statistic has no formula of its own; there, a formula shows the value we computed as long as
/// the ranks of the sheets' values prove it, and an error when they do not.
struct FigureFormulas {
    private let parts: [FigureRanges.Part]
    /// The word of a severity; empty for records without one, nil for all records.
    private let severity: String?
    private let words: Words

    init(_ parts: [FigureRanges.Part], severity: String?, words: Words) {
        (self.parts, self.severity, self.words) = (parts, severity, words)
    }

    /// Whether no sheet holds its values.
    var isEmpty: Bool { parts.isEmpty }

    private func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }

    /// The sum over all sheets of how many cells meet a criterion, e.g. `">=0"`; it is text of a formula.
    private func count(_ criterion: String, or test: String) -> String {
        parts.map { part in
            guard let severity else { return "COUNTIF(\(part.values),\(criterion))" }
            if severity.isEmpty { return "SUMPRODUCT((\(part.severities)=\"\")*\(test.replacing("{}", with: part.values)))" }
            return "COUNTIFS(\(part.severities),\(quoted(severity)),\(part.values),\(criterion))"
        }.joined(separator: "+")
    }

    /// How many records have a value.
    var n: String {
        if severity == nil { return "=COUNT(" + parts.map(\.values).joined(separator: ",") + ")" }
        return "=" + count("\">-1E300\"", or: "ISNUMBER({})")
    }
    var population: String {
        if severity == nil { return "=COUNTA(" + parts.map(\.values).joined(separator: ",") + ")" }
        return "=" + count("\"<>\"", or: "({}<>\"\")")
    }
    var open: String {
        let word = quoted(words("pack.outcome.open"))
        return "=" + count(word, or: "({}=\(word))")
    }
    var leftOut: String {
        let start = words("pack.outcome.leftOut", ["reason": ""]).trimmingSuffix
        return "=" + count(quoted(start + "*"), or: "(LEFT({},\(start.count))=\(quoted(start)))")
    }

    /// The sum of the values, or of what they are parts of.
    func sum(bases: Bool = false) -> String {
        parts.map { part in
            let range = bases ? part.bases : part.values
            guard let severity else { return "SUM(\(range))" }
            if severity.isEmpty { return "SUMPRODUCT(--(\(part.severities)=\"\"),\(range))" }
            return "SUMIF(\(part.severities),\(quoted(severity)),\(range))"
        }.joined(separator: "+")
    }

    /// The values of a sheet, as an argument of a function over arrays.
    private func chosen(_ part: FigureRanges.Part) -> String {
        guard let severity else { return part.values }
        return "IF(\(part.severities)=\(quoted(severity)),IF(ISNUMBER(\(part.values)),\(part.values)))"
    }

    private var all: String { parts.map(chosen).joined(separator: ",") }

    func median(_ value: Double) -> Cell { .formula("=MEDIAN(\(all))", cached: value, as: .hours, isArray: severity != nil) }
    func largest(_ value: Double) -> Cell { .formula("=MAX(\(all))", cached: value, as: .hours, isArray: severity != nil) }
    func mean(_ value: Double, _ n: String) -> Cell { .formula("=(\(sum()))/\(n)", cached: value, as: .hours) }

    /// The value of a rank, from 1.
    ///
    /// - Parameter rank: text of a formula.
    func ranked(_ rank: String, _ value: Double) -> Cell {
        if parts.count == 1 {
            return .formula("=SMALL(\(all),\(rank))", cached: value, as: .hours, isArray: severity != nil)
        }
        let text = "\(value.rounded15)"
        let below = count("\"<\"&(\(text)-1E-9)", or: "ISNUMBER({})*({}<\(text)-1E-9)")
        let upTo = count("\"<=\"&(\(text)+1E-9)", or: "ISNUMBER({})*({}<=\(text)+1E-9)")
        return .formula("=IF(AND(\(below)<\(rank),\(upTo)>=\(rank)),\(text),NA())", cached: value, as: .hours)
    }
}

extension String {
    /// Without spaces at its end.
    fileprivate var trimmingSuffix: String {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
