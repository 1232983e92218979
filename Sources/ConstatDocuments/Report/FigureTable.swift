public import ConstatMetrics
public import ConstatModel

/// The measurements of a report: of several periods, whole and split.
public struct FigureTable: Sendable {
    private struct Key: Hashable {
        let metric: String
        let period: String
        let by: Dimension?
    }

    private var found: [Key: [Measurement]] = [:]
    /// In the order they came.
    public private(set) var all: [Measurement] = []

    public init() {}

    /// Adds measurements of some metrics in a period.
    ///
    /// - Parameter metrics: those that were asked for, each once.
    public mutating func add(_ measurements: [Measurement], of metrics: [String], _ period: Period, by dimension: Dimension?) {
        let groups = Dictionary(grouping: measurements, by: \.metric)
        for metric in metrics {
            found[Key(metric: metric, period: period.name, by: dimension)] = groups[metric] ?? []
            all += groups[metric] ?? []
        }
    }

    /// The whole of a metric in a period; nil where it was not asked for.
    public func whole(_ metric: String, _ period: Period?) -> Measurement? {
        period.flatMap { found[Key(metric: metric, period: $0.name, by: nil)]?.first }
    }

    /// The wholes of all metrics that were measured in a period.
    public func wholes(of period: Period) -> [Measurement] { all.filter { $0.period.name == period.name && $0.group.isEmpty } }

    /// All that was measured of a period whole or by severity alone.
    public func bySeverity(of period: Period) -> [Measurement] {
        all.filter { $0.period.name == period.name && [[], [Dimension.severity.word]].contains($0.group.map(\.dimension)) }
    }

    /// The groups of a metric in a period, in the order of their words.
    func groups(_ metric: String, _ period: Period?, by dimension: Dimension) -> [Measurement] {
        period.flatMap { found[Key(metric: metric, period: $0.name, by: dimension)] } ?? []
    }
}
