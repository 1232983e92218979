import ConstatControls
import ConstatMetrics
import ConstatModel

/// A metric in words.
struct Explanation {
    let metric: Metric
    /// Published figures of the same definition.
    let benchmarks: [Benchmark]

    func text(_ language: Language) -> String {
        var lines = ["\(metric.id), version \(metric.version): \(metric.title[language])", metric.definition[language], ""]
        let rows: [[String]] = [
            ["records", "\(metric.kind.word)s"],
            ["population", population], ["measure", measure], ["period", metric.anchor.word],
            ["statistics", statistics],
            ["better", metric.better.rawValue], ["unit", metric.unit.rawValue],
            ["read with", MetricCatalogue.beside[metric.id] ?? "–"],
            ["also called", metric.aliases.isEmpty ? "–" : metric.aliases.joined(separator: ", ")],
            ["source", metric.source[language]],
        ]
        lines.append(TextTable(sides: [.left, .left], rows: rows).text)
        lines += BenchmarkText.lines(benchmarks, language)
        return lines.joined(separator: "\n")
    }

    private var population: String {
        if metric.population == [.isConfirmed] {
            return
                "confirmed: judged true positive, or open and declared, contained, or known to be significant; closed without a verdict, and undetermined, are left out"
        }
        return metric.population.isEmpty
            ? "all, merged ones left to their survivor" : metric.population.map(\.word).joined(separator: ", ")
    }

    /// From where to where, or what among what, e.g. `ingested, else raised → acknowledged`.
    static func instants(_ metric: Metric) -> String {
        switch metric.measure {
        case .interval(let from, let to), .withinTarget(_, let from, let to):
            "\(from.map(\.name).joined(separator: ", else ")) → \(to.name)"
        case .share(let of, let among): "\(of.word) / \(among.word)"
        default: ""
        }
    }

    private var measure: String {
        func names(_ places: [Place]) -> String { places.map(\.name).joined(separator: ", else ") }
        switch metric.measure {
        case .count: return "count"
        case .interval(let from, let to): return "from \(names(from)) to \(to.name)"
        case .days(let from, let to): return "calendar days from \(from.name) to \(to.name)"
        case .margin(let from, let to): return "from \(from.name) to \(to.name), below zero where the second came first"
        case .share(let condition, let base): return "share of \(condition.word) among \(base.word)"
        case .withinTarget(let of, let from, let to):
            return "share within the target of \(of), from \(names(from)) to \(to.name); open and already late is breached"
        case .holdsTarget(let of, let days): return "share whose \(days.name) reach the target of \(of)"
        case .age(let from): return "from \(from.name) to the end of the period"
        case .sum(let place): return "sum of \(place.name)"
        case .minutes(let place): return "sum of \(place.name), as time"
        case .sums(let of, let per): return "sum of \(of.name) as a share of the sum of \(per.name)"
        case .uncovered: return "time of the period in no stretch of cover"
        case .breaches(let of): return "breached in \(of.joined(separator: ", "))"
        case .difference(let of, let less): return "\(of) less \(less)"
        case .rate(let of, let per): return "\(of) per \(per)"
        }
    }

    private var statistics: String {
        switch metric.unit {
        case .milliseconds:
            "median (mean of the two middle values), P90 and P95 (nearest rank, from 5 values), mean, maximum; 95 % interval of the median (from 6 values)"
        case .share: if case .sums = metric.measure { "one sum as a share of the other" } else { "share, with Wilson's 95 % interval" }
        case .count: "count"
        case .number, .total: "sum"
        }
    }
}
