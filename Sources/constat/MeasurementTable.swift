import ConstatMetrics
import ConstatModel

/// Measurements as a terminal shows them, beside the period before.
struct MeasurementTable {
    let now: [Measurement]
    /// The period before, by metric and group.
    private let earlier: [Restatement.Key: Measurement]
    let period: Period
    let targets: Targets
    /// Columns of the terminal; nil for a pipe, which gets them all.
    var width: Int?

    init(now: [Measurement], before: [Measurement], period: Period, targets: Targets, width: Int?) {
        (self.now, self.period, self.targets, self.width) = (now, period, targets, width)
        earlier = Dictionary(before.map { (Restatement.Key($0), $0) }, uniquingKeysWith: { first, _ in first })
    }

    var text: String {
        let head = [
            "", "value", "P90", "P95", "mean", "max", "n", "left out", "open", "target", period.previous.map { "against \($0.name)" } ?? "",
        ]
        let sides: [TextTable.Side] = [.left] + Array(repeating: .right, count: 8) + [.left, .left]
        // Where they do not fit: mean, maximum and P95 go first, P90 last.
        let table = TextTable(sides: sides, rows: [head] + sections).fitting(width, without: [4, 5, 3, 2]).text
        return ([table] + MeasurementNotes(now: now).lines).joined(separator: "\n")
    }

    /// The rows, under the headings of the catalogue when there are several; what was never imported is named below.
    private var sections: [[String]] {
        let shown = Dictionary(grouping: now.filter(\.isShown), by: \.metric)
        let parts = MetricCatalogue.sections.map { section in
            (title: section.title.en, rows: section.metrics.flatMap { (shown[$0.id] ?? []).map(row) })
        }
        .filter { !$0.rows.isEmpty }
        if parts.count < 2 { return parts.flatMap(\.rows) }
        return parts.flatMap { [[""], [$0.title.uppercased()]] + $0.rows }
    }

    private func row(_ measurement: Measurement) -> [String] {
        let metric = MetricCatalogue.metric(measurement.metric)
        let statistics = measurement.shown
        let group = measurement.group.map(\.word).joined(separator: " ")
        return [
            ([metric?.title.en ?? measurement.metric, group].filter { !$0.isEmpty }).joined(separator: " · "),
            Figure.value(measurement, .en), Figure.duration(statistics.p90, .en), Figure.duration(statistics.p95, .en),
            Figure.duration(statistics.mean, .en), Figure.duration(statistics.max, .en),
            grouped(measurement.n), grouped(measurement.leftOutCount), grouped(measurement.open),
            target(measurement), comparison(measurement, metric),
        ]
    }

    private func target(_ measurement: Measurement) -> String {
        let severity = measurement.group.first { $0.dimension == "severity" }.flatMap { Severity(word: $0.word) }
        // A share of what reaches a target of another unit is not met or missed itself.
        if case .holdsTarget = MetricCatalogue.metric(measurement.metric)?.measure {
            return Figure.duration(targets.level(measurement.metric, severity: nil, at: period.end.advanced(by: -1)), .en)
        }
        guard let level = targets.level(measurement.metric, severity: severity, at: period.start) else { return "–" }
        guard measurement.value != nil else { return Figure.level(level, measurement.unit, .en) }
        guard let value = measurement.judged?.value else { return "\(Figure.level(level, measurement.unit, .en)) not met yet" }
        return "\(Figure.level(level, measurement.unit, .en)) \(isMet(value, level, measurement) ? "met" : "missed")"
    }

    private func isMet(_ value: Double, _ level: Double, _ measurement: Measurement) -> Bool {
        MetricCatalogue.metric(measurement.metric)?.better == .higher ? value >= level : value <= level
    }

    private func comparison(_ measurement: Measurement, _ metric: Metric?) -> String {
        guard measurement.value != nil else { return "" }
        guard let metric, let old = earlier[Restatement.Key(measurement)] else { return "" }
        if [.count, .number, .total].contains(measurement.unit) || measurement.sums != nil { return Figure.value(old, .en) }
        switch Comparison(measurement, against: old, better: metric.better) {
        case .tooFew: return "too few to tell"
        case let judged: return judged.rawValue
        }
    }
}
