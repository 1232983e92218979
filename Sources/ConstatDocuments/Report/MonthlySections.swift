import ConstatMetrics
import ConstatModel
import ConstatNotification

/// Builds the sections of the monthly page in their order.
struct MonthlySections {
    let data: ReportData
    let words: Words

    private var tables: ReportTables { ReportTables(data: data, words: words) }
    private var language: Language { words.language }
    private var labels: [String] { data.months.map(words.shortMonth) }

    var all: [MonthlyPage.Section] {
        [volume, times, funnel, backlog, levels, incidents, clocks, exceptions, restatements, controls, imports].compactMap(\.self)
    }

    /// Missed targets, low attainment and running clocks, as facts.
    var decisions: [String] {
        var items: [String] = []
        for entry in data.clocks where entry.clock.state == .overdue || entry.clock.state == .open {
            items.append(
                words(
                    entry.clock.state == .overdue ? "report.decisionClock" : "report.decisionOpenClock",
                    [
                        "regime": words.regime(entry.clock.regime.id), "stage": entry.clock.stage.title[language],
                        "case": "#\(entry.record.number ?? entry.record.native)",
                        "due": words.dateTime(entry.clock.deadline.due, data.period.zone),
                    ]))
        }
        for headline in data.definition.headline {
            guard let now = data.now(headline.metric), let title = MetricCatalogue.metric(headline.metric)?.title[language] else {
                continue
            }
            if let goal = Goal(metric: headline, data: data), !goal.isMet {
                items.append(
                    words(
                        "report.decisionTarget",
                        [
                            "title": title, "value": Figure.value(now, language), "target": Figure.level(goal.level, now.unit, language),
                            "n": Figure.count(now.n),
                        ]))
            }
            if let level = headline.inTime.flatMap(data.now), let share = level.value, let met = level.numerator, met < level.n {
                items.append(
                    words(
                        "report.decisionInTime",
                        [
                            "title": title, "share": Figure.share(share, language), "n": Figure.count(level.n),
                            "breached": Figure.count(level.n - met),
                        ]))
            }
        }
        return items
    }

    private func section(
        _ key: String, charts: [MonthlyPage.Chart] = [], table: PageTable? = nil, empty: String = "", after: String = "",
        isHalf: Bool = false, values: KeyValuePairs<String, String> = [:]
    ) -> MonthlyPage.Section {
        MonthlyPage.Section(
            title: words("report.\(key)Title"), notes: [words("report.\(key)Note", values)], charts: charts,
            tables: [table].compactMap(\.self).filter { !$0.isEmpty }, empty: empty.asOptional, after: after.asOptional,
            isHalf: isHalf)
    }

    private func chart(_ caption: String, _ svg: String, _ table: PageTable, note: String = "", isWide: Bool = false) -> MonthlyPage.Chart {
        MonthlyPage.Chart(
            caption: caption, svg: svg, table: table, tableWord: words("report.table"), bases: note.asOptional, isWide: isWide)
    }

    private var volume: MonthlyPage.Section {
        let styles = ["none": "s0", "informational": "s0", "low": "s1", "medium": "s2", "high": "s3", "critical": "s4"]
        let series = data.severities.map { severity in
            StackedColumns.Series(
                label: words.word("severity", severity), style: styles[severity] ?? "s0",
                counts: data.volumes.map { $0.first { $0.group.first?.word == severity }?.n ?? 0 })
        }
        let svg = StackedColumns(title: words("report.volumeChart"), labels: labels, series: series).svg()
        return section("volume", charts: [chart(words("report.volumeChart"), svg, tables.volume, isWide: true)])
    }

    private var times: MonthlyPage.Section {
        let charts = data.definition.times.map { metric in
            let measurements = data.monthly.map { month in
                month.first { $0.metric == metric } ?? Measurement(metric: metric, version: 1, period: data.period, unit: .milliseconds)
            }
            let title = words.title(of: metric)
            let svg = RangePanel(
                title: title, labels: labels, measurements: measurements,
                target: data.targets.level(metric, severity: nil, at: data.period.start),
                language: language
            ).svg()
            let now = measurements.last
            let value = now.map { Figure.value($0, language) } ?? Figure.nothing
            return chart("\(title) \(value)", svg, tables.times(metric), note: (now.map { note($0) } ?? "") + versionBreak(measurements))
        }
        return section("times", charts: charts)
    }

    /// Says which months were measured by an older definition; empty when none was.
    private func versionBreak(_ measurements: [Measurement]) -> String {
        guard let now = measurements.last else { return "" }
        let older = zip(data.months, measurements).filter { $0.1.version != now.version && $0.1.population > 0 }
        guard let first = older.first, let last = older.last else { return "" }
        let months = first.0 == last.0 ? words.name(of: first.0) : "\(words.name(of: first.0)) – \(words.name(of: last.0))"
        return " " + words("report.break", ["months": months, "version": "\(last.1.version)"])
    }

    private func note(_ measurement: Measurement) -> String {
        words(
            "report.base",
            [
                "n": Figure.count(measurement.n), "leftOut": Figure.count(measurement.leftOutCount), "open": Figure.count(measurement.open),
            ])
    }

    private var funnel: MonthlyPage.Section {
        let first = data.now("escalation-t1-t2")
        let second = data.now("escalation-t2-t3")
        func share(_ measurement: Measurement?) -> String {
            guard let measurement, let numerator = measurement.numerator, measurement.n > 0 else { return Figure.nothing }
            return "\(Figure.count(numerator)) · \(Figure.value(measurement, language))"
        }
        func base(_ measurement: Measurement?) -> String {
            measurement.map { $0.n == 0 && $0.leftOutCount > 0 ? Figure.nothing : Figure.count($0.n) } ?? Figure.nothing
        }
        func row(_ key: String, _ count: Int?, _ style: String, _ value: String) -> Bars.Row {
            let label = words("report.funnelStep.\(key)")
            return Bars.Row(label: label, parts: [(style, count ?? 0, label)], value: value)
        }
        let rows = [
            row("raised", data.now("alert-volume")?.n, "s1", Figure.count(data.now("alert-volume")?.n ?? 0)),
            row("tier1", first?.n, "s2", base(first)), row("tier2", first?.numerator, "acc", share(first)),
            row("cases", second?.n, "s2", base(second)), row("tier3", second?.numerator, "acc", share(second)),
        ]
        let table = PageTable([words("report.funnelChart"), "n"], numbers: [1], rows.map { [$0.label, $0.value] })
        let svg = Bars(title: words("report.funnelChart"), rows: rows).svg()
        return section("funnel", charts: [chart(words("report.funnelChart"), svg, table, isWide: true)], isHalf: true)
    }

    private var backlog: MonthlyPage.Section {
        let limits: [Int64] = [1, 3, 7, 30, .max / Instant.day].map { $0 * Instant.day }
        let styles = ["s0", "s1", "s2", "s3", "s4"]
        let rows = words.list("report.ages").enumerated().map { index, label in
            let lower = index == 0 ? 0 : limits[index - 1]
            let inside = data.openAges.filter { $0.age >= lower && $0.age < limits[index] }
            let severities: [Severity?] = [.critical, .high, .medium, .low, .informational, nil]
            let parts = severities.map { severity in
                let count = inside.filter { $0.severity == severity }.count
                return (styles[severity?.rawValue ?? 0], count, "\(words.word("severity", severity?.word ?? "none")): \(count)")
            }
            return Bars.Row(label: label, parts: parts, value: Figure.count(inside.count))
        }
        guard !data.openAges.isEmpty else { return section("backlog", empty: words("report.backlogNone"), isHalf: true) }
        let table = PageTable([words("report.backlogChart"), "n"], numbers: [1], rows.map { [$0.label, $0.value] })
        let svg = Bars(title: words("report.backlogChart"), rows: rows).svg()
        return section("backlog", charts: [chart(words("report.backlogChart"), svg, table, isWide: true)], isHalf: true)
    }

    private var levels: MonthlyPage.Section {
        section("levels", table: tables.levels, empty: tables.levels.isEmpty ? words("report.noTarget") : "")
    }

    private var incidents: MonthlyPage.Section {
        let severity = words.word("severity", data.definition.incidentSeverity.word)
        let hidden = data.incidents.count - data.definition.mostIncidents
        return section(
            "incidents", table: tables.incidents,
            empty: data.incidents.isEmpty ? words("report.incidentsNone", ["severity": severity]) : "",
            after: hidden > 0 ? words("report.incidentsMore", ["count": "\(hidden)"]) : "", values: ["severity": severity])
    }

    private var clocks: MonthlyPage.Section? {
        guard !data.clocks.isEmpty || !data.decisionsNotToNotify.isEmpty else { return nil }
        return MonthlyPage.Section(
            title: words("report.clocks"), notes: [], charts: [], tables: data.clocks.isEmpty ? [] : [tables.clocks], empty: [],
            after: data.decisionsNotToNotify.map { "#\($0.caseName) · \(words.decision($0.entry, data.period.zone))" }, isHalf: false)
    }

    private var exceptions: MonthlyPage.Section {
        section("exceptions", table: tables.exceptions, empty: tables.exceptions.isEmpty ? words("report.exceptionsNone") : "")
    }

    private var restatements: MonthlyPage.Section {
        section("restatements", table: tables.restatements, empty: tables.restatements.isEmpty ? words("report.restatementsNone") : "")
    }

    private var controls: MonthlyPage.Section { section("controls", table: tables.controls) }

    private var imports: MonthlyPage.Section {
        MonthlyPage.Section(
            title: words("report.importsTitle"), notes: [], charts: [], tables: [tables.imports], empty: [], after: [], isHalf: false)
    }
}
