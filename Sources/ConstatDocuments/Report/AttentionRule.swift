import ConstatMetrics
import ConstatModel
import ConstatYAML

/// A rule that puts something before the reader.
public enum AttentionRule: Sendable {
    /// Clocks that are overdue, or run.
    case clocks
    /// Headline figures that miss their target.
    case targets
    /// Service levels of the headline under a share.
    case inTime(under: Double)
    /// A figure beyond a limit, in the figure's own unit.
    case limit(metric: String, isAbove: Bool, limit: Double)
    /// Few rules that make a large part of all false positives.
    case noisyRules(most: Int, share: Double)
    /// Root causes that came again.
    case recurring
    /// Headline figures of the period that were fixed and would be others today.
    case restatements
}

extension AttentionRule {
    /// The figures it looks at, besides those of the headline.
    var asks: [FigureAsk] {
        switch self {
        case .limit(let metric, _, _): [FigureAsk(metric)]
        case .noisyRules: FigureAsk.noisyRules
        case .clocks, .targets, .inTime, .recurring, .restatements: []
        }
    }
}

extension AttentionRule {
    init(_ value: YAMLValue) throws(YAMLFault) {
        let words: [String: AttentionRule] = [
            "clocks": .clocks, "targets": .targets, "recurring": .recurring, "restatements": .restatements,
        ]
        guard let word = value.text else {
            self = try Self.asking(value)
            return
        }
        guard let rule = words[word] else {
            throw value.fault("this rule is not known", remedy: "known: \(words.keys.sorted().joined(separator: ", "))")
        }
        self = rule
    }

    private static func asking(_ value: YAMLValue) throws(YAMLFault) -> AttentionRule {
        let keys = Set(try value.asEntries().map(\.key))
        guard [["inTime"], ["noisyRules", "share"], ["metric", "above"], ["metric", "below"]].contains(keys) else {
            throw value.fault(
                "this rule is not known", remedy: "write {inTime: …}, {noisyRules: …, share: …}, or {metric: …, above: …} or below")
        }
        if let share = value["inTime"] { return .inTime(under: try share.asLimit(.share)) }
        if let most = value["noisyRules"] {
            return .noisyRules(most: try most.asCount(), share: try value.required("share").asLimit(.share))
        }
        let metric = try value.required("metric").asMetric()
        let limit = if let above = value["above"] { above } else { try value.required("below") }
        return .limit(metric: metric.id, isAbove: value["above"] != nil, limit: try limit.asLimit(metric.unit))
    }
}
