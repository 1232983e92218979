/// When a public holiday is, year by year.
public struct HolidayRule: Hashable, Sendable, Codable {
    /// How the day is found.
    public indirect enum Day: Hashable, Sendable, Codable {
        /// The same date each year: month 1 to 12, day 1 to 31.
        case date(month: Int, day: Int)
        /// So many days after Easter Sunday of the western churches; negative before it.
        case easter(Int)
        /// The n-th of a weekday in a month, from 1; the last for 0. Sunday is 0, Saturday 6.
        case weekday(Int, nth: Int, month: Int)
        /// The day, where it falls on a weekday that is among these (or is not); else the other one, when there is one.
        case choice(Day, falls: Bool, on: [Int], otherwise: Day?)
    }

    /// How the day is found.
    public let day: Day
    /// The first and the last year it is a holiday in.
    public let years: ClosedRange<Int>

    public init(_ day: Day, years: ClosedRange<Int> = 0...9_999) { (self.day, self.years) = (day, years) }

    /// The date in a year, e.g. `2026-04-06`; nil where it is no holiday then.
    public func date(in year: Int) -> CivilTime? { years.contains(year) ? Self.date(day, year) : nil }

    private static func date(_ day: Day, _ year: Int) -> CivilTime? {
        switch day {
        case .date(let month, let day): return CivilTime(year: year, month: month, day: day)
        case .easter(let days): return easterSunday(of: year)?.adding(days: days)
        case .weekday(let weekday, let nth, let month):
            guard let first = CivilTime(year: year, month: month, day: 1) else { return nil }
            let offset = (weekday - first.weekday + 7) % 7
            let count = (CivilTime.days(in: month, of: year) - offset + 6) / 7
            return first.adding(days: offset + 7 * ((nth == 0 ? count : nth) - 1))
        case .choice(let day, let falls, let weekdays, let otherwise):
            guard let date = date(day, year) else { return nil }
            return weekdays.contains(date.weekday) == falls ? date : otherwise.flatMap { Self.date($0, year) }
        }
    }

    /// Easter Sunday in the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher.
    static func easterSunday(of year: Int) -> CivilTime? {
        let (golden, century, ofCentury) = (year % 19, year / 100, year % 100)
        let correction = (century - (century + 8) / 25 + 1) / 3
        let moon = (19 * golden + century - century / 4 - correction + 15) % 30
        let sunday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - moon - ofCentury % 4) % 7
        let late = (golden + 11 * moon + 22 * sunday) / 451
        let days = moon + sunday - 7 * late + 114
        return CivilTime(year: year, month: days / 31, day: days % 31 + 1)
    }
}

extension CivilTime {
    /// The same time of day so many days later.
    public func adding(days: Int) -> CivilTime { CivilTime(utc: asUTC.advanced(by: Int64(days) * Instant.day)) }
}
