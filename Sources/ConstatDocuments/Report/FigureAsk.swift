import ConstatMetrics

/// A figure that a part of a report shows.
struct FigureAsk {
    /// The metric's id.
    let metric: String
    /// What it is split by; nil for the whole.
    let by: Dimension?
    let depth: Depth

    init(_ metric: String, by dimension: Dimension? = nil, back depth: Depth = .now) {
        (self.metric, by, self.depth) = (metric, dimension, depth)
    }

    /// From alerts to cases of tier 3.
    static let funnel = ["alert-volume", "escalation-t1-t2", "escalation-t2-t3"]
    static let noisy = "false-positive-share"
    static let noisyRules = [FigureAsk(noisy), FigureAsk(noisy, by: .rule)]
}
