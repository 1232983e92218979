/// Agreed levels per metric: one value, or one per severity. Durations in milliseconds, shares from 0 to 1.
public struct Targets: Hashable, Sendable {
    /// The level of one metric, in the metric's unit.
    public enum Target: Hashable, Sendable {
        /// The same for every record.
        case one(Double)
        /// One per severity; a severity that is not in it has no target.
        case bySeverity([Severity: Double])
    }

    /// By the id of the metric.
    public var byMetric: [String: Target]

    /// Targets by the ids of their metrics; none unless told otherwise.
    public init(_ byMetric: [String: Target] = [:]) { self.byMetric = byMetric }

    /// The level for a metric; with several per severity, the one of the severity asked for.
    public func level(_ metric: String, severity: Severity?) -> Double? {
        switch byMetric[metric] {
        case .one(let level): level
        case .bySeverity(let levels): severity.flatMap { levels[$0] }
        case nil: nil
        }
    }
}
