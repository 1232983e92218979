import ConstatModel
import ConstatTesting
import Testing

struct CivilTimeTests {
    @Test func `every day from 1990 to 2100 goes to a number and back`() {
        var day = Instant.at("1990-01-01T00:00:00Z")
        while day < Instant.at("2100-01-01T00:00:00Z") {
            #expect(CivilTime(utc: day).asUTC == day)
            day = day.after(hours: 24 * 13)
        }
    }

    @Test func `a month added to the 31st ends on the last day there is`() throws {
        let civil = try #require(CivilTime(year: 2026, month: 1, day: 31))
        #expect(civil.adding(months: 1).dateText == "2026-02-28")
        #expect(civil.adding(months: 13).dateText == "2027-02-28")
        #expect(civil.adding(months: -2).dateText == "2025-11-30")
    }

    @Test func `a date that does not exist is refused`() {
        #expect(CivilTime(year: 2026, month: 2, day: 29) == nil)
        #expect(CivilTime(year: 2024, month: 2, day: 29) != nil)
    }
}

struct ISOTimeTests {
    @Test(arguments: [
        ("2022-05-11T12:29:19.905+0000", "2022-05-11T12:29:19.905Z"), ("2025-12-11T11:55:44.091+0100", "2025-12-11T10:55:44.091Z"),
        ("2022-06-02T09:52:00.5643443Z", "2022-06-02T09:52:00.564Z"), ("2024-06-09T13:52:07.402627721Z", "2024-06-09T13:52:07.402Z"),
        ("2025-02-03T13:32:12.236416+00:00", "2025-02-03T13:32:12.236Z"), ("2006-01-11 15:49:42+00:00", "2006-01-11T15:49:42Z"),
        ("2024-07-11 07:47:58 UTC+0000", "2024-07-11T07:47:58Z"), ("2026-03-02T10:00Z", "2026-03-02T10:00:00Z"),
    ])
    func `instants as tools write them are read`(text: String, iso: String) {
        #expect(Instant(iso: text)?.iso == iso)
    }

    @Test(arguments: [
        "", "2026-13-01T00:00:00Z", "2026-02-30T00:00:00Z", "2026-03-02T10:00:00", "2026-03-02T25:00:00Z", "2026-03-02T10:00:00+99",
        "yesterday",
    ])
    func `what is no instant with a zone is refused`(text: String) {
        #expect(Instant(iso: text) == nil)
    }
}

struct ZoneTests {
    private let paris = Zone("Europe/Paris") ?? .utc

    @Test func `a local time that happens twice means the first, and is told`() throws {
        let civil = try #require(CivilTime(year: 2026, month: 10, day: 25, hour: 2, minute: 30))
        let read = paris.instant(of: civil)
        #expect(read.instant.iso == "2026-10-25T00:30:00Z")
        #expect(read.fault == .ambiguousLocalTime)
    }

    @Test func `a local time that never happens is read with the offset before, and is told`() throws {
        let civil = try #require(CivilTime(year: 2026, month: 3, day: 29, hour: 2, minute: 30))
        let read = paris.instant(of: civil)
        #expect(read.instant.iso == "2026-03-29T01:30:00Z")
        #expect(read.fault == .skippedLocalTime)
    }

    @Test func `every hour of a year goes to local time and back, but for the hour that happens twice`() {
        var instant = Instant.at("2026-01-01T00:00:00Z")
        while instant < Instant.at("2027-01-01T00:00:00Z") {
            let read = paris.instant(of: paris.civil(at: instant))
            let isSecond = instant == Instant.at("2026-10-25T01:00:00Z")
            #expect(read.instant == instant || isSecond)
            instant = instant.after(hours: 1)
        }
    }
}

struct PeriodTests {
    @Test(arguments: [
        ("2026-10", "2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z"), ("2026-Q1", "2025-12-31T23:00:00Z", "2026-03-31T22:00:00Z"),
        ("2026", "2025-12-31T23:00:00Z", "2026-12-31T23:00:00Z"),
        ("2026-10-01..2026-10-15", "2026-09-30T22:00:00Z", "2026-10-15T22:00:00Z"),
    ])
    func `a period is half-open and knows its zone`(text: String, start: String, end: String) throws {
        let period = try #require(Period.of(text, "Europe/Paris"))
        #expect(period.start.iso == start)
        #expect(period.end.iso == end)
        #expect(period.contains(period.start))
        #expect(!period.contains(period.end))
    }

    @Test(arguments: ["", "26-10", "2026-13", "2026-Q5", "2026-1", "2026-10-15..2026-10-01", "2026-10-01", "october"])
    func `what is no period is refused`(text: String) {
        #expect(Period.of(text) == nil)
    }

    @Test func `the months of a year follow each other without a gap`() throws {
        let year = try #require(Period.of("2026", "Europe/Paris"))
        let months = year.months
        #expect(months.count == 12)
        for (month, next) in zip(months, months.dropFirst()) { #expect(month.end == next.start) }
    }

    @Test(arguments: [("2026-01", "2025-12"), ("2026-Q1", "2025-Q4"), ("2026", "2025")])
    func `the period before has the same length`(text: String, before: String) throws {
        #expect(try #require(Period.of(text, "Europe/Paris")).previous?.name == before)
    }

    @Test(arguments: 1...20)
    func `the short way to read ISO 8601 agrees with the careful one, or leaves it the text`(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<500 {
            let instant = Instant(milliseconds: Int64.random(in: -60_000_000_000_000...4_000_000_000_000, using: &generator))
            var text = instant.iso
            if Bool.random(using: &generator) {
                // One character is another: both must agree on what that is.
                let index = text.index(text.startIndex, offsetBy: Int.random(in: 0..<text.count, using: &generator))
                text.replaceSubrange(index...index, with: String("0129:-TZ.".randomElement(using: &generator) ?? "0"))
            }
            let quick = text.withUTF8 { ISOTime.milliseconds(UnsafeRawBufferPointer($0)) }
            if let quick { #expect(Instant(iso: text)?.milliseconds == quick, "\(text)") }
        }
    }
}
