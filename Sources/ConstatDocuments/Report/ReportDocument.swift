import ConstatModel

/// A report with every word decided, to be written in one format or another.
public struct ReportDocument {
    let page: ReportPage
    /// `{light, dark}` of the organisation's own colour; at most one.
    private let colours: [Colours]

    private struct Colours {
        let light: String
        let dark: String
    }

    private struct Style { let colours: [Colours] }

    private struct Frame {
        let language: String
        let pageTitle: String
        let style: String
        let styleDigest: String
        let page: ReportPage
    }

    public init(_ data: ReportData, _ words: Words) {
        page = ReportPage(data, words)
        colours = data.head.colours.map { [Colours(light: $0.light, dark: $0.dark)] } ?? []
    }

    /// One self-contained HTML page; its policy allows its own style sheet and nothing else.
    public func html(_ shelf: TemplateShelf) throws(TemplateShelf.Fault) -> String {
        let style = try shelf.render(Style(colours: colours), with: "reports/style")
        let frame = Frame(
            language: page.language, pageTitle: page.pageTitle, style: style, styleDigest: Digest.base64(of: style), page: page)
        return try shelf.render(frame, with: "reports/report")
    }
}
