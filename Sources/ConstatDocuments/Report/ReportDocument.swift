import ConstatModel

/// A report with every word decided, to be written in one format or another.
public struct ReportDocument {
    let page: ReportPage
    private let colours: (light: String, dark: String)?
    let language: Language

    public init(_ data: ReportData, _ words: Words) {
        (page, colours, language) = (ReportPage(data, words), data.head.colours, words.language)
    }

    /// One self-contained HTML page; its policy allows its own style sheet and nothing else.
    public func html(_ shelf: TemplateShelf) throws(TemplateShelf.Fault) -> String {
        try shelf.page(page.pageTitle, language, colours: colours, body: body(shelf))
    }

    /// What stands inside a page of the report.
    ///
    /// - Parameter drill: the address that figures lead to, up to the parameters that name a figure; nil where they lead nowhere.
    public func body(_ shelf: TemplateShelf, drill: String? = nil) throws(TemplateShelf.Fault) -> String {
        try shelf.render(Body(page: page, drill: drill.map { [$0] } ?? []), with: "reports/report")
    }

    private struct Body {
        let page: ReportPage
        let drill: [String]
    }
}

extension TemplateShelf {
    private struct Style { let colours: [Colours] }

    private struct Colours {
        let light: String
        let dark: String
    }

    private struct Frame {
        let language: String
        let title: String
        let style: String
        let styleDigest: String
        let body: String
    }

    /// A page around a body, with the style sheet in it.
    func page(
        _ title: String, _ language: Language, colours: (light: String, dark: String)? = nil, body: String
    ) throws(Fault) -> String {
        let style = try style(colours)
        return try render(
            Frame(language: language.rawValue, title: title, style: style, styleDigest: Digest.base64(of: style), body: body),
            with: "reports/page")
    }

    /// The style sheet of all pages, with an organisation's own colour.
    public func style(_ colours: (light: String, dark: String)?) throws(Fault) -> String {
        try render(Style(colours: colours.map { [Colours(light: $0.light, dark: $0.dark)] } ?? []), with: "reports/style")
    }
}
