import ConstatMetrics
import ConstatModel

/// One of the six figures of the first screen, decided to the last word.
struct ReportTile {
    let title: String
    let statistic: String
    let figure: String
    let sub: String
    let spark: String
    let compare: String
    let compareStyle: String
    let goal: String
    let goalStyle: String
    let base: String

    init(_ headline: ReportDefinition.Headline, _ data: ReportData, _ words: Words) {
        let language = words.language
        let now = data.now(headline.metric)
        title = words.title(of: headline.metric)
        statistic = words(now?.unit == .share ? "report.share" : "report.median")
        figure = now.map { Figure.value($0, language) } ?? Figure.nothing
        sub = Self.sub(now, language, words)
        let goal = Goal(metric: headline, data: data)
        spark = Spark(
            title: title, values: data.monthly.map { $0.first { $0.metric == headline.metric }?.value },
            target: data.targets.level(headline.metric, severity: nil, at: data.period.start)
        ).svg()
        (compare, compareStyle) = Self.compare(headline.metric, data, words)
        (self.goal, goalStyle) = Self.goal(goal, headline, data, words)
        base =
            words(
                "report.base",
                [
                    "n": Figure.count(now?.n ?? 0), "leftOut": Figure.count(now?.leftOutCount ?? 0), "open": Figure.count(now?.open ?? 0),
                ]) + ((now?.n ?? 0) > 0 && now?.isSmall == true ? " · " + words("report.few") : "")
    }

    private static func sub(_ measurement: Measurement?, _ language: Language, _ words: Words) -> String {
        guard let measurement, measurement.value != nil else { return noData(measurement, words) }
        if measurement.unit == .milliseconds { return "P90 " + Figure.duration(measurement.shown.p90, language) }
        guard let interval = measurement.interval else { return "" }
        let low = Figure.decimal(interval.lowerBound * 100, digits: 1, language)
        return "\(low) – \(Figure.share(interval.upperBound, language))"
    }

    /// No data, and the reason that most records were left out for.
    private static func noData(_ measurement: Measurement?, _ words: Words) -> String {
        if measurement?.isTooFew == true { return words("report.tooFew") }
        guard let most = measurement?.leftOut.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return words("report.noData") }
        return words("report.noDataWhy", ["reasons": words.reason(most.key)])
    }

    private static func compare(_ metric: String, _ data: ReportData, _ words: Words) -> (String, String) {
        guard let before = data.before(metric), before.value != nil, let month = data.months.dropLast().last,
            let comparison = data.comparison(metric)
        else { return ("", "") }
        let value = words("report.before", ["month": words.month(of: month), "value": Figure.value(before, words.language)])
        let arrow =
            switch comparison {
            case .better, .worse, .different: (data.now(metric)?.value ?? 0) < (before.value ?? 0) ? "↘ " : "↗ "
            default: ""
            }
        let style = comparison == .better ? "good" : comparison == .worse ? "bad" : ""
        return ("\(value) · \(arrow)\(words("report.comparison.\(comparison.rawValue)"))", style)
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
