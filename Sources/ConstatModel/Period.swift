/// A half-open stretch of time, start included, end not, with the zone its days belong to.
public struct Period: Hashable, Sendable {
    /// As the user writes it: `2026-10`, `2026-W41`, `2026-Q3`, `2026` or `2026-10-01..2026-10-15` (last day included).
    public let name: String
    /// Included.
    public let start: Instant
    /// Not included: the first instant after the period.
    public let end: Instant
    /// The zone whose midnights bound the period.
    public let zone: Zone

    /// Whether an instant lies in the period: the start does, the end does not.
    public func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }

    /// Nil when the text is none of the five forms.
    public init?(_ text: String, zone: Zone) {
        guard let (first, months, last) = Self.bounds(of: text) else { return nil }
        let after = last ?? first.adding(months: months)
        let start = zone.instant(of: first).instant
        let end = zone.instant(of: after).instant
        guard start < end else { return nil }
        (name, self.start, self.end, self.zone) = (text, start, end, zone)
    }

    private static func bounds(of text: String) -> (first: CivilTime, months: Int, after: CivilTime?)? {
        let range = text.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
        if text.contains(".."), range.count == 2, let first = CivilTime(day: range[0]), let last = CivilTime(day: range[1]) {
            let after = CivilTime(utc: last.asUTC.advanced(by: Instant.day))
            return (first, 0, after)
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let year = parts.first.flatMap({ $0.count == 4 ? Int($0) : nil }), (1_000...9_998).contains(year) else { return nil }
        if parts.count == 1 { return CivilTime(year: year, month: 1, day: 1).map { ($0, 12, nil) } }
        guard parts.count == 2 else { return nil }
        if parts[1].hasPrefix("Q"), let quarter = Int(parts[1].dropFirst()), (1...4).contains(quarter) {
            return CivilTime(year: year, month: quarter * 3 - 2, day: 1).map { ($0, 3, nil) }
        }
        if let week = weekNumber(text) {
            guard let monday = monday(ofWeek: week, in: year) else { return nil }
            return (monday, 0, CivilTime(utc: monday.asUTC.advanced(by: 7 * Instant.day)))
        }
        guard parts[1].count == 2, let month = Int(parts[1]) else { return nil }
        return CivilTime(year: year, month: month, day: 1).map { ($0, 1, nil) }
    }
}

extension Period {
    /// The calendar month an instant lies in.
    public static func month(of instant: Instant, zone: Zone) -> Period? {
        let civil = zone.civil(at: instant)
        return Period("\(padded(civil.year, 4))-\(padded(civil.month, 2))", zone: zone)
    }

    /// The months that begin inside this period, in order.
    public var months: [Period] {
        var months: [Period] = []
        var next = Period.month(of: start, zone: zone)
        while let month = next, month.start < end {
            months.append(month)
            next = Period.month(of: month.end, zone: zone)
        }
        return months
    }

    /// True for exactly one calendar month.
    public var isMonth: Bool { months.count == 1 && months[0].start == start && months[0].end == end }

    /// The week, or the period of the same length in months, just before this one; nil for a free range.
    public var previous: Period? {
        if weekNumber != nil { return Period.week(of: start.advanced(by: -1), zone: zone) }
        let count = months.count
        guard months.first?.start == start, months.last?.end == end else { return nil }
        let first = zone.civil(at: start).adding(months: -count)
        let monthName = "\(padded(first.year, 4))-\(padded(first.month, 2))"
        switch count {
        case 1: return Period(monthName, zone: zone)
        case 3 where (first.month - 1) % 3 == 0:
            return Period("\(padded(first.year, 4))-Q\((first.month - 1) / 3 + 1)", zone: zone)
        case 12 where first.month == 1: return Period(padded(first.year, 4), zone: zone)
        default: return nil
        }
    }
}
