import ConstatModel

/// What a record means to a metric, in a few bytes: a million of them are made for each metric.
struct Outcome {
    /// 0 outside, 1 a value, 2 open, 3 open and already late, which is a value too; else a `Reason`.
    let code: UInt32
    /// A duration, an amount, or 1 and 0 for a share; of an open one how long it has been waiting, or `missing`.
    let value: Int64
    /// The same duration in business hours, or `missing`; of an amount what it is a part of.
    let other: Int64

    private init(_ code: UInt32, _ value: Int64 = 0, _ other: Int64 = RecordColumns.missing) {
        (self.code, self.value, self.other) = (code, value, other)
    }

    /// Not in the population at all.
    static let outside = Outcome(0)
    /// It breached its target although nobody knows yet when it will be done.
    static let late = Outcome(3)

    static func value(_ value: Int64, _ other: Int64 = RecordColumns.missing) -> Outcome { Outcome(1, value, other) }

    static func open(since elapsed: Int64? = nil) -> Outcome { Outcome(2, elapsed ?? RecordColumns.missing) }

    static func leftOut(_ reason: Reason) -> Outcome { Outcome(reason.code) }

    var isOutside: Bool { code == 0 }
    var isValue: Bool { code == 1 || code == 3 }
    var isLate: Bool { code == 3 }
    var isOpen: Bool { code == 2 }
    /// Why it was left out; nil when it was not.
    var reason: Reason? { code > 3 ? Reason(code: code) : nil }
}

/// Why a record was left out, in four bytes: a kind and the places it is about.
struct Reason: Hashable {
    let code: UInt32

    init(code: UInt32) { self.code = code }

    private init(_ kind: Int, _ first: Int = 0, _ second: Int = 0) { code = UInt32(kind << 20 | first << 10 | second) }

    static func missing(_ place: Int) -> Reason { Reason(1, place) }
    static func notGiven(_ place: Int) -> Reason { Reason(2, place) }
    static func dayOnly(_ place: Int) -> Reason { Reason(3, place) }
    static func reversed(_ start: Int, _ end: Int) -> Reason { Reason(4, start, end) }
    static let undetermined = Reason(5)
    static let noTarget = Reason(6)
    static let noHours = Reason(7)
    static func negative(_ place: Int) -> Reason { Reason(9, place) }
    static func exceeds(_ part: Int, _ whole: Int) -> Reason { Reason(8, part, whole) }

    var leftOut: LeftOut {
        let (first, second) = (Place.all[Int(code >> 10 & 1_023)].name, Place.all[Int(code & 1_023)].name)
        switch code >> 20 {
        case 1: return .missing(first)
        case 2: return .notGiven(first)
        case 3: return .dayOnly(first)
        case 4: return .reversed(first, second)
        case 5: return .undetermined
        case 6: return .noTarget
        case 7: return .noHours
        case 8: return .exceeds(first, second)
        default: return .negative(first)
        }
    }
}

/// Whether a condition holds for a record, or why that cannot be said.
enum Answer {
    case yes, no, open
    case leftOut(Reason)

    init(_ isTrue: Bool) { self = isTrue ? .yes : .no }

    var isYes: Bool { if case .yes = self { true } else { false } }
}
