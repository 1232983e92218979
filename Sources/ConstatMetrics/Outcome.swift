import ConstatModel

/// What a record means to a metric, in a few bytes: a million of them are made for each metric.
struct Outcome {
    /// 0 outside, 1 a value, 2 open; else a `Reason`.
    let code: UInt16
    /// A duration, or 1 and 0 for a share; of an open one how long it has been waiting, or `missing`.
    let value: Int64
    /// The same duration in business hours, or `missing`.
    let business: Int64

    private init(_ code: UInt16, _ value: Int64 = 0, _ business: Int64 = RecordColumns.missing) {
        (self.code, self.value, self.business) = (code, value, business)
    }

    /// Not in the population at all.
    static let outside = Outcome(0)

    static func value(_ value: Int64, business: Int64 = RecordColumns.missing) -> Outcome { Outcome(1, value, business) }

    static func open(since elapsed: Int64? = nil) -> Outcome { Outcome(2, elapsed ?? RecordColumns.missing) }

    static func leftOut(_ reason: Reason) -> Outcome { Outcome(reason.code, 0) }

    var isOutside: Bool { code == 0 }
    var isValue: Bool { code == 1 }
    var isOpen: Bool { code == 2 }
    /// Why it was left out; nil when it was not.
    var reason: Reason? { code > 2 ? Reason(code: code) : nil }
}

/// Why a record was left out, in two bytes: a kind and the fields it is about.
struct Reason: Hashable {
    let code: UInt16

    init(code: UInt16) { self.code = code }

    /// A field by its number: milestones come first.
    enum Field: Int {
        case verdict = 24, severity, discovery, tier

        static func name(_ number: Int) -> String {
            if let field = Field(rawValue: number) { return "\(field)" }
            return number < Milestone.allCases.count ? Milestone.allCases[number].rawValue : ""
        }
    }

    private init(_ kind: Int, _ first: Int = 0, _ second: Int = 0) { code = UInt16(kind << 10 | first << 5 | second) }

    static func missing(_ milestone: Int) -> Reason { Reason(1, milestone) }
    static func missing(_ field: Field) -> Reason { Reason(1, field.rawValue) }
    static func notGiven(_ milestone: Int) -> Reason { Reason(2, milestone) }
    static func notGiven(_ field: Field) -> Reason { Reason(2, field.rawValue) }
    static func dayOnly(_ milestone: Int) -> Reason { Reason(3, milestone) }
    static func reversed(_ start: Int, _ end: Int) -> Reason { Reason(4, start, end) }
    static let undetermined = Reason(5)
    static let noTarget = Reason(6)

    var leftOut: LeftOut {
        let (first, second) = (Field.name(Int(code >> 5 & 31)), Field.name(Int(code & 31)))
        switch code >> 10 {
        case 1: return .missing(first)
        case 2: return .notGiven(first)
        case 3: return .dayOnly(first)
        case 4: return .reversed(first, second)
        case 5: return .undetermined
        default: return .noTarget
        }
    }
}

/// Whether a condition holds for a record, or why that cannot be said.
enum Answer {
    case yes, no, open
    case leftOut(Reason)
}
