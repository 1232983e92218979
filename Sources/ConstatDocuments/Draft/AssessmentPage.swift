import ConstatModel
import ConstatNotification

/// An assessment decided to the last word; the terminal, the Markdown and the HTML template lay the same value out.
struct AssessmentPage {
    /// One test: how deep it lies, what came out, and why.
    struct Line {
        let depth: Int
        /// Two blanks a level.
        let indent: String
        /// `met`, `notMet` or `unknown`.
        let outcome: String
        let mark: String
        let title: String
        let value: String
        let article: String
        let hasValue: Bool
    }

    struct Question {
        let title: String
        let article: String
        /// `met`, `notMet`, `unknown` or `none`.
        let outcome: String
        let conclusion: String
        let lines: [Line]
        let besideTitle: [String]
        let beside: [Line]
        let neededTitle: [String]
        let needed: [String]
        let notes: [String]
        let hasLines: Bool
    }

    let language: String
    let title: String
    let notice: String
    let caseLine: String
    let asOf: String
    /// The outcome of each question that applies, on top.
    let summary: [Line]
    let questions: [Question]
    let severityTitle: [String]
    let severity: [String]
    let candidatesTitle: [String]
    let candidates: [String]
    let decisionsTitle: String
    let decisions: [String]
    let footer: String
}

extension AssessmentPage {
    init(_ data: AssessmentData, _ words: Words, escape: @escaping (String) -> String) {
        let builder = AssessmentBuilder(data: data, words: words, escape: escape)
        language = words.language.rawValue
        title = words("assess.title")
        notice = words("assess.notice")
        caseLine = escape(
            words.caseLine(data.facts.record, of: data.organisation))
        asOf = words("draft.asOf", ["instant": words.dateTime(data.asOf, data.zone), "zone": data.zone.name])
        // What does not apply comes last.
        questions = (data.results.filter { $0.outcome != nil } + data.results.filter { $0.outcome == nil }).map(builder.question)
        summary = data.results.compactMap(builder.summary)
        severity = builder.severity
        severityTitle = severity.isEmpty ? [] : [words("assess.severityTitle")]
        candidates = builder.candidates
        candidatesTitle = candidates.isEmpty ? [] : [words("assess.candidatesTitle")]
        decisionsTitle = words("assess.decisionsTitle")
        decisions = builder.decisions
        footer = "Constat \(data.tool) · \(data.asOf.iso)"
    }
}

extension TemplateShelf {
    /// The assessment in Markdown.
    public func assessmentMarkdown(_ data: AssessmentData, _ words: Words) throws(Fault) -> String {
        try render(AssessmentPage(data, words, escape: \.harmlessInMarkdown), with: "notifications/assessment.md")
    }

    /// The assessment as one self-contained HTML page.
    public func assessmentHTML(_ data: AssessmentData, _ words: Words) throws(Fault) -> String {
        try render(AssessmentPage(data, words, escape: { $0 }), with: "notifications/assessment.html")
    }
}
