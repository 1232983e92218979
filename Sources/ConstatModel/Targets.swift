/// Agreed levels per metric: one value, or one per severity. Durations in milliseconds, shares from 0 to 1.
public struct Targets: Hashable, Sendable {
    public enum Target: Hashable, Sendable {
        case one(Double)
        case bySeverity([Severity: Double])
    }

    public var byMetric: [String: Target]

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
