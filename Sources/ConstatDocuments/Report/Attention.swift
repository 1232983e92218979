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
        let metrics = Set(data.definition.headline.flatMap { [$0.metric] + [$0.inTime].compactMap(\.self) })
        let months = Set(data.period.months.map(\.name))
        func value(_ measurement: Measurement?) -> String { measurement.map { Figure.value($0, language) } ?? Figure.nothing }
        let changed = data.facts.restatements.filter { restatement in
            months.contains(restatement.freeze.period) && restatement.isOfValue && !restatement.isSettled
                && restatement.key.group.isEmpty && metrics.contains(restatement.key.metric)
                && value(restatement.old) != value(restatement.new)
        }
        guard !changed.isEmpty else { return "" }
        let figures = changed.map { restatement in
            let month = restatement.freeze.period == data.period.name ? "" : " (\(restatement.freeze.period))"
            return "\(words.title(of: restatement.key.metric))\(month) \(value(restatement.old)) → \(value(restatement.new))"
        }
        return words("report.decisionRestated", ["figures": language.enumerated(figures)])
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
