import ConstatMetrics
public import ConstatModel
import ConstatNotification

/// The provider's page over all tenants.
public struct Portfolio {
    /// A tenant with the figures of its report.
    public struct Row: Sendable {
        let name: String
        /// Of its report, relative to the page.
        let link: String
        let figures: [String: Measurement]
        let clocks: (open: Int, overdue: Int)
        /// Lines that its report puts before the reader.
        let attention: Int
        /// Whether its figures were fixed.
        let isFixed: Bool

        public init(_ data: ReportData, _ definition: PortfolioDefinition, _ words: Words, link: String) {
            (name, self.link) = (data.head.organisation, link)
            figures = Dictionary(
                definition.metrics.compactMap { id in data.now(id).map { (id, $0) } }, uniquingKeysWith: { first, _ in first })
            let states = data.facts.clocks.map(\.clock)
            clocks = (states.count { $0.state == .open }, states.count { $0.state == .overdue })
            attention = Attention(data: data, words: words).lines.count
            isFixed = data.head.frozenAt != nil
        }
    }

    private struct Page {
        let kicker: String
        let period: String
        let note: String
        let head: [String]
        let classification: [String]
        let contentsTitle: String
        let sections: [Section]
        let footer: String
    }

    private struct Section {
        let id: String
        let title: String
        let table: PageTable
    }

    private let page: Page
    private let words: Words
    private let colours: (light: String, dark: String)?

    /// - Parameters:
    ///   - head: of the provider.
    ///   - report: the title of the tenants' reports.
    public init(
        _ rows: [Row], _ definition: PortfolioDefinition, _ head: ReportHead, report: Localized, _ period: Period, asOf: Instant,
        _ words: Words
    ) {
        (self.words, colours) = (words, head.colours)
        let name = words.name(of: period)
        page = Page(
            kicker: [definition.title[words.language], report[words.language], head.organisation].filter { !$0.isEmpty }
                .joined(separator: " · "),
            period: name.capitalised, note: definition.note[words.language],
            head: [
                words("report.asOf", ["instant": words.dateTime(asOf, period.zone), "zone": period.zone.name]),
                words("report.tenants", ["count": Figure.count(rows.count), "fixed": Figure.count(rows.count(where: \.isFixed))]),
            ],
            classification: [head.classification].compactMap(\.self), contentsTitle: words("report.contents"),
            sections: definition.orders.enumerated().map { index, order in
                Section(
                    id: "order-\(index + 1)", title: order.title[words.language],
                    table: Self.table(Self.sorted(rows, order.by), definition, order.title[words.language], words))
            },
            footer: words("report.footer", ["version": head.tool, "instant": asOf.iso]))
    }

    /// One self-contained HTML page.
    public func html(_ shelf: TemplateShelf) throws(TemplateShelf.Fault) -> String {
        try shelf.page(
            "\(page.kicker), \(page.period)", words.language, colours: colours, body: shelf.render(page, with: "reports/portfolio"))
    }

    private static func table(_ rows: [Row], _ definition: PortfolioDefinition, _ title: String, _ words: Words) -> PageTable {
        let heads = [words("report.tenant"), words("report.decisions"), words("report.clocksShort")]
        return PageTable(
            title, heads + definition.metrics.map { words.title(of: $0) }, numbers: Set(1..<(heads.count + definition.metrics.count)),
            rows.map { row in
                var name = PageCell(row.name)
                name.links = [row.link]
                let clocks = PageCell(
                    row.clocks.overdue > 0
                        ? words("report.clocksOverdue", ["open": "\(row.clocks.open)", "overdue": "\(row.clocks.overdue)"])
                        : Figure.count(row.clocks.open),
                    style: row.clocks.overdue > 0 ? "num bad" : "num")
                return [name, .count(row.attention), clocks] + definition.metrics.map { .figure(row.figures[$0], words.language) }
            })
    }

    /// Those without data come last; equals go by name.
    private static func sorted(_ rows: [Row], _ key: PortfolioDefinition.Key) -> [Row] {
        func rank(_ row: Row) -> Double? {
            switch key {
            case .name: return 0
            case .clocks: return -Double(row.clocks.overdue * 1_000 + row.clocks.open)
            case .attention: return -Double(row.attention)
            case .metric(let id):
                guard let value = row.figures[id]?.value else { return nil }
                return MetricCatalogue.metric(id)?.better == .higher ? value : -value
            }
        }
        return rows.sorted { (rank($0) ?? .infinity, $0.name) < (rank($1) ?? .infinity, $1.name) }
    }
}
