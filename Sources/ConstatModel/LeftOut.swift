/// Why a record of the population could not be used by a metric.
public enum LeftOut: Hashable, Comparable, Sendable, Codable {
    /// The source could give it, this record does not hold it.
    case missing(String)
    /// The source cannot give it at all.
    case notGiven(String)
    /// The end lies before the start.
    case reversed(String, String)
    /// Only the day is known, too coarse for a duration.
    case dayOnly(String)
    /// It has a verdict, and the verdict says that nobody can tell.
    case undetermined
    /// No target is configured for its severity.
    case noTarget
    /// A part is larger than what it is a part of.
    case exceeds(String, String)
    /// Below zero, where nothing can be.
    case negative(String)
    /// The working hours of its tenant are not known.
    case noHours

    /// A stable word for JSON, CSV and the workbook, e.g. `missing acknowledged`.
    public var code: String {
        switch self {
        case .missing(let field): "missing \(field)"
        case .notGiven(let field): "source gives no \(field)"
        case .reversed(let from, let to): "\(to) before \(from)"
        case .dayOnly(let field): "only the day of \(field) known"
        case .undetermined: "verdict undetermined"
        case .noTarget: "no target for its severity"
        case .exceeds(let part, let whole): "more \(part) than \(whole)"
        case .negative(let field): "negative \(field)"
        case .noHours: "no working hours for its tenant"
        }
    }

    public static func < (left: LeftOut, right: LeftOut) -> Bool { left.code < right.code }
}
