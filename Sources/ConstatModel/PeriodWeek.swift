extension Period {
    /// The week that an instant lies in, by ISO 8601: from Monday, number 1 holds the year's first Thursday.
    public static func week(of instant: Instant, zone: Zone) -> Period? {
        let day = zone.civil(at: instant).asUTC
        let monday = day.advanced(by: -Int64((CivilTime(utc: day).weekday + 6) % 7) * Instant.day)
        let thursday = CivilTime(utc: monday.advanced(by: 3 * Instant.day))
        guard let newYear = CivilTime(year: thursday.year, month: 1, day: 1) else { return nil }
        let days = (thursday.asUTC.milliseconds - newYear.asUTC.milliseconds) / Instant.day
        return Period("\(padded(thursday.year, 4))-W\(padded(Int(days) / 7 + 1, 2))", zone: zone)
    }

    /// The number of the week in its year; nil for a period that is no week.
    public var weekNumber: Int? { Self.weekNumber(name) }

    static func weekNumber(_ name: String) -> Int? {
        guard name.utf8.count == 8, name.dropFirst(4).hasPrefix("-W"), name.utf8.suffix(2).allSatisfy({ 48...57 ~= $0 }) else { return nil }
        return Int(name.suffix(2))
    }

    /// The Monday of a week of a year; nil where the year has no such week.
    static func monday(ofWeek week: Int, in year: Int) -> CivilTime? {
        guard let fourth = CivilTime(year: year, month: 1, day: 4), (1...53).contains(week) else { return nil }
        let first = fourth.asUTC.advanced(by: -Int64((fourth.weekday + 6) % 7) * Instant.day)
        let monday = first.advanced(by: Int64(week - 1) * 7 * Instant.day)
        // A week belongs to the year of its Thursday.
        return CivilTime(utc: monday.advanced(by: 3 * Instant.day)).year == year ? CivilTime(utc: monday) : nil
    }
}

extension Period {
    /// How long a period is that a calendar names.
    public enum Span: String, Sendable, CaseIterable {
        case week, month, quarter, year

        /// The period of this length that an instant lies in.
        public func period(holding instant: Instant, zone: Zone) -> Period? {
            let civil = zone.civil(at: instant)
            return switch self {
            case .week: Period.week(of: instant, zone: zone)
            case .month: Period.month(of: instant, zone: zone)
            case .quarter: Period("\(padded(civil.year, 4))-Q\((civil.month + 2) / 3)", zone: zone)
            case .year: Period(padded(civil.year, 4), zone: zone)
            }
        }
    }

    /// What a calendar calls it; nil for a free range.
    public var span: Span? { Span.allCases.first { $0.period(holding: start, zone: zone) == self } }

    /// As many periods of a length as asked for, the last of which ends with this one.
    public func trend(of span: Span, steps: Int) -> [Period] {
        var trend = [span.period(holding: end.advanced(by: -1), zone: zone)].compactMap(\.self)
        while trend.count < steps, let before = trend.first?.previous { trend.insert(before, at: 0) }
        return trend
    }
}
