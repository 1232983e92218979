/// A point in time: milliseconds since 1970-01-01T00:00:00Z.
///
/// Everything inside the house is UTC; a zone is declared at the door and applied again on paper.
public struct Instant: Hashable, Comparable, Sendable, Codable {
    /// In milliseconds.
    public static let second: Int64 = 1_000
    /// In milliseconds.
    public static let minute: Int64 = 60 * second
    /// In milliseconds.
    public static let hour: Int64 = 60 * minute
    /// 24 hours in milliseconds; a calendar day with a change of clocks is longer or shorter.
    public static let day: Int64 = 24 * hour

    /// Since 1970-01-01T00:00:00Z; negative before.
    public let milliseconds: Int64

    /// From milliseconds since 1970-01-01T00:00:00Z.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    /// The instant so many milliseconds later; a negative number goes back.
    public func advanced(by milliseconds: Int64) -> Instant {
        Instant(milliseconds: self.milliseconds + milliseconds)
    }

    /// The instant in UTC as ISO 8601, with milliseconds only when there are any.
    public var iso: String { CivilTime(utc: self).iso + "Z" }

    /// ISO 8601 as a clock in a zone shows it, with its offset: `2026-10-08T06:47:00+02:00`.
    public func iso(in zone: Zone) -> String {
        let minutes = Int(zone.offset(at: self) / Self.minute)
        let offset = "\(padded(abs(minutes) / 60, 2)):\(padded(abs(minutes) % 60, 2))"
        return zone.civil(at: self).iso + (minutes < 0 ? "-" : "+") + offset
    }
}

extension Instant {
    /// Reads ISO 8601 with a zone designator, e.g. `2026-10-08T07:12:00Z`; nil for anything else.
    public init?(iso text: String) {
        var text = text
        let parsed = text.withUTF8 { ISOTime(UnsafeRawBufferPointer($0)) }
        guard let parsed, let offset = parsed.offset else { return nil }
        self = parsed.civil.asUTC.advanced(by: -offset)
    }
}

extension Instant {
    /// Stored as its milliseconds.
    public init(from decoder: any Decoder) throws { self.init(milliseconds: try decoder.singleValueContainer().decode(Int64.self)) }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}
