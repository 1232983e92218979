import ConstatMetrics
import ConstatModel

/// A metric in words.
struct Explanation {
    let metric: Metric

    func text(_ language: Language) -> String {
        var lines = ["\(metric.id), version \(metric.version): \(metric.title[language])", metric.definition[language], ""]
        let rows: [[String]] = [
            ["records", "\(metric.kind.word)s"],
            [
                "population",
                metric.population == .all
                    ? "all, merged ones left to their survivor"
                    : "confirmed: judged true positive, or open and declared, contained, or known to be significant; closed without a verdict, and undetermined, are left out",
            ],
            ["measure", measure],
            ["period", metric.anchor.map { "by the instant \($0.rawValue)" } ?? "the state at its end (or at --as-of, when earlier)"],
            ["statistics", statistics],
            ["better", metric.better.rawValue], ["unit", metric.unit.rawValue],
            ["also called", metric.aliases.isEmpty ? "–" : metric.aliases.joined(separator: ", ")],
            ["source", metric.source[language]],
        ]
        lines.append(TextTable(sides: [.left, .left], rows: rows).text)
        return lines.joined(separator: "\n")
    }

    private var measure: String {
        func names(_ milestones: [Milestone]) -> String { milestones.map(\.rawValue).joined(separator: ", else ") }
        switch metric.measure {
        case .count: return "count"
        case .interval(let from, let to): return "from \(names(from)) to \(to.rawValue)"
        case .share(let condition, let base): return "share of \(condition.rawValue) among \(base.rawValue)"
        case .withinTarget(let of, let from, let to):
            return "share within the target of \(of), from \(names(from)) to \(to.rawValue); open and already late is breached"
        case .age(let from): return "from \(from.rawValue) to the end of the period"
        }
    }

    private var statistics: String {
        switch metric.unit {
        case .milliseconds:
            "median (mean of the two middle values), P90 and P95 (nearest rank, from 5 values), mean, maximum; 95 % interval of the median (from 6 values)"
        case .share: "share, with Wilson's 95 % interval"
        case .count: "count"
        }
    }
}
