import ConstatMetrics
import ConstatModel
import ConstatTesting
import Testing

/// Each metric against a table computed by hand, and one case for each reason of leaving out.
struct HandComputedTests {
    private let start = Instant.at("2026-10-05T08:00:00Z")
    private let asOf = Instant.at("2026-11-03T00:00:00Z")
    private let targets = Targets([
        "time-to-acknowledge": .bySeverity([.high: Double(30 * Instant.minute), .low: Double(8 * Instant.hour)])
    ])

    private func measure(
        _ id: String, _ records: [Record], given: Given = Given(rawValue: -1), by dimensions: [Dimension] = []
    ) throws -> [Measurement] {
        let metric = try #require(MetricCatalogue.metric(id))
        let period = try #require(Period.of("2026-10"))
        return Evaluator(targets: targets, asOf: asOf).measure(
            metric, over: RecordColumns(records.filter { $0.kind == metric.kind }, given: given), in: period, by: dimensions)
    }

    private func alert(_ id: Int = 1) -> Record { .raised(start, id: "A-\(id)") }
    private func incident(_ id: Int = 1) -> Record { .raised(start, .case, id: "C-\(id)").changed { $0.verdict = .truePositive } }

    @Test func `volume counts alerts raised in the period, merged ones not`() throws {
        let outside = Record.raised(.at("2026-11-01T00:00:00Z"), id: "X")
        let merged = alert(2).changed { $0.status = .merged }
        #expect(try measure("alert-volume", [alert(), alert(3), outside, merged])[0].n == 2)
    }

    @Test func `time to acknowledge: median, P90, P95, mean and maximum of ten by hand`() throws {
        let minutes = [1.0, 2, 3, 4, 5, 6, 7, 8, 9, 100]
        let records = minutes.enumerated().map { alert($0.offset).with(.acknowledged, start.after(minutes: $0.element)) }
        let measured = try measure("mtta", records.reversed())[0]
        #expect(measured.statistics.median == Double(Instant.minute) * 5.5)
        #expect(measured.statistics.p90 == 9 * Instant.minute)
        #expect(measured.statistics.p95 == 100 * Instant.minute)
        #expect(measured.statistics.mean == Double(Instant.minute) * 14.5)
        #expect(measured.statistics.max == 100 * Instant.minute)
    }

    @Test func `below five values there is no P90, below one no value at all`() throws {
        let four = (1...4).map { alert($0).with(.acknowledged, start.after(minutes: 1)) }
        #expect(try measure("mtta", four)[0].statistics.p90 == nil)
        let none = try measure("mtta", [])[0]
        #expect(none.value == nil)
        #expect(none.population == 0)
    }

    @Test func `fewer than five records make no figure, and their number is told`() throws {
        for (count, isShown) in [(1, false), (4, false), (5, true)] {
            let records = (1...count).map { alert($0).with(.acknowledged, start.after(minutes: 1)).changed { $0.verdict = .falsePositive } }
            for id in ["mtta", "false-positive-share"] {
                let measured = try measure(id, records)[0]
                #expect(measured.n == count)
                #expect((measured.value != nil) == isShown)
                #expect((measured.shown.mean != nil) == (isShown && id == "mtta"))
                #expect((measured.interval != nil) == (isShown && id != "mtta"))
            }
            #expect(try measure("alert-volume", records)[0].value == Double(count))
        }
    }

    @Test func `those who wait are reckoned with: five took an hour, six have been waiting for months`() throws {
        let done = (1...5).map { alert($0).with(.acknowledged, start.after(hours: Double($0))) }
        let waiting = (6...11).map { alert($0).changed { $0.status = .new } }
        let measured = try measure("mtta", done + waiting)[0]
        #expect(measured.statistics.median == Double(3 * Instant.hour))
        #expect(measured.survival == Survival(median: nil, low: 2 * Instant.hour, high: nil))
        #expect(try measure("mtta", done)[0].survival == nil)
    }

    @Test func `time to acknowledge counts from the queue where the source knows it`() throws {
        let record = alert().with(.ingested, start.after(minutes: 10)).with(.acknowledged, start.after(minutes: 15))
        #expect(try measure("mtta", [record])[0].statistics.median == Double(5 * Instant.minute))
    }

    @Test func `what cannot be used is left out with its reason, what is not done yet is open`() throws {
        let closed = alert(1).changed { $0.status = .closed }
        let open = alert(2).changed { $0.status = .new }
        let reversed = alert(3).with(.acknowledged, start.after(minutes: -1))
        let dayOnly = alert(4).with(.acknowledged, start.after(hours: 1), .day)
        let measured = try measure("mtta", [closed, open, reversed, dayOnly])[0]
        #expect(measured.leftOut == [.missing("acknowledged"): 1, .reversed("raised", "acknowledged"): 1, .dayOnly("acknowledged"): 1])
        #expect(measured.open == 1)
        #expect(measured.n == 0)
    }

    @Test func `a source without a milestone is not measurable, which is not the same as missing`() throws {
        let measured = try measure("mtta", [alert()], given: Given(.raised))[0]
        #expect(measured.leftOut == [.notGiven("acknowledged"): 1])
    }

    @Test func `time to detect looks at confirmed cases only`() throws {
        let found = incident(1).with(.firstActivity, start.after(hours: -3))
        let dismissed = incident(2).changed { $0.verdict = .falsePositive }.with(.firstActivity, start.after(hours: -9))
        let openContained = Record.raised(start, .case, id: "C-3").with(.contained, start.after(hours: 1))
            .with(.firstActivity, start.after(hours: -5)).changed { $0.status = .inProgress }
        let unjudged = incident(4).changed {
            $0.verdict = nil; $0.status = .closed
        }
        let undetermined = incident(5).changed { $0.verdict = .undetermined }
        let measured = try measure("mttd", [found, dismissed, openContained, unjudged, undetermined])[0]
        #expect(measured.n == 2)
        #expect(measured.leftOut == [.missing("verdict"): 1, .undetermined: 1])
        #expect(measured.statistics.median == Double(4 * Instant.hour))
    }

    @Test func `false positives among verdicts, undetermined and unverdicted apart`() throws {
        let verdicts: [Verdict?] = [.falsePositive, .falsePositive, .truePositive, .benignTruePositive, .undetermined, nil, nil]
        let records = verdicts.enumerated().map { index, verdict in
            alert(index).changed {
                $0.verdict = verdict; $0.status = index == 6 ? .closed : .new
            }
        }
        let measured = try measure("false-positive-share", records)[0]
        #expect(measured.numerator == 2)
        #expect(measured.n == 4)
        #expect(measured.open == 1)
        #expect(measured.leftOut == [.undetermined: 1, .missing("verdict"): 1])
    }

    @Test func `escalation is a share of what tier 1 decided`() throws {
        let escalated = alert(1).with(.escalatedToTier2, start.after(hours: 1))
        let judged = alert(2).changed {
            $0.verdict = .falsePositive; $0.status = .closed
        }
        let waiting = alert(3).changed { $0.status = .new }
        let measured = try measure("escalation-t1-t2", [escalated, judged, waiting])[0]
        #expect((measured.numerator, measured.n, measured.open) == (1, 2, 1))
        let cases = [incident(1).with(.escalatedToTier3, start.after(hours: 2)), incident(2).changed { $0.status = .closed }]
        let handed = try measure("escalation-t2-t3", cases)[0]
        #expect((handed.numerator, handed.n) == (1, 2))
    }

    @Test func `a service level counts what is open and already late as breached`() throws {
        func high(_ id: Int) -> Record {
            alert(id).changed {
                $0.severity = .high; $0.status = .new
            }
        }
        let met = high(1).with(.acknowledged, start.after(minutes: 30))
        let breached = high(2).with(.acknowledged, start.after(minutes: 31))
        let late = high(3)
        let fresh = Record.raised(asOf.after(minutes: -10), id: "A-4").changed { $0.severity = .high }
        let noTarget = alert(5).changed { $0.severity = .medium }
        let measured = try measure("service-level-acknowledge", [met, breached, late, noTarget, alert(6)])[0]
        #expect((measured.numerator, measured.n) == (1, 3))
        #expect(measured.leftOut == [.noTarget: 1, .missing("severity"): 1])
        let metric = try #require(MetricCatalogue.metric("service-level-acknowledge"))
        let november = try #require(Period.of("2026-11"))
        let now = Evaluator(targets: targets, asOf: asOf).measure(metric, over: RecordColumns([fresh]), in: november)
        #expect(now[0].n == 0)
    }

    @Test func `business hours stand beside the wall clock, each tenant by its own calendar`() throws {
        let paris = try #require(Zone("Europe/Paris"))
        let friday = Instant.at("2026-10-23T15:00:00Z")  // 17:00 in Paris; the clock is changed on Sunday
        let records = (0..<6).map { index in
            Record.raised(friday, id: "A-\(index)", tenant: index < 5 ? "office" : "shift").with(.acknowledged, .at("2026-10-26T09:00:00Z"))
        }
        let always = [BusinessCalendar.Hours(start: 0, end: 1_440)].compactMap(\.self)
        let calendars = BusinessCalendars([
            "office": .office(zone: paris),
            "shift": BusinessCalendar(zone: paris, week: Array(repeating: always, count: 7), holidays: Holidays(isKnown: false)),
        ])
        let (metric, period) = (try #require(MetricCatalogue.metric("mtta")), try #require(Period.of("2026-10")))
        let evaluator = Evaluator(targets: targets, calendars: calendars, asOf: asOf)
        let measured = evaluator.measure(metric, over: RecordColumns(records), in: period, by: [.tenant])
        // Friday 17:00 to 18:00 and Monday 9:00 to 10:00; the other has worked through, 66 hours of which one came twice.
        #expect(measured.map(\.business?.median) == [Double(2 * Instant.hour), Double(66 * Instant.hour)])
        #expect(measured.map(\.statistics.median) == [Double(66 * Instant.hour), Double(66 * Instant.hour)])
        let detect = try #require(MetricCatalogue.metric("backlog-alerts"))
        #expect(evaluator.measure(detect, over: RecordColumns(records), in: period)[0].business == nil)
        let some = Evaluator(
            targets: targets, calendars: BusinessCalendars(["office": .office(zone: paris)]), asOf: asOf)
        #expect(some.measure(metric, over: RecordColumns(records), in: period)[0].business == nil)
    }

    @Test func `a record is judged by the target that held when it was raised`() throws {
        var targets = Targets()
        let level = { (minutes: Double) in Targets.Target.bySeverity([.high: minutes * Double(Instant.minute)]) }
        targets["time-to-acknowledge"] = [
            Targets.Dated(from: start.after(hours: 24), level(10)), Targets.Dated(from: Targets.always, level(60)),
        ]
        let records = (0..<10).map { index in
            Record.raised(start.after(hours: Double(index * 6)), id: "A-\(index)").changed { $0.severity = .high }
                .with(.acknowledged, start.after(hours: Double(index * 6)).after(minutes: 30))
        }
        let metric = try #require(MetricCatalogue.metric("service-level-acknowledge"))
        let period = try #require(Period.of("2026-10"))
        let measured = Evaluator(targets: targets, asOf: asOf).measure(metric, over: RecordColumns(records), in: period)[0]
        #expect((measured.numerator, measured.n) == (4, 10))
        #expect(targets.level("time-to-acknowledge", severity: .high, at: start) == 60 * Double(Instant.minute))
        #expect(targets.level("time-to-acknowledge", severity: .low, at: start) == nil)
    }

    @Test func `the backlog is what was open at the end, with its age`() throws {
        let end = Instant.at("2026-11-01T00:00:00Z")
        let open = incident(1).changed { $0.status = .inProgress }
        let closedAfter = incident(2).with(.lastClosed, end.after(hours: 1)).changed { $0.status = .closed }
        let closedBefore = incident(3).with(.lastClosed, end.after(hours: -1)).changed { $0.status = .closed }
        let unknown = incident(4).changed { $0.status = .closed }
        let measured = try measure("backlog-cases", [open, closedAfter, closedBefore, unknown])[0]
        #expect(measured.n == 2)
        #expect(measured.leftOut == [.missing("lastClosed"): 1])
        #expect(measured.statistics.max == end.milliseconds - start.milliseconds)
    }

    @Test func `external discovery among cases that say who noticed`() throws {
        let records = [Discovery.external, .internal, .internal, nil].enumerated().map { index, discovery in
            incident(index).changed { $0.discovery = discovery }
        }
        let measured = try measure("external-discovery-share", records)[0]
        #expect((measured.numerator, measured.n) == (1, 3))
        #expect(measured.leftOut == [.missing("discovery"): 1])
    }

    @Test func `a difference is one only when the intervals do not touch`() throws {
        func minutes(_ value: Double, _ count: Int) throws -> Measurement {
            try measure("mtta", (0..<count).map { alert($0).with(.acknowledged, start.after(minutes: value + Double($0 % 7))) })[0]
        }
        #expect(Comparison(try minutes(10, 60), against: try minutes(30, 60), better: .lower) == .better)
        #expect(Comparison(try minutes(30, 60), against: try minutes(10, 60), better: .lower) == .worse)
        #expect(Comparison(try minutes(10, 60), against: try minutes(11, 60), better: .lower) == .stable)
        #expect(Comparison(try minutes(10, 3), against: try minutes(30, 60), better: .lower) == .tooFew)
    }
}
