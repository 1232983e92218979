import ConstatMetrics
import ConstatModel

/// Tables of figures.
extension ReportBuilder {
    /// One figure a row; those without data in one line below.
    func figures(_ metrics: [String], _ title: String?, isNarrow: Bool) -> ReportPage.Part {
        let shown = metrics.filter { data.now($0)?.value != nil }
        var table = PageTable(
            title ?? words("report.figures"),
            words.list("report.figuresHead") + [data.former.map(words.plainName) ?? Figure.nothing, words("report.difference")],
            numbers: [1, 2, 3, 4, 5, 6, 7], shown.map(row)
        ).withoutEmptyColumns(isNarrow ? [4, 5] : [])
        if title == nil { table.titles = [] }
        return ReportPage.Part(tables: shown.isEmpty ? [] : [table], lines: noData(metrics.filter { !shown.contains($0) }))
    }

    private func row(_ metric: String) -> [PageCell] {
        let now = data.now(metric)
        return [
            PageCell(words.title(of: metric)), .figure(now, language), range(now), .figure(now, .n, language),
            .figure(now, .leftOut, language), .figure(now, .open, language), target(metric, now), .figure(data.before(metric), language),
            comparison(metric),
        ]
    }

    /// P90 of a duration; the interval of a share.
    private func range(_ measurement: Measurement?) -> PageCell {
        guard let measurement else { return PageCell(Figure.nothing, style: "num") }
        if measurement.unit == .milliseconds { return .figure(measurement, .p90, language) }
        guard let interval = measurement.shownInterval else { return PageCell("", style: "num") }
        let low = Figure.decimal(interval.lowerBound * 100, digits: 1, language)
        return PageCell("\(low) – \(Figure.share(interval.upperBound, language))", style: "num")
    }

    private func target(_ metric: String, _ measurement: Measurement?) -> PageCell {
        guard let measurement, let goal = Goal(metric, measurement, data) else { return PageCell("", style: "num") }
        let level = Figure.level(goal.level, measurement.unit, language)
        return PageCell(
            words(goal.isMet ? "report.metShort" : "report.missedShort", ["target": level]), style: goal.isMet ? "num good" : "num bad")
    }

    private func comparison(_ metric: String) -> PageCell {
        guard let comparison = data.comparison(metric), let now = data.now(metric), now.value != nil, data.before(metric)?.value != nil,
            ![.count, .number, .total].contains(now.unit)
        else { return PageCell("") }
        return PageCell(words("report.comparison.\(comparison.rawValue)"), style: "nowrap \(comparison.style)".trimmingSpaces)
    }

    /// One group a row, the largest first, a metric a column.
    func split(_ metrics: [String], _ by: Dimension, _ most: Int, _ title: String?) -> ReportPage.Part {
        let groups = metrics.map { Dictionary(grouping: data.figures.groups($0, data.period, by: by), by: \.group) }
        let sizes = groups.reduce(into: [[GroupKey]: Int]()) { sizes, metric in
            for (group, all) in metric { sizes[group] = max(sizes[group] ?? 0, all.first?.population ?? 0) }
        }
        let ranked = sizes.keys.filter { group in groups.contains { $0[group]?.first?.value != nil } }.sorted {
            let (left, right) = (sizes[$0] ?? 0, sizes[$1] ?? 0)
            return by == .severity || left == right ? $0.lexicographicallyPrecedes($1) : left > right
        }
        let rows = ranked.prefix(most).map { group in
            [PageCell(group.first.map { self.title(of: $0.word, by) } ?? "")]
                + groups.flatMap { metric in
                    let measurement = metric[group]?.first
                    let isCount = measurement.map { $0.unit == .count } ?? false
                    let value = PageCell.figure(measurement, language)
                    return isCount || isCounted(metric) ? [value] : [value, .figure(measurement, .n, language)]
                }
        }
        guard !rows.isEmpty else { return ReportPage.Part(lines: noData(metrics)) }
        let heads = zip(metrics, groups).flatMap { metric, found in
            isCounted(found) ? [words.title(of: metric)] : [words.title(of: metric), "n"]
        }
        let table = PageTable(
            title ?? words("report.byDimension", ["dimension": words.dimension(by)]), [words.dimension(by)] + heads,
            numbers: Set(1...max(heads.count, 1)), Array(rows))
        let rest = ranked.count - rows.count
        return ReportPage.Part(tables: [table], lines: more(rest))
    }

    private func isCounted(_ found: [[GroupKey]: [Measurement]]) -> Bool { found.values.first?.first?.unit == .count }

    /// The largest groups of a count, or of a share by how much it is a share of.
    func bars(_ metric: String, _ by: Dimension, _ most: Int, _ title: String?) -> ReportPage.Part {
        let all = data.figures.groups(metric, data.period, by: by).filter { $0.n > 0 }
        // What tells nothing of the dimension is no group.
        let groups = all.filter { $0.groupWord != "none" }.sorted { ($1.n, $0.groupWord) < ($0.n, $1.groupWord) }
        let without = all.first { $0.groupWord == "none" }.map { words("report.withoutGroup", ["n": Figure.count($0.n)]) }
        guard !groups.isEmpty else { return ReportPage.Part(lines: [without].compactMap(\.self)) }
        let caption = title ?? words("report.by", ["title": words.title(of: metric), "dimension": words.dimension(by)])
        let rows = groups.prefix(most).map { group -> Bars.Row in
            let name = name(of: group, by)
            let value = group.unit == .count ? Figure.count(group.n) : "\(Figure.value(group, language)) · n \(Figure.count(group.n))"
            return Bars.Row(label: name, parts: [("s2", group.n, language.pair(name, value))], value: value)
        }
        let isShare = groups[0].unit == .share
        let cells = groups.prefix(most).map { group in
            [PageCell(name(of: group, by))]
                + (isShare ? [.figure(group, language), .figure(group, .n, language)] : [.figure(group, .n, language)])
        }
        var table = PageTable(
            caption, [words.dimension(by)] + (isShare ? [words.title(of: metric), "n"] : ["n"]), numbers: [1, 2], Array(cells))
        table.drawing = .bars
        let rest = groups.count - rows.count
        return ReportPage.Part(
            charts: [chart(caption, Bars(title: caption, rows: Array(rows), language: language).svg(), table, size: "mid")],
            lines: more(rest) + [without].compactMap(\.self))
    }

    func name(of group: Measurement, _ by: Dimension) -> String { title(of: group.groupWord, by) }

    /// Of a rule its title, where the inventory has one.
    func title(of word: String, _ by: Dimension) -> String {
        by == .rule ? data.facts.ruleTitles[word] ?? words.group(by, word) : words.group(by, word)
    }

    func levels(_ metrics: [String], _ title: String?) -> ReportPage.Part {
        let rows = metrics.flatMap { id in
            data.figures.groups(id, data.period, by: .severity).filter { $0.population > 0 }.map { level(id, $0) }
        }
        guard !rows.isEmpty else { return ReportPage.Part() }
        let table = PageTable(title ?? words("report.levels"), words.list("report.levelsHead"), numbers: [2, 3, 4, 5, 6], rows)
        return ReportPage.Part(tables: [table])
    }

    private func level(_ metric: String, _ measurement: Measurement) -> [PageCell] {
        let severity = measurement.group.first?.word ?? "none"
        let target = MetricCatalogue.metric(metric).flatMap { metric -> Double? in
            guard case .withinTarget(let of, _, _) = metric.measure else { return nil }
            return data.targets.level(of, severity: Severity(word: severity), at: data.period.start)
        }
        return [
            PageCell(words.title(of: metric)), PageCell(words.word("severity", severity)), .duration(target, language),
            .figure(measurement, language), .figure(measurement, .n, language), .figure(measurement, .open, language),
            .figure(measurement, .leftOut, language),
        ]
    }
}
