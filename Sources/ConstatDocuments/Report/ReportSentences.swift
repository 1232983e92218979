import ConstatMetrics
import ConstatModel

/// The sentences on top: better, worse, stable, and why. Written by rule, each stands on figures; docs/REPORTS.md tells the rules.
struct ReportSentences {
    let data: ReportData
    let words: Words

    struct Sentence {
        let lead: String
        /// `g` good, `r` bad, `m` neither.
        let style: String
        let text: String
    }

    private var language: Language { words.language }
    private var metrics: [String] { data.definition.headline.map(\.metric) }
    private var former: String { data.former.map(words.plainName) ?? "" }

    /// Three at most: of better, worse and stable those that there are, then what misses its target, where there is room.
    var all: [Sentence] {
        guard metrics.contains(where: { data.now($0)?.value != nil }) else {
            return [Sentence(lead: "", style: "m", text: words("report.noFigures"))]
        }
        guard data.former != nil, metrics.contains(where: { data.before($0)?.value != nil }) else {
            return [Sentence(lead: words("report.alone"), style: "m", text: words("report.noComparison"))] + missed
        }
        return Array((changes("better", "g", .better) + changes("worse", "r", .worse) + stable + missed).prefix(3))
    }

    private func changes(_ lead: String, _ style: String, _ wanted: Comparison) -> [Sentence] {
        let texts = metrics.filter { data.comparison($0) == wanted }.map { metric in
            change(metric, "report.change") + (why(metric, wanted).map { " " + $0 } ?? "")
        }
        return texts.isEmpty ? [] : [Sentence(lead: words("report.\(lead)"), style: style, text: sentence(texts))]
    }

    /// The severity that changed most in the same direction, where it can be told apart by itself.
    private func why(_ metric: String, _ wanted: Comparison) -> String? {
        guard let known = MetricCatalogue.metric(metric) else { return nil }
        let before = Dictionary(
            data.figures.groups(metric, data.former, by: .severity).map { ($0.group, $0) }, uniquingKeysWith: { first, _ in first })
        let changed = data.figures.groups(metric, data.period, by: .severity).compactMap { now -> (Measurement, Measurement, Double)? in
            guard let old = before[now.group], Comparison(now, against: old, better: known.better) == wanted, let value = now.value,
                let earlier = old.value, earlier > 0
            else { return nil }
            return (now, old, abs(value - earlier) / earlier)
        }
        guard let most = changed.max(by: { $0.2 < $1.2 }), let group = most.0.group.first else { return nil }
        return words(
            "report.why",
            [
                "group": words.word("severity", group.word), "now": Figure.value(most.0, language),
                "before": Figure.value(most.1, language),
                "n": Figure.count(most.0.n),
            ])
    }

    private var stable: [Sentence] {
        let stable = metrics.filter { data.comparison($0) == .stable }
        let different = metrics.filter { data.comparison($0) == .different }.map { change($0, "report.different") }
        let shown = metrics.filter { data.now($0)?.value != nil && [.tooFew, nil].contains(data.comparison($0)) }
        // A count has no interval; without a figure of the period before there is nothing to tell apart.
        let tooFew = shown.filter { metric in
            data.before(metric)?.value != nil && [.share, .milliseconds].contains(data.now(metric)?.unit)
        }
        var texts: [String] = []
        if stable.count == metrics.count {
            texts.append(words("report.allStable", ["figures": "\(metrics.count)", "former": former]))
        } else if !stable.isEmpty {
            texts.append(words("report.stableOnes", ["figures": stable.map(lower).joined(separator: ", "), "former": former]))
        }
        texts += different
        let lead = texts.isEmpty ? "report.unjudgedLead" : "report.stable"
        for (key, ids) in [("report.unjudged", tooFew), ("report.uncompared", shown.filter { !tooFew.contains($0) })] where !ids.isEmpty {
            texts.append(words(key, ["figures": ids.map(lower).joined(separator: ", ")]))
        }
        return texts.isEmpty ? [] : [Sentence(lead: words(lead), style: "m", text: sentence(texts))]
    }

    /// Targets that are missed, each by how much.
    private var missed: [Sentence] {
        let texts = data.definition.headline.compactMap { headline -> String? in
            guard let goal = Goal(metric: headline, data: data), !goal.isMet, let now = data.now(headline.metric),
                let judged = now.judged?.value
            else { return nil }
            let gap = now.unit == .share ? points(abs(judged - goal.level)) : Figure.level(abs(judged - goal.level), now.unit, language)
            return words(
                "report.missedBy",
                [
                    "title": words.title(of: headline.metric), "target": Figure.level(goal.level, now.unit, language), "gap": gap,
                    "n": Figure.count(now.n),
                ])
        }
        return texts.isEmpty ? [] : [Sentence(lead: words("report.watch"), style: "r", text: sentence(texts))]
    }

    private func points(_ share: Double) -> String {
        words("report.points", ["number": Figure.decimal(share * 100, digits: 1, language)])
    }

    private func lower(_ metric: String) -> String {
        let title = words.title(of: metric)
        return
            "\(title.prefix(1).lowercased())\(title.dropFirst()) \(data.now(metric).map { Figure.value($0, language) } ?? Figure.nothing)"
    }

    private func sentence(_ texts: [String]) -> String {
        texts.joined(separator: words("report.semicolon")).capitalised + "."
    }

    private func change(_ metric: String, _ key: String) -> String {
        func value(_ measurement: Measurement?) -> String { measurement.map { Figure.value($0, language) } ?? Figure.nothing }
        return words(
            key, ["title": words.title(of: metric), "now": value(data.now(metric)), "before": value(data.before(metric)), "former": former])
    }
}
