import ConstatModel
import ConstatTesting
import Foundation
import Testing

/// Weeks, and periods that follow one another.
struct CalendarPeriodTests {
    private static let zones = ["Europe/Paris", "UTC", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"]

    /// Foundation's calendar counts weeks by itself.
    @Test(arguments: zones) func `a week is that of ISO 8601, whatever the zone`(name: String) throws {
        let zone = try #require(Zone(name))
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = try #require(TimeZone(identifier: name))
        var random = SeededGenerator(seed: 5)
        for _ in 0..<400 {
            let instant = Instant(milliseconds: Int64.random(in: 946_684_800_000...2_524_608_000_000, using: &random))
            let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1_000)
            let week = try #require(Period.week(of: instant, zone: zone))
            let parts = calendar.dateComponents([.yearForWeekOfYear, .weekOfYear], from: date)
            #expect(week.name == "\(parts.yearForWeekOfYear ?? 0)-W" + (parts.weekOfYear ?? 0 < 10 ? "0" : "") + "\(parts.weekOfYear ?? 0)")
            let interval = try #require(calendar.dateInterval(of: .weekOfYear, for: date))
            #expect(Double(week.start.milliseconds) / 1_000 == interval.start.timeIntervalSince1970)
            #expect(Double(week.end.milliseconds) / 1_000 == interval.end.timeIntervalSince1970)
        }
    }

    @Test(arguments: Period.Span.allCases) func `what came before ends where this begins, of the same length`(span: Period.Span) throws {
        let zone = try #require(Zone("Europe/Paris"))
        var period = try #require(span.period(holding: .at("2026-11-03T08:00:00Z"), zone: zone))
        for _ in 0..<120 {
            let before = try #require(period.previous)
            #expect(before.end == period.start && before.span == span && period.span == span)
            #expect(Period(before.name, zone: zone) == before)
            period = before
        }
    }

    @Test func `a trend ends with its period and has no gap`() throws {
        let zone = try #require(Zone("Europe/Paris"))
        for (name, span, steps) in [
            ("2026", Period.Span.month, 12), ("2026-Q3", .month, 6), ("2026-W41", .week, 12), ("2026-Q2", .quarter, 8),
        ] {
            let period = try #require(Period(name, zone: zone))
            let trend = period.trend(of: span, steps: steps)
            #expect(trend.count == steps && trend.last?.end == period.end)
            for (one, next) in zip(trend, trend.dropFirst()) { #expect(one.end == next.start) }
        }
    }

    @Test(arguments: ["2026-W00", "2026-W54", "2025-W53", "2026-W1", "2026-w10", "2026-W1x", "2026-W+1", "2026-W-1"]) func `no such week`(
        name: String
    ) {
        #expect(Period(name, zone: .utc) == nil)
    }

    @Test func `a year of 53 weeks has its last one`() { #expect(Period("2026-W53", zone: .utc) != nil) }
}
