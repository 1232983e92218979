import ConstatModel
import ConstatNotification

/// Puts findings into words.
struct AssessmentBuilder {
    let data: AssessmentData
    let words: Words
    let escape: (String) -> String

    private var language: Language { words.language }
    private var facts: FactWords { FactWords(data.facts, words, data.zone) }

    func question(_ result: AssessmentResult) -> AssessmentPage.Question {
        let assessment = result.assessment
        let needed = result.undecided.flatMap(\.paths).map(label)
        let unique = needed.enumerated().filter { needed.firstIndex(of: $0.element) == $0.offset }.map(\.element)
        let beside = result.outcome == nil ? [] : result.beside.flatMap { lines($0) }
        return AssessmentPage.Question(
            title: assessment.title[language],
            article: "\(assessment.article[language]) · " + words("draft.confidence", ["mark": assessment.confidence])
                + (assessment.isSupport ? " · " + words("assess.support") : ""),
            outcome: result.outcome?.rawValue ?? "none",
            conclusion: [words("assess.\(result.outcome?.rawValue ?? "doesNotApply")"), result.conclusion?[language]]
                .compactMap(\.self).joined(separator: words("colon") + " "),
            lines: result.outcome == nil ? [] : lines(result.finding), besideTitle: beside.isEmpty ? [] : [words("draft.besideTitle")],
            beside: beside, neededTitle: unique.isEmpty ? [] : [words("assess.needed")], needed: unique,
            notes: result.outcome == nil ? [] : assessment.notes.map { $0[language] }, hasLines: result.outcome != nil)
    }

    /// One line a question; nil for what does not apply.
    func summary(_ result: AssessmentResult) -> AssessmentPage.Line? {
        result.outcome.map { outcome in
            AssessmentPage.Line(
                depth: 0, indent: "", outcome: outcome.rawValue, mark: words("assess.\(outcome.rawValue)"),
                title: result.assessment.title[language], value: "", article: result.assessment.article[language], hasValue: false)
        }
    }

    private func lines(_ finding: Finding, depth: Int = 0) -> [AssessmentPage.Line] {
        let value = value(finding)
        let line = AssessmentPage.Line(
            depth: depth, indent: String(repeating: "  ", count: depth), outcome: finding.outcome.rawValue,
            mark: words("assess.\(finding.outcome.rawValue)"),
            title: finding.test.title[language], value: escape(value),
            article: "\(finding.test.article[language]) · " + words("draft.confidence", ["mark": finding.test.confidence]),
            hasValue: !value.isEmpty)
        return [line] + finding.parts.flatMap { lines($0, depth: depth + 1) }
    }

    private func value(_ finding: Finding) -> String {
        guard finding.parts.isEmpty else { return "" }
        let fact = finding.paths.first.flatMap(FactCatalogue.id)
        let basis = finding.value?.basis == .estimate ? " (\(words("draft.basis.estimate")))" : ""
        let value = finding.value.map { words("assess.value", ["value": facts.text($0.value, of: answering(finding, fact)) + basis]) }
        let bound = finding.bound.map { words("assess.bound", ["bound": facts.text(.number($0), of: isCounted(finding) ? nil : fact)]) }
        return [value, bound].compactMap(\.self).joined(separator: ", ")
    }

    private func isCounted(_ finding: Finding) -> Bool { if case .count = finding.test.test { true } else { false } }

    /// The fact whose value was compared: the first of the paths that is known; a count of items has no unit.
    private func answering(_ finding: Finding, _ first: String?) -> String? {
        if isCounted(finding) { return nil }
        return finding.paths.first { data.facts.at($0) != nil }.flatMap(FactCatalogue.id) ?? first
    }

    private func label(_ path: String) -> String {
        if let id = FactCatalogue.id(in: path) { return data.facts.catalogue[id]?.label[language] ?? path }
        return words("assess.ofEntity", ["key": path])
    }

    /// ENISA's score with what stands beside it; what is wanting for it.
    var severity: [String] {
        guard let method = data.severity else { return [] }
        let head = "\(method.article[language]) · " + words("draft.confidence", ["mark": method.confidence])
        guard let score = method.score(data.facts) else {
            let missing = method.missing(data.facts).map(label).joined(separator: " ; ")
            return [words("assess.noScore", ["facts": missing]), head]
        }
        let text = words(
            "assess.score",
            ["score": Figure.number(Double(score.score) / 1_000, language), "band": score.band.title[language]])
        let flags = method.flags(data.facts).map { "\($0.test.title[language])\(words("colon")) \(words("assess.\($0.outcome.rawValue)"))" }
        return [text] + (score.isNearEdge ? [words("assess.nearEdge")] : []) + flags + method.notes.map { $0[language] } + [head]
    }

    var candidates: [String] {
        data.candidates.map { record in
            escape("#\(record.number ?? record.native)\(words("colon")) \(record.title ?? "–")")
                + (record.instant(.raised).map { " · \(words.dateTime($0, data.zone))" } ?? "")
        }
    }

    var decisions: [String] {
        let told = data.decisions.map { escape(words.decision($0, data.zone)) }
        return told.isEmpty ? [words("assess.noDecision")] : told
    }
}
