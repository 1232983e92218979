import ConstatMetrics
import ConstatModel

/// The monthly page, decided to the last word and picture; a template only lays it out.
struct MonthlyPage {
    struct Section {
        let title: String
        let notes: [String]
        let charts: [Chart]
        let tables: [PageTable]
        let empty: [String]
        let after: [String]
        let isHalf: Bool
    }

    struct Chart {
        let caption: String
        let svg: String
        let table: PageTable
        let tableWord: String
        let bases: [String]
        let isWide: Bool
    }

    struct Definition {
        let title: String
        let id: String
        let text: String
        let source: String
    }

    let language: String
    let pageTitle: String
    let kicker: String
    let period: String
    let head: [String]
    let classification: [String]
    let sentences: [ReportSentences.Sentence]
    let tiles: [ReportTile]
    let decisionsTitle: String
    let decisions: [String]
    let noDecisions: [String]
    let sections: [Section]
    let definitionsTitle: String
    let definitionsNote: String
    let definitions: [Definition]
    let footer: String
}

extension MonthlyPage {
    init(_ data: ReportData, _ words: Words) {
        let builder = MonthlySections(data: data, words: words)
        language = words.language.rawValue
        let name = words.name(of: data.period)
        kicker = "\(data.definition.title[words.language]) · \(data.organisation)"
        period = name.prefix(1).uppercased() + name.dropFirst()
        pageTitle = words("report.pageTitle", ["title": kicker, "period": name])
        head = [
            words("report.asOf", ["instant": words.dateTime(data.asOf, data.period.zone), "zone": data.period.zone.name]),
            words(
                "report.prepared",
                [
                    "receipts": "\(data.receipts.count)", "hash": String((data.receipts.last?.hash ?? "").prefix(8)), "version": data.tool,
                ]),
            data.provider.map { words("report.provider", ["name": $0]) } ?? "",
        ].filter { !$0.isEmpty }
        classification = [data.classification].compactMap(\.self)
        sentences = ReportSentences(data: data, words: words).all
        tiles = data.definition.headline.map { ReportTile($0, data, words) }
        decisionsTitle = words("report.decisions")
        decisions = builder.decisions
        noDecisions = decisions.isEmpty ? [words("report.noDecisions")] : []
        sections = builder.all
        definitionsTitle = words("report.definitionsTitle")
        definitionsNote = words("report.definitionsNote")
        definitions = MetricCatalogue.all.filter { data.definition.metrics.contains($0.id) }.map {
            Definition(
                title: $0.title[words.language], id: "\($0.id) v\($0.version)", text: $0.definition[words.language],
                source: $0.source[words.language])
        }
        footer = "Constat \(data.tool) · \(data.asOf.iso)"
    }
}

extension String {
    /// What may be absent stands in a list: a template passes an empty list over, but not an empty text.
    var asOptional: [String] { isEmpty ? [] : [self] }
}
