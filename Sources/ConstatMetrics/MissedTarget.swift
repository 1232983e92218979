public import ConstatModel

extension Targets {
    /// Whether a measurement lies on the wrong side of its target; false where there is none, or nothing to judge.
    ///
    /// Of a duration with open records, what reckons with them is judged. The target is that of the period's start; one for all
    /// severities is held against all of them together.
    public func isMissed(_ measurement: Measurement) -> Bool {
        let severity = measurement.group.first { $0.dimension == "severity" }.flatMap { Severity(word: $0.word) }
        guard let metric = MetricCatalogue.metric(measurement.metric), let value = measurement.judged?.value,
            let level = level(measurement.metric, severity: severity, at: measurement.period.start),
            measurement.group.isEmpty == (self.level(measurement.metric, severity: nil, at: measurement.period.start) != nil)
        else { return false }
        return switch metric.better {
        case .lower: value > level
        case .higher: value < level
        case .neither: false
        }
    }
}
