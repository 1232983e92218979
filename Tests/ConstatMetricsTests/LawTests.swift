import ConstatMetrics
import ConstatModel
import ConstatTesting
import Testing

/// What holds for every metric, whatever the records: tried over the whole list with seeded histories.
struct LawTests {
    /// Those that look at records one by one.
    private static let ids = MetricCatalogue.all.filter {
        if case .uncovered = $0.measure { false } else { $0.parts.isEmpty }
    }.map(\.id)
    private let asOf = Instant.at("2026-12-01T00:00:00Z")
    private let targets = Targets([
        "time-to-acknowledge": .one(Double(Instant.hour)), "time-to-contain": .bySeverity([.high: Double(Instant.hour)]),
        "time-to-resolve": .one(Double(Instant.day)),
    ])

    /// Records with every hole and fault there is.
    private func history(_ kind: RecordKind, seed: Int, count: Int = 400) -> [Record] {
        var generator = SeededGenerator(seed: UInt64(seed))
        let start = Instant.at("2026-09-20T00:00:00Z")
        return (0..<count).map { index in
            let raised = start.after(hours: Double.random(in: 0...1_000, using: &generator))
            return Record.raised(raised, kind, id: "R-\(index)", tenant: ["a", "b"].randomElement(using: &generator) ?? "a").changed {
                record in
                for milestone in Milestone.allCases where milestone != .raised && Bool.random(using: &generator) {
                    let precision: Precision = Int.random(in: 0..<12, using: &generator) == 0 ? .day : .exact
                    record.milestones[milestone] = Stamp(raised.after(hours: Double.random(in: -5...90, using: &generator)), precision)
                }
                record.severity = (Severity.allCases + [nil, nil]).randomElement(using: &generator) ?? nil
                record.status = ([Status.new, .inProgress, .closed, .merged] + [nil]).randomElement(using: &generator) ?? nil
                record.verdict = (Verdict.allCases + [nil, nil]).randomElement(using: &generator) ?? nil
                record.discovery = (Discovery.allCases + [nil]).randomElement(using: &generator) ?? nil
                tellWork(&record, raised, &generator)
                tell(&record, raised, &generator)
            }
        }
    }

    private func tellWork(_ record: inout Record, _ raised: Instant, _ generator: inout SeededGenerator) {
        record.tier = [nil, 1, 2, 3].randomElement(using: &generator) ?? nil
        guard Bool.random(using: &generator) else { return }
        var work = Work()
        work.actors = Work.Actors(rawValue: Int.random(in: 0..<64, using: &generator))
        work.returns = [nil, 0, 1].randomElement(using: &generator) ?? nil
        work.reclassifications = [nil, 0, 2].randomElement(using: &generator) ?? nil
        record.work = work
        record.reopenings = Int.random(in: 0..<2, using: &generator)
        record.pauses = [Pause(from: raised.after(hours: 1), to: Bool.random(using: &generator) ? raised.after(hours: 5) : nil)]
    }

    /// What a smaller kind tells, and what others say of it.
    private func tell(_ record: inout Record, _ raised: Instant, _ generator: inout SeededGenerator) {
        for value in record.kind.values where Int.random(in: 0..<4, using: &generator) > 0 {
            switch value.form {
            case .instant: record.facts[value.name] = raised.after(hours: Double.random(in: -900...900, using: &generator)).iso
            case .number: record.facts[value.name] = "\(Int.random(in: 0..<900, using: &generator))"
            case .word: record.facts[value.name] = value.words.randomElement(using: &generator)
            case .text, .prose: record.facts[value.name] = ["x", "y"].randomElement(using: &generator)
            }
        }
    }

    private func measure(_ id: String, _ records: [Record], in text: String = "2026-10", by dimensions: [Dimension] = []) throws
        -> [Measurement]
    {
        let metric = try #require(MetricCatalogue.metric(id))
        let period = try #require(Period.of(text, "Europe/Paris"))
        return Evaluator(targets: targets, asOf: asOf).measure(metric, over: RecordColumns(records), in: period, by: dimensions)
    }

    private func records(_ id: String, seed: Int) throws -> [Record] {
        history(try #require(MetricCatalogue.metric(id)).kind, seed: seed)
    }

    @Test(arguments: ids)
    func `n and left out and open are the population`(id: String) throws {
        for seed in 1...5 {
            for measured in try measure(id, records(id, seed: seed)) + measure(id, records(id, seed: seed), by: [.severity]) {
                #expect(measured.population == measured.n + measured.leftOutCount + measured.open)
                if let value = measured.value, measured.unit == .share { #expect((0...1).contains(value)) }
            }
        }
    }

    @Test(arguments: ids)
    func `the order of the records does not matter`(id: String) throws {
        var generator = SeededGenerator(seed: 7)
        let records = try records(id, seed: 3)
        #expect(try measure(id, records) == measure(id, records.shuffled(using: &generator)))
    }

    @Test(arguments: ids)
    func `the groups add up to the whole`(id: String) throws {
        let records = try records(id, seed: 4)
        let whole = try measure(id, records)[0]
        for dimension in [Dimension.severity, .tenant, .source] {
            let groups = try measure(id, records, by: [dimension])
            #expect(groups.reduce(0) { $0 + $1.n } == whole.n)
            #expect(groups.reduce(0) { $0 + $1.population } == whole.population)
            #expect(groups.reduce(0) { $0 + ($1.numerator ?? 0) } == (whole.numerator ?? 0))
            #expect(groups.reduce(0) { $0 + $1.late } == whole.late)
            let sums = groups.compactMap(\.sums).reduce((0.0, 0.0)) { ($0.0 + $1.of, $0.1 + ($1.per ?? 0)) }
            #expect(abs(sums.0 - (whole.sums?.of ?? 0)) < 1e-6 && abs(sums.1 - (whole.sums?.per ?? 0)) < 1e-6)
        }
    }

    @Test(arguments: ids)
    func `months add up to the quarter, but for what is a state`(id: String) throws {
        guard case .at = try #require(MetricCatalogue.metric(id)).anchor else { return }
        let records = try records(id, seed: 5)
        let months = try ["2026-10", "2026-11", "2026-12"].flatMap { try measure(id, records, in: $0) }
        let quarter = try measure(id, records, in: "2026-Q4")[0]
        #expect(months.reduce(0) { $0 + $1.n } == quarter.n)
        #expect(months.reduce(0) { $0 + $1.open } == quarter.open)
        #expect(months.reduce(0) { $0 + $1.leftOutCount } == quarter.leftOutCount)
    }

    @Test(arguments: ["backlog-alerts", "backlog-cases"])
    func `a later closing never makes an earlier backlog smaller`(id: String) throws {
        var generator = SeededGenerator(seed: 8)
        let period = try #require(Period.of("2026-10", "Europe/Paris"))
        for seed in 1...8 {
            let before = try records(id, seed: seed)
            let after = before.map { record -> Record in
                let isOpenThen = record.instant(.lastClosed).map { $0 >= period.end } ?? (record.status?.isOpen ?? true)
                guard isOpenThen, record.status != .merged, Bool.random(using: &generator) else { return record }
                let closed = max(period.end, record.instant(.raised) ?? period.end).after(
                    hours: Double.random(in: 0...400, using: &generator))
                return record.with(.lastClosed, closed).changed { $0.status = .closed }
            }
            #expect(try measure(id, after)[0].n >= measure(id, before)[0].n)
        }
    }

    @Test(arguments: ids)
    func `every left-out record is named once, with the reason that was counted`(id: String) throws {
        let metric = try #require(MetricCatalogue.metric(id))
        let columns = RecordColumns(try records(id, seed: 6))
        let period = try #require(Period.of("2026-10", "Europe/Paris"))
        let evaluator = Evaluator(targets: targets, asOf: asOf)
        let named = evaluator.leftOut(metric, of: columns, in: period)
        let counted = evaluator.measure(metric, over: columns, in: period)[0].leftOut
        #expect(Dictionary(grouping: named, by: \.reason).mapValues(\.count) == counted)
        #expect(Set(named.map(\.row)).count == named.count)
    }

    @Test func `quantiles are ranks: at least that share of the values is not larger`() throws {
        var generator = SeededGenerator(seed: 9)
        let start = Instant.at("2026-10-02T00:00:00Z")
        for count in 5...60 {
            let delays = (0..<count).map { _ in Double.random(in: 1...500, using: &generator) }
            let records = delays.enumerated().map {
                Record.raised(start, id: "\($0.offset)").with(.acknowledged, start.after(minutes: $0.element))
            }
            let statistics = try measure("mtta", records)[0].statistics
            let sorted = delays.map { Int64($0 * Double(Instant.minute)) }.sorted()
            for (share, value) in [(90, statistics.p90), (95, statistics.p95)] {
                let value = try #require(value)
                #expect(sorted.filter { $0 <= value }.count * 100 >= share * count)
                #expect(sorted.filter { $0 < value }.count * 100 < share * count)
            }
        }
    }

    @Test func `ids and aliases are unique, and every text stands in both languages`() {
        let names = MetricCatalogue.all.flatMap { [$0.id] + $0.aliases }
        #expect(Set(names).count == names.count)
        for metric in MetricCatalogue.all {
            #expect(!metric.title.en.isEmpty && !metric.title.fr.isEmpty)
            #expect(metric.definition.en != metric.definition.fr)
            #expect(!metric.source.en.isEmpty && !metric.source.fr.isEmpty)
        }
    }
}
