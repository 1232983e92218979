import ConstatMetrics
import ConstatModel

/// The three sentences on top: better, worse, stable. Written by rule; each stands on figures.
struct ReportSentences {
    let data: ReportData
    let words: Words

    struct Sentence {
        let lead: String
        /// `g` good, `r` bad, `m` neither.
        let style: String
        let text: String
    }

    var all: [Sentence] {
        guard let before = data.months.dropLast().last, data.definition.headline.contains(where: { data.before($0.metric)?.value != nil })
        else { return [Sentence(lead: words("report.stable"), style: "m", text: words("report.noComparison"))] }
        let month = words.month(of: before)
        return [
            sentence("better", "g", .better, none: words("report.noneBetter", ["month": month]), month),
            sentence("worse", "r", .worse, none: words("report.noneWorse", ["month": month]), month),
            stable(month),
        ]
    }

    private func sentence(_ lead: String, _ style: String, _ wanted: Comparison, none: String, _ month: String) -> Sentence {
        let changes = data.definition.headline.filter { data.comparison($0.metric) == wanted }.map {
            change($0.metric, "report.change", month)
        }
        let text = changes.isEmpty ? none : changes.joined(separator: words.language == .fr ? "\u{202F}; " : "; ") + "."
        return Sentence(lead: words("report.\(lead)"), style: style, text: text)
    }

    private func stable(_ month: String) -> Sentence {
        let judged = data.definition.headline.map { data.comparison($0.metric) }
        let stable = judged.filter { $0 == .stable }.count
        let unjudged = judged.filter { $0 == .tooFew || $0 == nil }.count
        let goals = data.definition.headline.compactMap { Goal(metric: $0, data: data) }
        var text = words(
            "report.stableSentence",
            [
                "stable": "\(stable)", "unjudged": "\(unjudged)", "figures": "\(judged.count)", "month": month,
                "missed": "\(goals.filter { !$0.isMet }.count)", "targets": "\(goals.count)",
            ])
        for headline in data.definition.headline where data.comparison(headline.metric) == .different {
            text += " " + change(headline.metric, "report.different", month) + "."
        }
        return Sentence(lead: words("report.stable"), style: "m", text: text)
    }

    private func change(_ metric: String, _ key: String, _ month: String) -> String {
        let title = words.title(of: metric)
        func value(_ measurement: Measurement?) -> String { measurement.map { Figure.value($0, words.language) } ?? Figure.nothing }
        let text = words(key, ["title": title, "now": value(data.now(metric)), "before": value(data.before(metric)), "month": month])
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}

/// Whether a figure meets its target: one level, or the share in time when levels go by severity.
struct Goal {
    let metric: String
    let level: Double
    let isMet: Bool

    /// Nil when there is no single target or no data.
    init?(metric headline: ReportDefinition.Headline, data: ReportData) {
        guard data.now(headline.metric)?.value != nil,
            let level = data.targets.level(headline.metric, severity: nil, at: data.period.start),
            let known = MetricCatalogue.metric(headline.metric)
        else { return nil }
        (metric, self.level) = (headline.metric, level)
        // With half of them open for longer, nothing is met by those that are done.
        let judged = data.now(headline.metric)?.judged?.value
        isMet = judged.map { known.better == .higher ? $0 >= level : $0 <= level } ?? false
    }
}
