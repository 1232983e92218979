import ConstatModel
import ConstatNotification

/// A draft decided to the last word; the Markdown and the HTML template lay the same value out.
struct DraftPage {
    struct Field {
        let label: String
        let number: [String]
        let value: String
        let source: String
        /// `known`, `missing`, `maybe` or `not`.
        let state: String
    }

    struct Group {
        let title: String
        let fields: [Field]
    }

    struct Clock {
        let due: String
        let details: [String]
    }

    struct Paragraph {
        let heading: [String]
        let text: [String]
    }

    /// A heading with its lines; a section without lines is none.
    struct Section {
        let title: String
        let lines: [String]
    }

    let language: String
    let title: String
    let notice: String
    let caseLine: String
    let asOf: String
    let addressee: [String]
    let content: String
    let alerts: [String]
    let missing: [Section]
    let complete: [String]
    let applicable: [String]
    let remarks: [Section]
    let changes: [Section]
    let deadlinesTitle: String
    let deadlines: [Clock]
    let noDeadline: [String]
    let besideTitle: [String]
    let beside: [Clock]
    let letterTitle: [String]
    let letter: [Paragraph]
    let groups: [Group]
    /// The answers by the ids of their fields, for templates of a workspace's own.
    let value: [String: String]
    let versions: [String]
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
            words.caseLine(data.facts.record, of: data.organisation))
        asOf = words("draft.asOf", ["instant": words.dateTime(data.asOf, data.zone), "zone": data.zone.name])
        addressee = builder.addressee
        content = data.stage.content[language]
        alerts = builder.alerts
        missing = builder.missing
        complete = builder.complete
        applicable = builder.applicable
        remarks = builder.remarks
        changes = builder.changes
        deadlinesTitle = words("draft.deadlinesTitle")
        deadlines = data.deadlines.map { builder.clock($0, counts: true) }
        noDeadline = deadlines.isEmpty ? [words(data.stage.rules.isEmpty ? "draft.noLimit" : "draft.noDeadline")] : []
        beside = data.beside.map { builder.clock($0, counts: false) }
        besideTitle = beside.isEmpty ? [] : [words("draft.besideTitle")]
        letter = builder.letter
        letterTitle = letter.isEmpty ? [] : [words("draft.letterTitle")]
        groups = builder.groups
        value = builder.values
        versions =
            [words("draft.regimeVersion", ["version": data.regime.version, "status": data.regime.status[language]])]
            + data.regime.warnings.map { $0[language] } + builder.settings
        footer = "Constat \(data.tool) · \(data.asOf.iso)"
    }
}

extension TemplateShelf {
    /// The draft in Markdown.
    public func draftMarkdown(_ data: DraftData, _ words: Words) throws(Fault) -> String {
        try render(DraftPage(data, words, escape: \.harmlessInMarkdown), with: "notifications/draft.md")
    }

    /// The draft by a template of a workspace's own, e.g. in the authority's language: `{{value.description}}`.
    ///
    /// - Parameter template: its name without `.mustache`; `.html` at its end leaves it to the template to escape.
    public func draft(_ data: DraftData, _ words: Words, by template: String) throws(Fault) -> String {
        let isPage = template.hasSuffix(".html")
        let page = DraftPage(data, words, escape: isPage ? { $0 } : \.harmlessInMarkdown)
        if let unknown = unknownValues(in: template, known: page.value.keys).first {
            throw Fault(template: template, problem: "value.\(unknown) is no field of this stage")
        }
        return try render(page, with: template)
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
