import ConstatModel

/// An assessment as a terminal shows it.
public struct AssessmentText {
    private let page: AssessmentPage

    public init(_ data: AssessmentData, _ words: Words) { page = AssessmentPage(data, words, escape: { $0 }) }

    /// One line a test, parts set in.
    public var text: String {
        var lines = [page.title + " · " + page.caseLine, page.asOf, page.notice]
        lines += [""] + page.summary.map(line)
        for question in page.questions {
            lines += ["", question.title + "  " + question.article, Self.sign(question.outcome) + " " + question.conclusion]
            lines += question.lines.map(line)
            lines += question.besideTitle + question.beside.map(line)
            lines += question.neededTitle + question.needed.map { "  ? \($0)" }
            lines += question.notes.map { "  · \($0)" }
        }
        for (title, texts) in [(page.severityTitle, page.severity), (page.candidatesTitle, page.candidates)] where !texts.isEmpty {
            lines += [""] + title + texts.map { "  \($0)" }
        }
        lines += ["", page.decisionsTitle] + page.decisions.map { "  \($0)" }
        return lines.joined(separator: "\n")
    }

    private func line(_ line: AssessmentPage.Line) -> String {
        "  \(line.indent)\(Self.sign(line.outcome)) \(line.title)" + (line.value.isEmpty ? "" : " · \(line.value)") + "  [\(line.article)]"
    }

    private static func sign(_ outcome: String) -> String { ["met": "✓", "notMet": "✗", "unknown": "?"][outcome] ?? "–" }
}
