import ConstatMetrics
import ConstatModel

/// A figure's page in words.
struct FigureView {
    struct Link {
        let text: String
        let address: String
    }

    let title: String
    let kicker: String
    let back: Link
    let definition: String
    let source: String
    let id: String
    let numbers: PageTable
    let leftOutTitle: String
    let leftOut: [PageTable]
    let nothingLeftOut: [String]
    let populationTitle: String
    let choices: [Link]
    let chosen: [String]
    let population: [PageTable]
    let noPopulation: [String]
    let parts: [Link]
    let pages: [Link]

    init(_ page: FigurePage, _ words: Words) {
        let language = words.language
        let name = words.name(of: page.period)
        let group = page.group.compactMap { key in Dimension(word: key.dimension).map { words.group($0, key.word) } }
        title = page.metric.title[language]
        kicker = ([name.capitalised] + group).joined(separator: " · ")
        back = Link(text: words("serve.back"), address: page.back)
        definition = page.metric.definition[language]
        source = page.metric.source[language]
        id = "\(page.metric.id) v\(page.metric.version)"
        numbers = Self.numbers(page, words)
        leftOutTitle = words("serve.leftOutTitle")
        let reasons = (page.measurement?.leftOut ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        leftOut =
            reasons.isEmpty
            ? []
            : [
                PageTable(
                    words("serve.leftOutTitle"), words.list("serve.reasonHead"), numbers: [1],
                    reasons.map { [PageCell(words.reason($0.key)), .count($0.value)] })
            ]
        nothingLeftOut = reasons.isEmpty ? [words("report.exceptionsNone")] : []
        populationTitle = words("serve.population")
        choices =
            page.counts.isEmpty
            ? []
            : FigurePage.Choice.allCases.filter { $0 != page.choice }.map { choice in
                Link(
                    text: "\(words("serve.choice.\(choice.rawValue)")) (\(Figure.count(page.counts[choice] ?? 0)))",
                    address: "\(page.here)&show=\(choice.rawValue)")
            }
        chosen =
            page.counts.isEmpty
            ? [] : ["\(words("serve.choice.\(page.choice.rawValue)")) (\(Figure.count(page.counts[page.choice] ?? 0)))"]
        population = page.rows.isEmpty ? [] : [Self.population(page, words)]
        noPopulation = page.rows.isEmpty ? [words(page.absence)] : []
        parts = page.metric.parts.map { part in
            Link(
                text: words.title(of: part),
                address: page.here.replacing("metric=\(page.metric.id)&", with: "metric=\(part)&"))
        }
        pages = Self.pages(page, words)
    }

    private static func numbers(_ page: FigurePage, _ words: Words) -> PageTable {
        let (now, language) = (page.measurement, words.language)
        func line(_ key: String, _ cell: PageCell) -> [PageCell] { [PageCell(words("serve.number.\(key)")), cell] }
        var rows = [line("value", .figure(now, language))]
        if now?.unit == .milliseconds {
            let statistics = now?.shown
            rows += [
                line("p90", .figure(now, .p90, language)), line("p95", .duration(statistics?.p95.map(Double.init), language)),
                line("mean", .duration(statistics?.mean, language)), line("max", .duration(statistics?.max.map(Double.init), language)),
            ]
        }
        if now?.shownInterval != nil {
            rows += [line("low95", .figure(now, .low95, language)), line("high95", .figure(now, .high95, language))]
        }
        if let fixed = page.fixed { rows.insert(line("fixed", .figure(fixed, language)), at: 0) }
        rows += [
            line("n", .figure(now, .n, language)), line("open", .figure(now, .open, language)),
            line("leftOut", .figure(now, .leftOut, language)), line("population", .count(now?.population)),
        ]
        if let target = page.target, let unit = now?.unit {
            rows.append(line("target", PageCell(Figure.level(target, unit, language), style: "num")))
        }
        return PageTable(words("serve.numbers"), words.list("serve.numbersHead"), numbers: [1], rows)
    }

    private static func population(_ page: FigurePage, _ words: Words) -> PageTable {
        let rows = page.rows.map { row in
            let record = row.record
            return [
                PageCell(record.number.map { "#\($0)" } ?? record.native), PageCell(record.title ?? ""),
                PageCell(record.severity.map { words.word("severity", $0.word) } ?? ""),
                PageCell(record.milestones[.raised].map { words.stamp($0, page.zone) } ?? Figure.nothing, style: "nowrap"),
                meaning(row.outcome, page.metric, words),
            ]
        }
        return PageTable(words("serve.population"), words.list("serve.populationHead"), numbers: [4], rows)
    }

    private static func meaning(_ outcome: RecordOutcome, _ metric: Metric, _ words: Words) -> PageCell {
        switch outcome {
        case .outside: PageCell("")
        case .value(let value, _):
            switch metric.unit {
            case .milliseconds, .total: .duration(Double(value), words.language)
            case .share: PageCell(words(value == 0 ? "serve.no" : "serve.yes"), style: "num")
            default: PageCell(words("serve.counted"), style: "num")
            }
        case .late: PageCell(words("serve.late"), style: "num bad")
        case .open: PageCell(words("report.openState"), style: "num")
        case .leftOut(let reason): PageCell(words("serve.leftOut", ["reason": words.reason(reason)]), style: "num")
        }
    }

    private static func pages(_ page: FigurePage, _ words: Words) -> [Link] {
        let all = page.counts[page.choice] ?? 0
        func link(_ number: Int, _ key: String) -> Link {
            Link(text: words(key), address: "\(page.here)&show=\(page.choice.rawValue)&page=\(number)")
        }
        var links: [Link] = []
        if page.page > 1 { links.append(link(page.page - 1, "serve.former")) }
        if page.page * page.rowsOnPage < all { links.append(link(page.page + 1, "serve.next")) }
        return links
    }
}

extension TemplateShelf {
    /// What stands inside the page of a figure.
    public func figure(_ page: FigurePage, _ words: Words) throws(Fault) -> String {
        try render(FigureView(page, words), with: "serve/figure")
    }

    /// A template that asks for nothing.
    public func plain(_ template: String) throws(Fault) -> String { try render([String: String](), with: template) }
}
