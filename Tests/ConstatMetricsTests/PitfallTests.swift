import ConstatMetrics
import ConstatModel
import ConstatTesting
import Testing

/// The mistakes that others made with figures like these, one test each; those about a store or a command are in `PitfallToolTests`.
struct PitfallTests {
    private let start = Instant.at("2026-10-05T08:00:00Z")
    private let asOf = Instant.at("2026-11-20T00:00:00Z")

    private func measure(
        _ id: String, _ records: [Record], in period: String = "2026-10", targets: Targets = Targets(),
        calendars: BusinessCalendars = BusinessCalendars(), by dimensions: [Dimension] = [], given: Given = Given(rawValue: -1)
    ) throws -> [Measurement] {
        let (metric, period) = (try #require(MetricCatalogue.metric(id)), try #require(Period.of(period)))
        return Evaluator(targets: targets, calendars: calendars, asOf: asOf).measure(
            metric, over: RecordColumns(records.filter { $0.kind == metric.kind }, given: given), in: period, by: dimensions)
    }

    private func alert(_ id: Int = 1) -> Record { .raised(start, id: "A-\(id)") }
    private func incident(_ id: Int = 1) -> Record { .raised(start, .case, id: "C-\(id)").changed { $0.verdict = .truePositive } }

    @Test func `pitfall 1, mean of a skewed sample: the headline is the median, and all else stands beside it`() throws {
        let records = (1...10).map { alert($0).with(.acknowledged, start.after(minutes: $0 == 10 ? 6_000 : 5)) }
        let measured = try measure("mtta", records)[0]
        #expect(measured.value == Double(5 * Instant.minute))
        #expect(measured.statistics.mean == 604.5 * Double(Instant.minute))
        #expect(measured.statistics.p90 == 5 * Instant.minute && measured.statistics.max == 6_000 * Instant.minute)
    }

    @Test func `pitfall 3, right-censoring: who waits is reckoned with, and the closed-only value is kept`() throws {
        let done = (1...6).map { alert($0).with(.acknowledged, start.after(hours: 1)) }
        let waiting = (7...20).map { alert($0).changed { $0.status = .new } }
        let measured = try measure("mtta", done + waiting)[0]
        #expect(measured.value == Double(Instant.hour))
        #expect(measured.open == 14)
        #expect(measured.survival?.median == nil)
    }

    @Test func `pitfall 4, open treated as closed at its last update: it is open, whenever it was touched`() throws {
        let touched = incident().changed {
            $0.status = .inProgress; $0.updated = start.after(hours: 30)
        }
        let measured = try measure("time-to-resolve", [touched])[0]
        #expect((measured.n, measured.open) == (0, 1))
    }

    @Test func `pitfall 5, missing time becomes zero: it is left out with its reason`() throws {
        let closed = (1...6).map { alert($0).changed { $0.status = .closed } }
        let measured = try measure("mtta", closed)[0]
        #expect(measured.value == nil && measured.statistics.mean == nil)
        #expect(measured.leftOut == [.missing("acknowledged"): 6])
    }

    @Test func `pitfall 6, negative durations hidden: they are listed, never clamped`() throws {
        let reversed = alert().with(.acknowledged, start.after(minutes: -3))
        let columns = RecordColumns([reversed])
        let metric = try #require(MetricCatalogue.metric("mtta"))
        let leftOut = Evaluator(targets: Targets(), asOf: asOf).leftOut(metric, of: columns, in: try #require(Period.of("2026-10")))
        #expect(leftOut.map(\.reason) == [.reversed("raised", "acknowledged")])
    }

    @Test func `pitfall 7, the basis of the period differs inside one page: each metric says its own`() throws {
        let across = Record.raised(.at("2026-09-28T08:00:00Z"), .case).with(.lastClosed, start).changed { $0.status = .closed }
        for (id, month, count) in [
            ("case-volume", "2026-09", 1), ("case-volume", "2026-10", 0), ("closed-cases", "2026-10", 1), ("closed-cases", "2026-09", 0),
        ] { #expect(try measure(id, [across], in: month)[0].n == count) }
        for metric in MetricCatalogue.all { #expect(!metric.anchor.word.isEmpty) }
    }

    @Test func `pitfall 10, paper closure is not reality: a closing contains nothing`() throws {
        let closed = incident().with(.lastClosed, start.after(hours: 20)).changed { $0.status = .closed }
        #expect(try measure("time-to-contain", [closed])[0].leftOut == [.missing("contained"): 1])
        #expect(try measure("time-to-resolve", [closed])[0].n == 1)
    }

    @Test func `pitfall 11, reopened: the first and the last closing are kept apart`() throws {
        var history = RecordHistory(states: [.raised(start, .case).changed { $0.status = .closed }])
        history.isStatusComplete = true
        history.transitions = [("closed", 1), ("in-progress", 5), ("closed", 9)].map { word, hours in
            Transition(.status, at: start.after(hours: hours), to: word)
        }
        let record = try #require(history.derived())
        #expect(record.instant(.firstClosed) == start.after(hours: 1) && record.instant(.lastClosed) == start.after(hours: 9))
        #expect(record.reopenings == 1)
        #expect(try measure("reopening-share", [record])[0].numerator == 1)
    }

    @Test func `pitfall 12, merged: the survivor keeps the earliest instants, the others are counted once`() throws {
        var history = RecordHistory(states: [.raised(start, .case)])
        history.merged = EarliestStamps(of: .raised(start.after(hours: -3), .case))
        #expect(try #require(history.derived()).instant(.raised) == start.after(hours: -3))
        #expect(try measure("case-volume", [incident(), incident(2).changed { $0.status = .merged }])[0].n == 1)
    }

    @Test func `pitfall 13, bulk and automated closings: who set the verdict is told apart`() throws {
        func judged(_ id: Int, by actor: Transition.Actor) throws -> Record {
            var history = RecordHistory(states: [alert(id)])
            history.isStatusComplete = true
            history.transitions = [
                Transition(.verdict, at: start.after(hours: 1), to: Verdict.falsePositive.word, by: actor),
                Transition(.status, at: start.after(hours: 1), from: "new", to: "closed", by: actor),
            ]
            return try #require(history.derived())
        }
        let records = try [judged(1, by: .human), judged(2, by: .automation), judged(3, by: .automation), judged(4, by: .bulk)]
        for (id, count) in [("unattended-verdict-share", 2), ("bulk-verdict-share", 1), ("automation-share", 2), ("assisted-share", 0)] {
            let measured = try measure(id, records)[0]
            #expect((measured.numerator, measured.n) == (count, 4), "\(id)")
        }
    }

    @Test func `pitfall 14, the start of a status rewritten: the first value wins`() throws {
        var history = RecordHistory(states: [.raised(start, .case)])
        history.transitions = [9.0, 2, 5].map { Transition(.assignee, at: start.after(hours: $0), to: "a\($0)") }
        #expect(try #require(history.derived()).instant(.acknowledged) == start.after(hours: 2))
    }

    @Test func `pitfall 15, business hours faked: off-hours, pauses and the wall clock beside`() throws {
        let zone = try #require(Zone("Europe/Paris"))
        let calendars = BusinessCalendars(usual: .office(zone: zone))
        // Friday 16 October 17:00 in Paris to Monday 10:00: an hour and an hour, of 65.
        let friday = Instant.at("2026-10-16T15:00:00Z")
        let records = (1...5).map { Record.raised(friday, id: "B-\($0)").with(.acknowledged, .at("2026-10-19T08:00:00Z")) }
        let measured = try measure("mtta", records, calendars: calendars)[0]
        #expect(measured.value == Double(65 * Instant.hour))
        #expect(measured.business?.median == Double(2 * Instant.hour))
        let paused = Record.raised(start, .case).with(.lastClosed, start.after(hours: 10)).changed {
            ($0.status, $0.severity) = (.closed, .high)
            $0.pauses = [Pause(from: start.after(hours: 1), to: start.after(hours: 8))]
        }
        let targets = Targets(["time-to-resolve": .one(Double(4 * Instant.hour))])
        #expect(try measure("service-level-resolve", [paused], targets: targets)[0].numerator == 1)
        #expect(try measure("time-to-resolve", [paused], targets: targets)[0].statistics.median == Double(10 * Instant.hour))
    }

    @Test func `pitfall 16, daylight saving: an interval over the change of clocks has its true length`() throws {
        let zone = try #require(Zone("Europe/Paris"))
        let before = try #require(CivilTime(day: "2026-10-25")), after = try #require(CivilTime(day: "2026-10-26"))
        let day = zone.instant(of: after).instant.milliseconds - zone.instant(of: before).instant.milliseconds
        #expect(day == 25 * Instant.hour)
        let record = Record.raised(zone.instant(of: before).instant).with(.acknowledged, zone.instant(of: after).instant)
        #expect(try measure("mtta", [record])[0].statistics.median == Double(25 * Instant.hour))
    }

    @Test func `pitfall 17, week numbers without a year: periods and groups carry their year`() throws {
        #expect(Period.of("W41") == nil && Period.of("10") == nil)
        let groups = try measure("alert-volume", [alert()], by: [.month])
        #expect(groups[0].group == [GroupKey("month", "2026-10")])
    }

    @Test func `pitfall 19, gaming: each figure of speed is read with one of quality`() throws {
        for metric in MetricCatalogue.all where metric.isWork {
            let beside = try #require(MetricCatalogue.beside[metric.id], "\(metric.id)")
            #expect(try #require(MetricCatalogue.metric(beside)).unit == .share)
        }
    }

    @Test func `pitfall 20, ranking people: no figure of an analyst, and none of the work of two`() throws {
        #expect(!Dimension.words.contains { ["assignee", "analyst", "who", "owner"].contains($0) })
        func handled(_ people: Int) -> [Record] {
            (1...12).map { index in
                incident(index).changed {
                    ($0.tier, $0.assignee) = (1, "p\(index % people)")
                }.with(.lastClosed, start.after(hours: 2))
            }
        }
        #expect(try measure("time-to-resolve", handled(2), by: [.tier])[0].value == nil)
        #expect(try measure("time-to-resolve", handled(3), by: [.tier])[0].value != nil)
    }

    @Test func `pitfall 22, taxonomy drift: another version of a definition is a break, not a trend`() throws {
        let records = (1...40).map { alert($0).with(.acknowledged, start.after(minutes: 5)) }
        let now = try measure("mtta", records)[0]
        var before = try measure("mtta", records.map { $0.with(.acknowledged, start.after(minutes: 50)) })[0]
        #expect(Comparison(now, against: before, better: .lower) == .better)
        before.version += 1
        #expect(Comparison(now, against: before, better: .lower) == .tooFew)
    }

    @Test func `pitfall 24, small numbers: nothing below five, a mark below twenty`() throws {
        for (count, isShown, isSmall) in [(4, false, true), (5, true, true), (19, true, true), (20, true, false)] {
            let measured = try measure("mtta", (1...count).map { alert($0).with(.acknowledged, start.after(minutes: 5)) })[0]
            #expect((measured.value != nil, measured.isSmall) == (isShown, isSmall))
        }
    }
}
