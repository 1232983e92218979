import ConstatMetrics
import ConstatModel

/// Whether a figure meets its target.
struct Goal {
    let level: Double
    let isMet: Bool

    /// Nil when there is no single target or no data.
    init?(metric headline: ReportDefinition.Headline, data: ReportData) { self.init(headline.metric, data.now(headline.metric), data) }

    /// Of a measurement, whole or of one severity.
    init?(_ metric: String, _ measurement: Measurement?, _ data: ReportData) {
        let severity = measurement?.group.first { $0.dimension == "severity" }.flatMap { Severity(word: $0.word) }
        guard let measurement, measurement.value != nil, let known = MetricCatalogue.metric(metric), !known.holdsTarget,
            let level = data.targets.level(metric, severity: severity, at: measurement.period.start)
        else { return nil }
        self.level = level
        // With half of them open for longer, nothing is met by those that are done.
        isMet = measurement.judged.map { known.better == .higher ? $0.value >= level : $0.value <= level } ?? false
    }
}

extension Metric {
    /// Whether its target is of another unit than its value.
    var holdsTarget: Bool { if case .holdsTarget = measure { true } else { false } }
}
