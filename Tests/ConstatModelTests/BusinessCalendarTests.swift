import ConstatModel
import ConstatTesting
import Testing

/// The calendar against a counter that looks at every minute of a year.
struct BusinessCalendarTests {
    private static let zones = ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Beirut"]

    private func calendar(_ name: String) throws -> BusinessCalendar {
        let zone = try #require(Zone(name))
        func hours(_ spans: (Int, Int)...) -> [BusinessCalendar.Hours] { spans.compactMap { BusinessCalendar.Hours(start: $0, end: $1) } }
        // Nights and the whole of Sunday are in it: the clock is changed then.
        let week = [
            hours((0, 1_440)), hours((540, 720), (780, 1_080)), hours((540, 1_080)), hours((90, 150), (1_380, 1_440)), hours((540, 1_080)),
            hours((0, 1), (600, 601)), hours((150, 200), (1_410, 1_440)),
        ]
        let holidays = Holidays([HolidayRule(.easter(1)), HolidayRule(.date(month: 7, day: 14))], dates: ["2026-02-03"], isKnown: true)
        return BusinessCalendar(zone: zone, week: week, holidays: holidays)
    }

    /// For each minute of 2026 (UTC) whether the calendar is open in it, by what the clock shows.
    private func minutes(_ calendar: BusinessCalendar, from start: Instant, count: Int) -> [Bool] {
        var (day, spans) = ("", [BusinessCalendar.Hours]())
        return (0..<count).map { minute in
            let civil = calendar.zone.civil(at: start.advanced(by: Int64(minute) * Instant.minute))
            if civil.dateText != day { (day, spans) = (civil.dateText, calendar.hours(of: civil)) }
            let time = civil.hour * 60 + civil.minute
            return spans.contains { $0.start <= time && time < $0.end }
        }
    }

    @Test(arguments: zones)
    func `2 500 random intervals are as long as a count of minutes says`(name: String) throws {
        let calendar = try calendar(name)
        let (start, count) = (Instant.at("2026-01-01T00:00:00Z"), 365 * 1_440)
        let clock = BusinessClock(calendar, from: start, to: start.advanced(by: Int64(count) * Instant.minute))
        let open = minutes(calendar, from: start, count: count)
        var generator = SeededGenerator(seed: 42)
        for _ in 0..<2_500 {
            let first = Int.random(in: 0..<count, using: &generator)
            let last = min(count, first + Int.random(in: 0...(Bool.random(using: &generator) ? 300 : 6_000), using: &generator))
            let expected = open[first..<last].count { $0 }
            let (from, to) = (start.milliseconds + Int64(first) * Instant.minute, start.milliseconds + Int64(last) * Instant.minute)
            #expect(clock.open(from: from, to: to) == Int64(expected) * Instant.minute)
            #expect(clock.open(from: to, to: from) == -Int64(expected) * Instant.minute)
            if first < count { #expect(clock.isOpen(at: from) == open[first]) }
        }
    }

    @Test func `a working day of 23 and of 25 hours`() throws {
        let paris = try #require(Zone("Europe/Paris"))
        let day = [BusinessCalendar.Hours(start: 0, end: 1_440)].compactMap(\.self)
        let calendar = BusinessCalendar(zone: paris, week: Array(repeating: day, count: 7), holidays: Holidays(isKnown: false))
        let clock = BusinessClock(calendar, from: .at("2026-01-01T00:00:00Z"), to: .at("2026-12-31T00:00:00Z"))
        for (date, hours) in [("2026-03-29", 23), ("2026-10-25", 25), ("2026-06-01", 24)] {
            let period = try #require(Period("\(date)..\(date)", zone: paris))
            #expect(clock.open(from: period.start.milliseconds, to: period.end.milliseconds) == Int64(hours) * Instant.hour)
        }
    }
}
