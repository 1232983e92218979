/// How well an instant is known.
public enum Precision: Int, Sendable {
    /// As the tool itself recorded it.
    case exact = 0
    /// Typed in by a person.
    case reported
    /// An estimate, not a recording.
    case estimated
    /// Not later than this: e.g. the last change of a closed incident stands for its closure.
    case bounded
    /// Only the day is known; the instant is the start of that day in the declared zone.
    case day
    /// Only the month, or only the year; the instant is its start in the declared zone.
    case month, year

    /// A day, a month or a year: no duration is measured from such an instant.
    public var isCoarse: Bool { rawValue >= Precision.day.rawValue }
}

/// An instant with its precision.
public struct Stamp: Hashable, Sendable {
    /// For a precision of `day`, the start of that day in the declared zone.
    public let instant: Instant
    /// How well it is known.
    public let precision: Precision

    public init(_ instant: Instant, _ precision: Precision = .exact) {
        (self.instant, self.precision) = (instant, precision)
    }
}

extension Stamp {
    /// What a fact tells: an instant in ISO 8601, or a day alone, which stands for its start in UTC; nil for anything else.
    public init?(told text: String) {
        if let instant = Instant(iso: text) {
            self.init(instant)
        } else if let day = Instant(iso: text + "T00:00:00Z") {
            self.init(day, .day)
        } else {
            return nil
        }
    }
}
