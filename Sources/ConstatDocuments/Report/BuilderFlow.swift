import ConstatMetrics
import ConstatModel

/// From tier to tier, what is open, when alerts come, what is watched.
extension ReportBuilder {
    func funnel(_ title: String?) -> ReportPage.Part {
        let (raised, first, second) = (data.now("alert-volume"), data.now("escalation-t1-t2"), data.now("escalation-t2-t3"))
        guard let raised, raised.n > 0 || (second?.n ?? 0) > 0 else { return ReportPage.Part() }
        func share(_ measurement: Measurement?) -> String {
            guard let measurement, measurement.isMeasurable, let numerator = measurement.numerator, measurement.n > 0,
                !measurement.isOfFewPeople
            else {
                return Figure.nothing
            }
            let share = measurement.value == nil ? "" : " · " + Figure.value(measurement, language)
            return Figure.count(numerator) + share
        }
        let steps: [(String, Measurement?, FigureMark.Statistic, String)] = [
            ("raised", raised, .n, "s1"), ("tier1", first, .n, "s2"), ("tier2", first, .numerator, "acc"), ("cases", second, .n, "s2"),
            ("tier3", second, .numerator, "acc"),
        ]
        let rows = steps.map { key, measurement, statistic, style in
            let label = words("report.funnelStep.\(key)")
            let count = measurement.flatMap { statistic.value(of: $0) }.map { Int($0) }
            let isLeftOut = statistic == .n && measurement?.n == 0 && (measurement?.leftOutCount ?? 0) > 0
            let isUnknown = isLeftOut || measurement?.isMeasurable != true
            let text = statistic == .numerator ? share(measurement) : isUnknown ? Figure.nothing : Figure.count(count ?? 0)
            return (bar: Bars.Row(label: label, parts: [(style, count ?? 0, label)], value: text), measurement, statistic, isUnknown)
        }
        let caption = title ?? words("report.funnelChart")
        let table = PageTable(
            caption, [words("report.funnelHead"), "n"], numbers: [1],
            rows.map { row, measurement, statistic, isUnknown in
                [PageCell(row.label), isUnknown ? .count(nil) : .figure(measurement, statistic, language)]
            })
        return ReportPage.Part(charts: [
            chart(caption, Bars(title: caption, rows: rows.map(\.bar), language: language).svg(), table, size: "mid")
        ])
    }

    /// The gravest first, at last those without one.
    private static let severities: [Severity?] = Severity.allCases.reversed() + [nil]

    func ages(_ title: String?) -> ReportPage.Part {
        guard let now = data.now("backlog-cases"), now.isMeasurable else { return ReportPage.Part() }
        guard !data.facts.openAges.isEmpty else { return ReportPage.Part(lines: [words("report.backlogNone")]) }
        let limits: [Int64] = [1, 3, 7, 30, .max / Instant.day].map { $0 * Instant.day }
        let styles = ["s0", "s1", "s2", "s3", "s4"]
        let rows = words.list("report.ages").enumerated().map { index, label in
            let lower = index == 0 ? 0 : limits[index - 1]
            let inside = data.facts.openAges.filter { $0.age >= lower && $0.age < limits[index] }
            let parts = Self.severities.map { severity in
                let count = inside.filter { $0.severity == severity }.count
                return (
                    styles[severity?.rawValue ?? 0], count,
                    language.pair(words.word("severity", severity?.word ?? "none"), Figure.count(count))
                )
            }
            return Bars.Row(label: label, parts: parts, value: Figure.count(inside.count))
        }
        let caption = title ?? words("report.backlogChart")
        let legend = Self.severities.filter { severity in data.facts.openAges.contains { $0.severity == severity } }.map { severity in
            (styles[severity?.rawValue ?? 0], words.word("severity", severity?.word ?? "none"))
        }
        let table = PageTable(caption, [words("report.age"), "n"], numbers: [1], rows.map { [PageCell($0.label), .count($0.total)] })
        return ReportPage.Part(charts: [
            chart(
                caption, Bars(title: caption, rows: rows, language: language, legend: legend).svg(), table,
                value: [.figure(now, .n, language)], size: "mid")
        ])
    }

    func week(_ title: String?) -> ReportPage.Part {
        guard let grid = data.facts.week, grid.counts.joined().contains(where: { $0 > 0 }) else { return ReportPage.Part() }
        let caption = title ?? words("report.weekChart")
        let days = words.list("dayShort")
        let svg = WeekMap(title: caption, grid: grid, days: days, language: language) { words("report.hour", ["hour": "\($0)"]) }.svg()
        let rows = zip(words.list("dayNames"), grid.counts).map { day, counts in
            [PageCell(day)] + (0..<4).map { part in .count(counts[(part * 6)..<(part * 6 + 6)].reduce(0, +)) }
        }
        let table = PageTable(caption, [words("report.weekday")] + words.list("report.quarters"), numbers: [1, 2, 3, 4], rows)
        let hatched = grid.uncovered.map { $0.joined().contains { $0 > 0 } ? words("report.hatched") : "" } ?? words("report.noCover")
        let without = grid.withoutHour > 0 ? words("report.withoutHour", ["n": Figure.count(grid.withoutHour)]) : ""
        return ReportPage.Part(charts: [
            chart(
                caption, svg, table,
                base: [words("report.weekZone", ["zone": zone.name]), hatched, without].filter { !$0.isEmpty }.joined(separator: " "),
                size: "mid")
        ])
    }

    /// Tactics in the order of an attack; a technique stands under each of its own.
    func techniques(_ title: String?) -> ReportPage.Part {
        guard let techniques = data.facts.techniques, !techniques.isEmpty, data.now("technique-coverage")?.isMeasurable != false else {
            return ReportPage.Part()
        }
        let names = words.list("tacticNames")
        let columns = zip(words.list("tactics"), names).compactMap { tactic, name -> TechniqueMap.Column? in
            let own = techniques.filter { $0.tactics.contains(tactic) }
            return own.isEmpty ? nil : .init(name: name, techniques: own)
        }
        let caption = title ?? words("report.techniqueChart")
        let svg = TechniqueMap(title: caption, columns: columns, language: language) { words("report.moreTechniques", ["count": "\($0)"]) }
            .svg()
        let watched = techniques.filter { $0.rules > 0 || $0.alerts > 0 }
        let rows = watched.map { technique in
            [
                PageCell("\(technique.id) \(technique.name)"), .count(technique.rules),
                PageCell(words(technique.isCovered ? "report.coveredYes" : "report.coveredNo"), style: technique.isCovered ? "good" : ""),
                .count(technique.alerts),
            ]
        }
        let table = PageTable(caption, words.list("report.techniqueHead"), numbers: [1, 3], rows)
        let rest = techniques.count - watched.count
        return ReportPage.Part(
            charts: [chart(caption, svg, table, base: words("report.techniqueKey"), size: "wide")],
            lines: rest > 0 ? [words("report.techniquesWithout", ["count": Figure.count(rest)])] : [])
    }

    func noisyRules(_ most: Int, _ title: String?) -> ReportPage.Part {
        let rules = NoisyRules(data)
        guard !rules.ranked.isEmpty else { return ReportPage.Part(lines: [words("report.noisyNone")]) }
        let rows = rules.ranked.prefix(most).map { rule in
            [
                PageCell(name(of: rule.measurement, .rule)), .figure(rule.measurement, .numerator, language),
                PageCell(
                    Figure.share(Double(rule.measurement.numerator ?? 0) / Double(rules.all), language), style: "num",
                    cell: .share(Double(rule.measurement.numerator ?? 0) / Double(rules.all))),
                .figure(rule.measurement, language), .figure(rule.measurement, .n, language),
            ]
        }
        let table = PageTable(
            title ?? words("report.noisyRules"), words.list("report.noisyHead"), numbers: [1, 2, 3, 4], Array(rows))
        let rest = rules.ranked.count - rows.count
        return ReportPage.Part(tables: [table], lines: more(rest))
    }
}
