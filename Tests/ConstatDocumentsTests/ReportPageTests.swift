import ConstatMetrics
import ConstatModel
import ConstatTesting
import Foundation
import Testing

@testable import ConstatDocuments

/// A report's page, whatever the month was like.
struct ReportPageTests {
    private let shelf = TemplateShelf(folders: [House.templates])

    private func page(_ data: ReportData, _ language: Language = .en) throws -> String {
        try ReportDocument(data, Words.shipped(language)).html(shelf)
    }

    private func alert(_ number: Int, _ change: (inout Record) -> Void = { _ in }) -> Record {
        Record.raised(.at("2026-10-\(10 + number % 20)T09:00:00Z"), id: "A\(number)").changed(change)
    }

    @Test(arguments: Language.allCases)
    func `the page stands alone, runs nothing, and no imported text becomes markup`(language: Language) throws {
        let page = try page(SampleReport.full(), language)
        for part in ["<script", "http://", "url(", "<link", "@import", "{report.", "{pack.", "unsafe-inline"] {
            #expect(!page.contains(part), "\(part)")
        }
        #expect(page.contains("default-src 'none'"))
        #expect(page.contains("&lt;script&gt;"))
        #expect(page.contains("Acme &lt;b&gt;"))
        #expect(page.contains("lang=\"\(language.rawValue)\""))
    }

    /// Without its style a page is no page: the digest in the policy must be that of the style sheet as it stands.
    @Test func `the policy names the style sheet that is in the page`() throws {
        let page = try page(SampleReport.full())
        let style = try #require(page.firstMatch(of: /<style>([\s\S]*?)<\/style>/)).1
        #expect(page.contains("'sha256-\(Digest.base64(of: String(style)))'"))
    }

    @Test(arguments: ["monthly", "weekly", "quarterly", "dora-13-5", "pdis", "mssp"], Language.allCases)
    func `a period without records says so in one line a section`(name: String, language: Language) throws {
        let words = try Words.shipped(language)
        let page = ReportPage(try SampleReport.data([], definition: SampleReport.definition(name)), words)
        #expect(page.sections.contains { !$0.empty.isEmpty })
        for section in page.sections { #expect(section.parts.isEmpty != section.empty.isEmpty, "\(section.id)") }
        for line in page.sections.flatMap(\.empty) { #expect(line.hasSuffix(".") || line.hasSuffix("docs/FORMS.md.")) }
        #expect(page.tiles.allSatisfy { $0.figure.text == Figure.nothing })
        let html = try ReportDocument(SampleReport.data([], definition: SampleReport.definition(name)), words).html(shelf)
        #expect(html.firstMatch(of: /\{report\.|\{serve\.|\bnan\b|\binf\b/) == nil)
    }

    @Test func `one case makes no figure, and is named`() throws {
        let incident = Record.raised(.at("2026-10-05T09:00:00Z"), .case, id: "only").changed { record in
            (record.severity, record.verdict, record.title) = (.critical, .truePositive, "One alone")
        }
        .with(.firstActivity, .at("2026-10-05T08:00:00Z"))
        let page = ReportPage(try SampleReport.data([incident]), try Words.shipped(.en))
        #expect(page.tiles[0].figure.text == Figure.nothing && page.tiles[0].sub == "too few for a figure (fewer than 5)")
        #expect(try self.page(SampleReport.data([incident])).contains("One alone"))
    }

    @Test func `without targets nothing is met or missed`() throws {
        let alerts = (0..<40).map { number in
            alert(number) { $0.severity = .high }.with(.acknowledged, .at("2026-10-\(10 + number % 20)T09:\(10 + number % 40):00Z"))
        }
        let page = try page(SampleReport.data(alerts))
        #expect(!page.contains("met</td>") && !page.contains("missed</td>"))
        #expect(page.contains("no target set"))
    }

    @Test func `groups without number leave the picture readable`() throws {
        let alerts = (0..<400).map { number in alert(number) { $0.rule = "rule \(number % 40)" } }
        let definition = try SampleReport.definition("weekly")
        let sections = ReportPage(try SampleReport.data(alerts, definition: definition), try Words.shipped(.en)).sections
        for chart in sections.flatMap(\.parts).flatMap(\.charts) { #expect(chart.svg.components(separatedBy: "class=\"lab").count < 40) }
    }

    @Test func `long and right-to-left titles stay text`() throws {
        let title = String(repeating: "بلاغ عن تصيد ", count: 20) + String(repeating: "x", count: 300)
        let incident = Record.raised(.at("2026-10-05T09:00:00Z"), .case).changed { record in
            (record.severity, record.verdict, record.title) = (.critical, .truePositive, title)
        }
        let page = try page(SampleReport.data([incident]))
        #expect(page.contains(title))
    }

    /// Numbers in the data attributes are what is measured, not what is shown.
    @Test func `every mark on the page is the measurement it names`() throws {
        let alerts = (0..<60).map { number in
            alert(number) { record in (record.severity, record.verdict) = (.high, number % 3 == 0 ? .falsePositive : .truePositive) }
                .with(.acknowledged, .at("2026-10-\(10 + number % 20)T09:\(10 + number % 49):00Z"))
        }
        let data = try SampleReport.data(alerts)
        let measured = Dictionary(grouping: data.figures.all) { "\($0.metric) \($0.period.name)" }
        let marks = try page(data).matches(
            of: /<data value="([^"]*)" data-metric="([^"]*)" data-statistic="([^"]*)" data-period="([^"]*)" data-group="([^"]*)">/)
        #expect(marks.count > 100)
        for mark in marks {
            let statistic = try #require(FigureMark.Statistic(rawValue: String(mark.3)))
            let all = measured["\(mark.2) \(mark.4)"] ?? []
            let one = all.first { $0.group.map { "\($0.dimension)=\($0.word)" }.joined(separator: " ") == mark.5 }
            #expect(one.flatMap { statistic.value(of: $0) } == Double(mark.1), "\(mark.2) \(mark.3) \(mark.4) \(mark.5)")
        }
    }
}
