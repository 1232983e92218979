import ConstatMetrics
import ConstatModel

/// A report, decided to the last word and picture; a template only lays it out.
struct ReportPage {
    struct Section {
        let id: String
        let title: String
        let notes: [String]
        /// One line that says that there is nothing, in place of all parts.
        let empty: [String]
        let parts: [Part]
        let isHalf: Bool
    }

    /// What one block of the definition became.
    struct Part {
        var charts: [Chart] = []
        var tables: [PageTable] = []
        /// Courses of incidents.
        var courses: [Course] = []
        /// At most one.
        var glossary: [Glossary] = []
        /// Below all else.
        var lines: [String] = []

        var withoutTitles: Part {
            var part = self
            for index in tables.indices { part.tables[index].titles = [] }
            return part
        }

        var isEmpty: Bool { charts.isEmpty && tables.allSatisfy(\.isEmpty) && courses.isEmpty && glossary.isEmpty && lines.isEmpty }
    }

    struct Chart {
        let caption: String
        /// Behind the caption, in quiet letters.
        let value: [PageCell]
        let svg: String
        let table: PageTable
        let tableWord: String
        let bases: [String]
        /// `wide`, `mid` for half of the width, or empty for a small multiple.
        let size: String
    }

    struct Course {
        let caption: String
        let svg: String
        let table: PageTable
        let tableWord: String
    }

    struct Glossary { let definitions: [Definition] }

    struct Definition {
        let anchor: String
        let title: String
        let id: String
        let text: String
        let source: String
    }

    let pageTitle: String
    let kicker: String
    let period: String
    let audience: [String]
    let head: [String]
    let classification: [String]
    let logo: [String]
    let sentences: [ReportSentences.Sentence]
    let tilesTitle: String
    let tiles: [ReportTile]
    let decisionsTitle: String
    let decisionsStyle: String
    let decisions: [String]
    let noDecisions: [String]
    let contentsTitle: String
    let sections: [Section]
    let footer: String
}

extension ReportPage {
    init(_ data: ReportData, _ words: Words) {
        let head = data.head
        let name = words.name(of: data.period)
        kicker = [data.definition.title[words.language], head.organisation].filter { !$0.isEmpty }.joined(separator: " · ")
        period = name.capitalised
        pageTitle = words("report.pageTitle", ["title": kicker, "period": name])
        audience = [data.definition.audience?[words.language]].compactMap(\.self)
        self.head = Self.head(data, words)
        classification = [head.classification].compactMap(\.self)
        logo = [head.logo].compactMap(\.self)
        sentences = ReportSentences(data: data, words: words).all
        tilesTitle = words("report.tiles")
        tiles = data.definition.headline.map { ReportTile($0, data, words) }
        decisionsTitle = words("report.decisions")
        decisions = Attention(data: data, words: words).lines
        let isMeasured = data.definition.headline.contains { data.now($0.metric)?.value != nil }
        decisionsStyle = decisions.isEmpty ? isMeasured ? "decide calm" : "decide none" : "decide"
        noDecisions = decisions.isEmpty ? [words(isMeasured ? "report.noDecisions" : "report.noFigures")] : []
        contentsTitle = words("report.contents")
        sections = ReportBuilder(data: data, words: words).sections
        footer = words("report.footer", ["version": head.tool, "instant": data.asOf.iso])
    }

    private static func head(_ data: ReportData, _ words: Words) -> [String] {
        let zone = data.period.zone
        let fixed = data.head.frozenAt.map {
            words("report.frozen", ["instant": words.dateTime($0, zone), "zone": zone.name, "asOf": words.dateTime(data.asOf, zone)])
        }
        let receipts = data.head.receipts
        let prepared: KeyValuePairs = [
            "receipts": "\(receipts.count)", "hash": String((receipts.last?.hash ?? "").prefix(8)), "version": data.head.tool,
        ]
        return [
            fixed ?? words("report.asOf", ["instant": words.dateTime(data.asOf, zone), "zone": zone.name]),
            words(receipts.isEmpty ? "report.preparedOfNothing" : "report.prepared", prepared),
            data.head.provider.map { words("report.provider", ["name": $0]) } ?? "",
        ]
        .filter { !$0.isEmpty }
    }
}

extension String {
    /// What may be absent stands in a list: a template passes an empty list over, but not an empty text.
    var asOptional: [String] { isEmpty ? [] : [self] }
}
