import ConstatModel
import ConstatTesting
import Testing

@testable import ConstatMetrics

/// What pictures are drawn from says the same as the figures.
struct PictureTests {
    @Test func `every duration lies in one bin, between its ends`() {
        var random = SeededGenerator(seed: 3)
        var distribution = Distribution()
        for _ in 0..<2_000 {
            let value = Int64.random(in: -Instant.hour...60 * Instant.day, using: &random)
            let bin = Distribution.bin(of: value)
            #expect(bin == Distribution.ends.count || value < Distribution.ends[bin])
            #expect(bin == 0 || value >= Distribution.ends[bin - 1])
            distribution.add(value)
        }
        #expect(distribution.counts.reduce(0, +) == 2_000)
    }

    @Test(arguments: ["Europe/Paris", "Asia/Kolkata", "Pacific/Chatham"])
    func `alerts stand at their local weekday and hour, summer time and all`(name: String) throws {
        let period = try #require(Period.of("2026-10", name))
        var random = SeededGenerator(seed: 8)
        var expected = [[Int]](repeating: [Int](repeating: 0, count: 24), count: 7)
        let records = (0..<1_500).map { number -> Record in
            let instant = Instant(
                milliseconds: Int64.random(in: period.start.milliseconds..<period.end.milliseconds, using: &random))
            let civil = period.zone.civil(at: instant)
            expected[(civil.weekday + 6) % 7][civil.hour] += 1
            return .raised(instant, id: "A\(number)")
        }
        var grid = WeekGrid(period, until: period.end)
        grid.add(RecordColumns(records))
        #expect(grid.counts == expected && grid.withoutHour == 0 && grid.uncovered == nil)
    }

    @Test func `hours without cover are those in which nobody was there`() throws {
        let period = try #require(Period.of("2026-10", "Europe/Paris"))
        let cover = Record.raised(period.start, .cover, id: "C").with(.lastClosed, .at("2026-10-31T20:00:00Z"))
        var grid = WeekGrid(period, until: period.end)
        grid.add(cover: [cover])
        // From 21:00 to midnight on the last day, a Saturday.
        #expect(
            grid.uncovered?.enumerated().flatMap { day, hours in hours.indices.filter { hours[$0] > 0 }.map { [day, $0] } } == [
                [5, 21], [5, 22], [5, 23],
            ])
    }

    /// The heat map and the figure above it count the same techniques.
    @Test func `the techniques that are covered are those of the figure`() throws {
        let end = Instant.at("2026-11-01T00:00:00Z")
        let techniques = ["T1", "T2", "T3", "T4"].map { id in
            Record.raised(.at("2026-01-01T00:00:00Z"), .technique, id: id).changed { $0.facts = ["tactics": "impact"] }
        }
        func rule(_ id: String, _ technique: String, tested: String, state: String = "enabled", source: String? = nil) -> Record {
            Record.raised(.at("2026-01-01T00:00:00Z"), .rule, id: id).changed { record in
                record.techniques = [technique]
                record.facts = ["state": state, "tested": tested]
                record.facts["logSource"] = source
            }
        }
        let rules = [
            rule("R1", "T1", tested: "2026-09-01T00:00:00Z"), rule("R2", "T2", tested: "2024-09-01T00:00:00Z"),
            rule("R3", "T3", tested: "2026-09-01T00:00:00Z", state: "disabled"),
            rule("R4", "T4", tested: "2026-09-01T00:00:00Z", source: "silent"),
        ]
        let states = TechniqueState.all(techniques, rules: rules, sources: [], heartbeats: [], alerts: ["T2": 7], at: end)
        #expect(states.map(\.isCovered) == [true, false, false, false])
        #expect(states.map(\.rules) == [1, 1, 0, 1])
        #expect(states.map(\.alerts) == [0, 7, 0, 0])
        var links = Links(words: LinkWords())
        links.add(techniques: techniques, rules: rules, healthy: [], before: end)
        let metric = try #require(MetricCatalogue.metric("technique-coverage"))
        let period = try #require(Period.of("2026-10"))
        let measured = Evaluator(targets: Targets(), asOf: end).measure(metric, over: RecordColumns(techniques), in: period, links: links)
        #expect(measured.first?.numerator == states.count(where: \.isCovered))
    }
}
