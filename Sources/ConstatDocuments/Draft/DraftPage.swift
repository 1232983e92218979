import ConstatModel
import ConstatNotification
import Foundation

/// A draft decided to the last word; the Markdown and the HTML template lay the same value out.
struct DraftPage {
    struct Field {
        let label: String
        let number: [String]
        let value: String
        let article: String
        let origin: [String]
        let mark: String
        /// `known`, `missing` or `maybe`.
        let state: String
        let condition: [String]
    }

    struct Clock {
        let due: String
        let details: [String]
    }

    let language: String
    let title: String
    let notice: String
    let caseLine: String
    let asOf: String
    let version: String
    let authority: String
    let article: String
    let content: String
    let notOpen: [String]
    let missingTitle: String
    let missing: [String]
    let applicable: [String]
    let deadlinesTitle: String
    let deadlines: [Clock]
    let noDeadline: [String]
    let besideTitle: [String]
    let beside: [Clock]
    let fieldsTitle: String
    let fields: [Field]
    let footer: String
}

extension DraftPage {
    /// - Parameter escape: makes a value harmless in the format it goes to.
    init(_ data: DraftData, _ words: Words, escape: @escaping (String) -> String) {
        let builder = DraftBuilder(data: data, words: words, escape: escape)
        let language = words.language
        self.language = language.rawValue
        title = words("draft.title", ["regime": data.regime.title[language], "stage": data.stage.title[language]])
        notice = words("draft.notice")
        caseLine = escape(
            words(
                "draft.caseLine",
                [
                    "case": data.record.number.map { "#\($0)" } ?? data.record.native, "tenant": data.organisation,
                ]))
        asOf = words("draft.asOf", ["instant": words.dateTime(data.asOf, data.zone), "zone": data.zone.name])
        version = words("draft.regimeVersion", ["version": data.regime.version, "status": data.regime.status[language]])
        authority = data.regime.authority[language]
        article = data.stage.article[language]
        content = data.stage.content[language]
        notOpen = data.isOpen ? [] : [words("draft.notOpen")]
        fields = data.answers.map(builder.field)
        missing = fields.filter { $0.state == "missing" }.map { ($0.number + [$0.label]).joined(separator: " ") }
        missingTitle = missing.isEmpty ? words("draft.missingNone") : words("draft.missingTitle", ["count": "\(missing.count)"])
        let maybe = fields.filter { $0.state == "maybe" }.count
        applicable = maybe == 0 ? [] : [words("draft.applicableTitle", ["count": "\(maybe)"])]
        deadlinesTitle = words("draft.deadlinesTitle")
        deadlines = data.deadlines.map(builder.clock)
        noDeadline = deadlines.isEmpty ? [words("draft.noDeadline")] : []
        beside = data.beside.map(builder.clock)
        besideTitle = beside.isEmpty ? [] : [words("draft.besideTitle")]
        fieldsTitle = words("draft.fieldsTitle")
        footer = "Constat \(data.tool) · \(data.asOf.iso)"
    }
}

/// Puts answers and deadlines into words.
private struct DraftBuilder {
    let data: DraftData
    let words: Words
    let escape: (String) -> String

    private var language: Language { words.language }

    func field(_ answer: FieldAnswer) -> DraftPage.Field {
        let request = answer.request
        let state = answer.value != nil ? "known" : answer.isRequired ? "missing" : "maybe"
        let empty = words(answer.isRequired ? "draft.missing" : "draft.ifApplicable")
        return DraftPage.Field(
            label: request.label[language], number: [request.number].compactMap(\.self),
            value: answer.value.map { escape(text($0)) } ?? empty, article: request.article[language],
            origin: answer.origin.map { [origin($0)] } ?? [], mark: words("draft.confidence", ["mark": request.confidence]),
            state: state, condition: request.condition.map { [$0[language]] } ?? [])
    }

    private func text(_ value: FieldAnswer.Value) -> String {
        switch value {
        case .word(let word): return word[language]
        case .instant(let stamp):
            if stamp.precision.isCoarse { return words.stamp(stamp, data.zone) }
            return "\(words.dateTime(stamp.instant, data.zone)) (\(data.zone.name)) · \(stamp.instant.iso)"
        case .text(let text):
            // A list of tokens is translated token by token; whatever is no token stays as it was written.
            return text.components(separatedBy: ", ").map(translated).joined(separator: ", ")
        }
    }

    private func translated(_ token: String) -> String {
        ["answer", "severity", "entityType", "sector", "token"].map { words.word($0, token) }.first { $0 != token } ?? token
    }

    private func origin(_ origin: FieldAnswer.Origin) -> String {
        switch origin {
        case .history(let field):
            words(
                "draft.origin.history",
                [
                    "field": words.word("milestone", field), "receipt": "\(data.receipt)", "row": "\(data.row)",
                ])
        case .configuration(let field): words("draft.origin.configuration", ["field": field])
        case .regime: words("draft.origin.regime")
        }
    }

    func clock(_ deadline: Deadline) -> DraftPage.Clock {
        func local(_ instant: Instant) -> String { words.dateTime(instant, data.zone) }
        let zone = data.zone.name
        var details = [
            words(
                "draft.trigger",
                [
                    "anchor": anchor(deadline.rule.anchor), "local": words.stamp(deadline.anchor, data.zone), "zone": zone,
                    "precision": words("precision.\(deadline.anchor.precision)"),
                ]),
            "\(deadline.rule.article[language]) · \(deadline.rule.id) · " + words("draft.confidence", ["mark": deadline.rule.confidence]),
        ]
        if let eased = deadline.eased, let article = deadline.easingArticle {
            details.append(words("draft.eased", ["local": local(eased), "zone": zone, "article": article[language]]))
            if !data.knowsHolidays { details.append(words("draft.noHolidays")) }
        }
        if let latest = deadline.legalLatest, latest > deadline.due {
            details.append(words("draft.legalLatest", ["local": local(latest), "zone": zone]))
        }
        let due = words("draft.due", ["local": local(deadline.due), "zone": zone, "utc": String(deadline.due.iso.dropLast())])
        return DraftPage.Clock(due: due, details: details)
    }

    private func anchor(_ anchor: DeadlineRule.Anchor) -> String {
        switch anchor {
        case .milestone(let milestone): words("milestone.\(milestone.rawValue)")
        case .submission(let stage, _): data.regime.stage(stage)?.title[language] ?? stage
        }
    }
}

extension TemplateShelf {
    /// The draft in Markdown.
    public func draftMarkdown(_ data: DraftData, _ words: Words) throws(Fault) -> String {
        try render(DraftPage(data, words, escape: \.harmlessInMarkdown), with: "notifications/draft.md")
    }

    /// The draft as one self-contained HTML page.
    public func draftHTML(_ data: DraftData, _ words: Words) throws(Fault) -> String {
        try render(DraftPage(data, words, escape: { $0 }), with: "notifications/draft.html")
    }
}

extension String {
    /// Imported text must not become markup, a link or a table.
    var harmlessInMarkdown: String {
        var text = ""
        for character in self {
            if character.isNewline {
                text += " "
            } else {
                if "\\`*_{}[]<>|#~".contains(character) { text += "\\" }
                text.append(character)
            }
        }
        return text
    }
}
