public import ConstatMetrics

/// The figures that a report needs: which metrics, of which of its periods, split by what.
public struct ReportAsks: Sendable {
    /// One question: these metrics, split so or not at all.
    public struct Ask: Sendable {
        /// Ids, sorted.
        public let metrics: [String]
        public let by: Dimension?
    }

    private var depths: [Dimension?: [String: Depth]] = [:]

    /// - Parameter linked: metrics that speak to the controls of the report.
    public init(_ definition: ReportDefinition, linked: Set<String>) {
        for ask in linked.flatMap({ [FigureAsk($0), FigureAsk($0, by: .severity)] }) + definition.asks {
            let known = depths[ask.by]?[ask.metric]?.rawValue ?? -1
            if ask.depth.rawValue > known { depths[ask.by, default: [:]][ask.metric] = ask.depth }
        }
    }

    /// What is asked of a period: one question for each dimension, in a fixed order.
    ///
    /// - Parameter depth: `now` for the period itself, `former` for the one before, `trend` for any other step.
    public func asks(_ depth: Depth) -> [Ask] {
        depths.map { dimension, metrics in
            Ask(metrics: metrics.filter { $0.value.rawValue >= depth.rawValue }.keys.sorted(), by: dimension)
        }
        .filter { !$0.metrics.isEmpty }.sorted { ($0.by?.word ?? "") < ($1.by?.word ?? "") }
    }
}
