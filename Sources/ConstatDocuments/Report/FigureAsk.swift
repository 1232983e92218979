import ConstatMetrics

/// A figure that a part of a report shows.
public struct FigureAsk: Sendable {
    /// How far back: the period alone; the one before, too; every step of the trend.
    public enum Reach: Int, Sendable { case now, former, trend }

    /// The metric's id.
    let metric: String
    /// What it is split by; nil for the whole.
    let by: Dimension?
    let reach: Reach

    init(_ metric: String, by dimension: Dimension? = nil, back reach: Reach = .now) {
        (self.metric, by, self.reach) = (metric, dimension, reach)
    }

    /// From alerts to cases of tier 3.
    static let funnel = ["alert-volume", "escalation-t1-t2", "escalation-t2-t3"]
    static let noisy = "false-positive-share"
    static let noisyRules = [FigureAsk(noisy), FigureAsk(noisy, by: .rule)]
}
