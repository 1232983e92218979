public import ConstatMetrics
import ConstatModel

/// The figures that a report needs: which metrics, of which of its periods, split by what.
public struct ReportAsks: Sendable {
    /// One question: these metrics, split so or not at all.
    public struct Ask: Sendable {
        /// Ids, sorted.
        public let metrics: [String]
        public let by: Dimension?
    }

    /// The period alone; it and the one before; every step of the trend besides.
    public enum Reach: Int, Sendable { case now, former, trend }

    private var reaches: [Dimension?: [String: Reach]] = [:]

    /// - Parameter linked: metrics that speak to the controls of the report.
    public init(_ definition: ReportDefinition, linked: Set<String>) {
        for metric in linked { add(metric, nil, .now) }
        for headline in definition.headline {
            add(headline.metric, nil, .trend)
            add(headline.metric, .severity, .former)
            if let level = headline.inTime { add(level, nil, .now) }
        }
        for case .limit(let metric, _, _) in definition.attention { add(metric, nil, .now) }
        if definition.attention.contains(where: { if case .noisyRules = $0 { true } else { false } }) { addNoisy() }
        for block in definition.blocks { add(block) }
    }

    /// What is asked of a period: one question for each dimension, in a fixed order.
    ///
    /// - Parameter reach: `now` for the period itself, `former` for the one before, `trend` for any other step.
    public func asks(_ reach: Reach) -> [Ask] {
        reaches.map { dimension, metrics in
            Ask(metrics: metrics.filter { $0.value.rawValue >= reach.rawValue }.keys.sorted(), by: dimension)
        }
        .filter { !$0.metrics.isEmpty }.sorted { ($0.by?.word ?? "") < ($1.by?.word ?? "") }
    }

    private mutating func add(_ block: ReportBlock) {
        switch block {
        case .columns(let metric, let by):
            add(metric, by, .trend)
            add(metric, nil, .trend)
        case .ranges(let metrics), .lines(let metrics): for metric in metrics { add(metric, nil, .trend) }
        case .distributions(let metrics), .figures(let metrics): for metric in metrics { add(metric, nil, .former) }
        case .split(let metrics, let by, _): for metric in metrics { add(metric, by, .now) }
        case .bars(let metric, let by, _): add(metric, by, .now)
        case .levels(let metrics): for metric in metrics { add(metric, .severity, .now) }
        case .funnel: for metric in Self.funnel { add(metric, nil, .now) }
        case .ages: add("backlog-cases", nil, .now)
        case .noisyRules: addNoisy()
        case .benchmarks, .incidents, .controls, .records, .week, .techniques, .clocks, .recurring, .restatements, .leftOut, .imports,
            .definitions:
            break
        }
    }

    private mutating func addNoisy() {
        add(Self.noisy, nil, .now)
        add(Self.noisy, .rule, .now)
    }

    private mutating func add(_ metric: String, _ by: Dimension?, _ reach: Reach) {
        let known = reaches[by]?[metric]?.rawValue ?? -1
        if reach.rawValue > known { reaches[by, default: [:]][metric] = reach }
    }

    static let funnel = ["alert-volume", "escalation-t1-t2", "escalation-t2-t3"]
    static let noisy = "false-positive-share"
}
