import ConstatMetrics
import ConstatModel

/// Charts over time, and how long things took.
extension ReportBuilder {
    /// Groups with a colour of their own; the rest stands together.
    private static let mostSeries = 6

    func columns(_ metric: String, _ by: Dimension, _ title: String?) -> ReportPage.Part {
        let steps = data.trend.map { data.figures.groups(metric, $0, by: by) }
        let series = series(steps, by)
        guard !series.isEmpty else { return ReportPage.Part() }
        let caption = title ?? words("report.by", ["title": words.title(of: metric), "dimension": words.dimension(by)])
        let unknown = Set(data.trend.indices.filter { data.figures.whole(metric, data.trend[$0])?.isMeasurable == false })
        let rows = data.trend.enumerated().map { index, step in
            let isKnown = !unknown.contains(index)
            return [PageCell(words.name(of: step))]
                + series.map { one in isKnown ? one.word.map { cell($0, steps[index]) } ?? .count(one.counts[index]) : .count(nil) }
        }
        var table = PageTable(
            caption, [words("report.step.\(data.definition.trend.of.rawValue)")] + series.map(\.label),
            numbers: Set(1...series.count), rows)
        table.drawing = .columns
        let svg = StackedColumns(
            title: caption, labels: labels, series: series.map { .init(label: $0.label, style: $0.style, counts: $0.counts) },
            unknown: unknown, language: language
        ).svg()
        return ReportPage.Part(charts: [chart(caption, svg, table, base: unfinished.trimmingSpaces, size: "wide")])
    }

    private typealias Series = (word: String?, label: String, style: String, counts: [Int])

    /// Severities in their order; of other dimensions the largest groups, then all others together.
    private func series(_ steps: [[Measurement]], _ by: Dimension) -> [Series] {
        var counts: [String: [Int]] = [:]
        for (index, step) in steps.enumerated() {
            for one in step { counts[one.groupWord, default: Array(repeating: 0, count: steps.count)][index] += one.n }
        }
        if by == .severity {
            let styles = ["none": "s0", "informational": "s0", "low": "s1", "medium": "s2", "high": "s3", "critical": "s4"]
            return (["none"] + Severity.allCases.map(\.word)).compactMap { word in
                counts[word].map { (word, words.word("severity", word), styles[word] ?? "s0", $0) }
            }
        }
        let ranked = counts.map { (word: $0.key, counts: $0.value, all: $0.value.reduce(0, +)) }
            .sorted { ($1.all, $0.word) < ($0.all, $1.word) }
        let shown = ranked.prefix(Self.mostSeries).enumerated().map { index, entry -> Series in
            (entry.word, self.title(of: entry.word, by), "q\(index)", entry.counts)
        }
        let rest = ranked.dropFirst(Self.mostSeries).map(\.counts)
        let others = steps.indices.map { index in rest.reduce(0) { $0 + $1[index] } }
        return rest.isEmpty ? shown : shown + [(nil, words("report.others"), "s0", others)]
    }

    /// A group's count in a step.
    private func cell(_ word: String, _ step: [Measurement]) -> PageCell {
        guard let measurement = step.first(where: { $0.group.first?.word == word }) else { return .count(0) }
        return .figure(measurement, .n, language)
    }

    func ranges(_ metric: String) -> ReportPage.Chart? {
        let steps = data.steps(metric)
        guard steps.contains(where: { $0.shown.median != nil }), let now = data.now(metric) else { return nil }
        let title = words.title(of: metric)
        let target = data.targets.level(metric, severity: nil, at: data.period.start)
        let svg = RangePanel(
            steps: Steps(title: title, labels: labels, measurements: steps, target: target, language: language)
        ).svg()
        return chart(
            title, svg, times(metric, steps), value: [.figure(now, language)], base: base(now) + versionBreak(steps) + unfinished)
    }

    /// Median and P90 of a duration, step by step.
    private func times(_ metric: String, _ steps: [Measurement]) -> PageTable {
        let rows = zip(data.trend, steps).map { step, measurement in
            [
                PageCell(words.name(of: step)), .figure(measurement, language), .figure(measurement, .p90, language),
                .figure(measurement, .n, language),
            ]
        }
        var table = PageTable(
            words.title(of: metric), [words("report.step.\(data.definition.trend.of.rawValue)"), words("report.median"), "P90", "n"],
            numbers: [1, 2, 3], rows)
        table.drawing = .lines
        return table
    }

    func lines(_ metric: String) -> ReportPage.Chart? {
        let steps = data.steps(metric)
        guard steps.contains(where: { $0.value != nil }), let now = data.now(metric) else { return nil }
        let title = words.title(of: metric)
        let target =
            MetricCatalogue.metric(metric)?.holdsTarget == true
            ? nil : data.targets.level(metric, severity: nil, at: data.period.start)
        let svg = LinePanel(
            steps: Steps(title: title, labels: labels, measurements: steps, target: target, language: language)
        ).svg()
        let rows = zip(data.trend, steps).map { step, measurement in
            [
                PageCell(words.name(of: step)), .figure(measurement, language), .figure(measurement, .low95, language),
                .figure(measurement, .high95, language), .figure(measurement, .n, language),
            ]
        }
        var table = PageTable(
            title, [words("report.step.\(data.definition.trend.of.rawValue)")] + words.list("report.lineHead"), numbers: [1, 2, 3, 4], rows)
        table.drawing = .lines
        return chart(title, svg, table, value: [.figure(now, language)], base: base(now) + versionBreak(steps) + unfinished)
    }

    func distribution(_ metric: String) -> ReportPage.Chart? {
        guard let counts = data.facts.distributions[metric], let now = data.now(metric), now.value != nil else { return nil }
        let title = words.title(of: metric)
        let histogram = Histogram(
            title: title, distribution: counts, median: now.shown.median,
            target: data.targets.level(metric, severity: nil, at: data.period.start), language: language)
        let rows = counts.counts.enumerated().map { [PageCell(histogram.label($0.offset)), .count($0.element)] }
        var table = PageTable(title, [words("report.took"), "n"], numbers: [1], rows)
        table.drawing = .columns
        let sum = counts.counts.reduce(0, +)
        let isOfToday = sum != now.n ? " " + words("report.ofToday", ["n": Figure.count(sum)]) : ""
        return chart(title, histogram.svg(), table, value: [.figure(now, language)], base: base(now) + isOfToday)
    }

    /// What the star at a label means; empty when every step is over.
    private var unfinished: String { (data.trend.last?.end ?? data.asOf) > data.asOf ? " " + words("report.unfinished") : "" }

    /// Says which steps were measured by an older definition; empty when none was.
    private func versionBreak(_ steps: [Measurement]) -> String {
        guard let now = steps.last else { return "" }
        let older = zip(data.trend, steps).filter { $0.1.version != now.version && $0.1.population > 0 }
        guard let first = older.first, let last = older.last else { return "" }
        let names = first.0 == last.0 ? words.name(of: first.0) : "\(words.name(of: first.0)) – \(words.name(of: last.0))"
        return " " + words("report.break", ["months": names, "version": "\(last.1.version)"])
    }
}
