import ConstatMetrics
import ConstatModel
import ConstatNotification

/// What is put before the reader, as facts with their figures; the rules stand in the report's definition.
struct Attention {
    let data: ReportData
    let words: Words

    private var language: Language { words.language }

    var lines: [String] { data.definition.attention.flatMap(lines) }

    private func lines(_ rule: AttentionRule) -> [String] {
        switch rule {
        case .clocks: clocks
        case .targets: data.definition.headline.compactMap(target)
        case .inTime(let share): data.definition.headline.compactMap { level($0, under: share) }
        case .limit(let metric, let isAbove, let limit): self.limit(metric, isAbove, limit).asOptional
        case .noisyRules(let most, let share): noisy(most, share).asOptional
        case .recurring: recurring
        case .restatements: restated.asOptional
        }
    }

    private var clocks: [String] {
        data.facts.clocks.filter { [.overdue, .open].contains($0.clock.state) }.map { entry in
            words(
                entry.clock.state == .overdue ? "report.decisionClock" : "report.decisionOpenClock",
                [
                    "regime": words.regime(entry.clock.regime.id), "stage": entry.clock.stage.title[language],
                    "case": data.name(of: entry.record),
                    "due": words.dateTime(entry.clock.limit, data.period.zone),
                ])
        }
    }

    private func target(_ headline: ReportDefinition.Headline) -> String? {
        guard let now = data.now(headline.metric), let goal = Goal(metric: headline, data: data), !goal.isMet else { return nil }
        return words(
            "report.decisionTarget",
            [
                "title": words.title(of: headline.metric), "value": Figure.value(now, language),
                "target": Figure.level(goal.level, now.unit, language), "n": Figure.count(now.n),
            ])
    }

    private func level(_ headline: ReportDefinition.Headline, under limit: Double) -> String? {
        guard let level = headline.inTime.flatMap(data.now), let share = level.value, let met = level.numerator, share < limit else {
            return nil
        }
        return words(
            "report.decisionInTime",
            [
                "title": words.title(of: headline.metric), "share": Figure.share(share, language), "n": Figure.count(level.n),
                "breached": Figure.count(level.n - met), "limit": Figure.level(limit, .share, language),
            ])
    }

    private func limit(_ metric: String, _ isAbove: Bool, _ limit: Double) -> String {
        guard let now = data.now(metric), let value = now.value, isAbove ? value > limit : value < limit else { return "" }
        return words(
            isAbove ? "report.decisionAbove" : "report.decisionBelow",
            [
                "title": words.title(of: metric), "value": Figure.value(now, language), "limit": Figure.level(limit, now.unit, language),
                "n": Figure.count(now.n),
            ])
    }

    /// The fewest rules that make the asked part of all false positives.
    private func noisy(_ most: Int, _ share: Double) -> String {
        let rules = NoisyRules(data)
        guard rules.all > 0, let few = (1...most).first(where: { Double(rules.sum(of: $0)) >= share * Double(rules.all) }) else {
            return ""
        }
        return words(
            few == 1 ? "report.decisionNoisyRule" : "report.decisionNoisyRules",
            [
                "count": "\(few)", "share": Figure.share(Double(rules.sum(of: few)) / Double(rules.all), language),
                "n": Figure.count(rules.all),
                "rules": rules.ranked.prefix(few).map { (data.facts.ruleTitles[$0.name] ?? $0.name).isolated }.joined(separator: ", "),
            ])
    }

    private var restated: String {
        let metrics = Set(data.definition.headline.map(\.metric))
        let changed = data.facts.restatements.filter { restatement in
            restatement.freeze.period == data.period.name && restatement.isOfValue && restatement.key.group.isEmpty
                && metrics.contains(restatement.key.metric)
        }
        guard !changed.isEmpty else { return "" }
        func value(_ measurement: Measurement?) -> String { measurement.map { Figure.value($0, language) } ?? Figure.nothing }
        let figures = changed.map { "\(words.title(of: $0.key.metric)) \(value($0.old)) → \(value($0.new))" }
        return words(
            "report.decisionRestated", ["count": "\(changed.count)", "figures": figures.joined(separator: words("report.semicolon"))])
    }

    private var recurring: [String] {
        (data.facts.recurring?.groups ?? []).map { group in
            words(
                "report.decisionRecurring",
                [
                    "cause": group.cause.isolated, "count": "\(group.cases.count)",
                    "cases": group.cases.map(data.name).joined(separator: ", "),
                ])
        }
    }
}

extension Measurement {
    /// The word of its only dimension; empty for the whole.
    var groupWord: String { group.first?.word ?? "" }

    /// The reason that most records were left out for; nil when none was.
    var mostLeftOut: LeftOut? { leftOut.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
}

extension Comparison {
    /// `good`, `bad`, or empty where it says neither.
    var style: String { self == .better ? "good" : self == .worse ? "bad" : "" }
}

/// Rules by the false positives they raised in the period.
struct NoisyRules {
    let ranked: [(name: String, measurement: Measurement)]
    /// False positives of all rules, and of alerts without one.
    let all: Int

    init(_ data: ReportData) {
        let groups = data.figures.groups(FigureAsk.noisy, data.period, by: .rule)
        ranked = groups.filter { ($0.numerator ?? 0) > 0 && $0.group.first?.word != "none" }
            .sorted { ($1.numerator ?? 0, $0.groupWord) < ($0.numerator ?? 0, $1.groupWord) }
            .map { ($0.group.first?.word ?? "", $0) }
        all = groups.reduce(0) { $0 + ($1.numerator ?? 0) }
    }

    /// The false positives of the first so many.
    func sum(of count: Int) -> Int { ranked.prefix(count).reduce(0) { $0 + ($1.measurement.numerator ?? 0) } }
}
