import ConstatMetrics
import ConstatModel

/// One of the figures of the first screen, decided to the last word.
struct ReportTile {
    let title: String
    let statistic: String
    let figure: PageCell
    /// P90, the interval, or why there is no figure.
    let sub: String
    let subs: [PageCell]
    let spark: String
    let compare: String
    let compareStyle: String
    let goal: String
    let goalStyle: String
    /// n, left out and open, as cells with their words.
    let bases: [Base]

    struct Base {
        let word: String
        let cell: PageCell
    }
    let few: [String]

    init(_ headline: ReportDefinition.Headline, _ data: ReportData, _ words: Words) {
        let language = words.language
        let now = data.now(headline.metric)
        title = words.title(of: headline.metric)
        let unit = MetricCatalogue.metric(headline.metric)?.unit ?? .milliseconds
        let names: [Measurement.Unit: String] = [
            .share: "share", .milliseconds: "median", .count: "number", .number: "number", .total: "total",
        ]
        statistic = words("report.\(names[unit] ?? "number")")
        figure = .figure(now, language)
        (sub, subs) = Self.sub(now, language, words)
        let goal = Goal(metric: headline, data: data)
        let steps = data.steps(headline.metric)
        spark = Spark(
            steps: Steps(
                title: words("report.sparkTitle", ["title": title]), labels: data.trend.map(words.shortName), measurements: steps,
                target: data.targets.level(headline.metric, severity: nil, at: data.period.start), language: language)
        ).svg()
        (compare, compareStyle) = Self.compare(headline.metric, data, words)
        (self.goal, goalStyle) = Self.goal(goal, headline, data, words)
        bases = [("n", FigureMark.Statistic.n), ("leftOutWord", .leftOut), ("openWord", .open)].map { word, statistic in
            Base(word: words("report.\(word)"), cell: .figure(now, statistic, language))
        }
        few = (now?.n ?? 0) > 0 && now?.isSmall == true ? [words("report.few")] : []
    }

    private static func sub(_ measurement: Measurement?, _ language: Language, _ words: Words) -> (String, [PageCell]) {
        guard let measurement, measurement.value != nil else { return (noData(measurement, words), []) }
        if measurement.unit == .milliseconds { return ("P90 ", [.figure(measurement, .p90, language)]) }
        guard measurement.shownInterval != nil else { return ("", []) }
        return (words("report.interval"), [.figure(measurement, .low95, language), .figure(measurement, .high95, language)])
    }

    /// No data, and the reason that most records were left out for.
    private static func noData(_ measurement: Measurement?, _ words: Words) -> String {
        if measurement?.isTooFew == true { return words("report.tooFew") }
        guard let most = measurement?.mostLeftOut else { return words("report.noData") }
        return words("report.noDataWhy", ["reasons": words.reason(most)])
    }

    private static func compare(_ metric: String, _ data: ReportData, _ words: Words) -> (String, String) {
        guard let before = data.before(metric), before.value != nil, let former = data.former,
            let comparison = data.comparison(metric)
        else { return ("", "") }
        let value = words("report.before", ["month": words.plainName(of: former), "value": Figure.value(before, words.language)])
        let arrow =
            switch comparison {
            case .better, .worse, .different: (data.now(metric)?.value ?? 0) < (before.value ?? 0) ? "↘ " : "↗ "
            default: ""
            }
        return ("\(value) · \(arrow)\(words("report.comparison.\(comparison.rawValue)"))", comparison.style)
    }

    private static func goal(
        _ goal: Goal?, _ headline: ReportDefinition.Headline, _ data: ReportData, _ words: Words
    ) -> (String, String) {
        if let goal, let unit = data.now(headline.metric)?.unit {
            let target = Figure.level(goal.level, unit, words.language)
            return (words(goal.isMet ? "report.targetMet" : "report.targetMissed", ["target": target]), goal.isMet ? "good" : "bad")
        }
        if let id = headline.inTime, let level = data.now(id), let share = level.value {
            return (words("report.inTime", ["share": Figure.share(share, words.language), "n": Figure.count(level.n)]), "")
        }
        // Levels are set per severity, and nothing fell under them.
        if !data.targets[headline.metric].isEmpty { return ("", "none") }
        return (words("report.noTarget"), "none")
    }
}
