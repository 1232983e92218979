import Foundation

/// A named time zone (IANA), declared at the door: by a profile, by `--zone` or by `constat.yaml`.
public struct Zone: Hashable, Sendable, Codable {
    /// Coordinated Universal Time, the zone inside the house.
    public static let utc = Zone(timeZone: .gmt, name: "UTC")

    /// What a daylight-saving change made of a local time.
    public enum Fault: String, Sendable { case ambiguousLocalTime, skippedLocalTime }

    /// The IANA name, e.g. `Europe/Paris`.
    public let name: String
    private let timeZone: TimeZone

    private init(timeZone: TimeZone, name: String) { (self.timeZone, self.name) = (timeZone, name) }

    /// Nil when the system does not know the name.
    public init?(_ name: String) {
        if name == "UTC" { self = .utc; return }
        guard let zone = TimeZone(identifier: name) else { return nil }
        self.init(timeZone: zone, name: name)
    }

    /// East of UTC at that instant, in milliseconds.
    public func offset(at instant: Instant) -> Int64 {
        if timeZone == .gmt { return 0 }
        let date = Date(timeIntervalSince1970: Double(instant.milliseconds.flooredQuotient(by: 1_000)))
        return Int64(timeZone.secondsFromGMT(for: date)) * 1_000
    }

    /// What a clock in this zone shows at an instant.
    public func civil(at instant: Instant) -> CivilTime {
        CivilTime(utc: instant.advanced(by: offset(at: instant)))
    }

    /// The instant a local clock meant.
    ///
    /// The rule for the two hours a year that are odd: a time that happens twice means the first of the
    /// two; a time that never happens is read with the offset before the change. Both are told.
    public func instant(of civil: CivilTime) -> (instant: Instant, fault: Fault?) {
        let naive = civil.asUTC
        let before = offset(at: naive.advanced(by: -Instant.day))
        let after = offset(at: naive.advanced(by: Instant.day))
        let early = naive.advanced(by: -before)
        if before == after { return (early, nil) }
        let late = naive.advanced(by: -after)
        let earlyHolds = offset(at: early) == before
        let lateHolds = offset(at: late) == after
        switch (earlyHolds, lateHolds) {
        case (true, true): return (early, .ambiguousLocalTime)
        case (true, false): return (early, nil)
        case (false, true): return (late, nil)
        case (false, false): return (early, .skippedLocalTime)
        }
    }
}

extension Zone {
    /// Stored as its name.
    public init(from decoder: any Decoder) throws {
        let name = try decoder.singleValueContainer().decode(String.self)
        guard let zone = Zone(name) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no such time zone"))
        }
        self = zone
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}
