import ConstatMetrics
import ConstatModel

/// Turns the sections of a definition into what a page shows, in their order.
struct ReportBuilder {
    let data: ReportData
    let words: Words

    var language: Language { words.language }
    /// A step that is not over has a star.
    var labels: [String] { data.trend.map { words.shortName(of: $0) + ($0.end > data.asOf ? "*" : "") } }
    var zone: Zone { data.period.zone }

    var sections: [ReportPage.Section] {
        data.definition.sections.map { section in
            let parts = section.blocks.map { block in
                // A table that stands alone needs no title below that of its section.
                let part = part(block.kind, block.title?[language], in: section)
                return section.blocks.count == 1 && block.title == nil ? part.withoutTitles : part
            }.filter { !$0.isEmpty }
            let isEmpty = parts.isEmpty
            return ReportPage.Section(
                id: section.id, title: section.title[language], notes: isEmpty ? [] : [section.note?[language]].compactMap(\.self),
                empty: isEmpty ? [nothing(section)] : [], parts: parts, isHalf: section.isHalf)
        }
    }

    private func part(_ block: ReportBlock, _ title: String?, in section: ReportDefinition.Section) -> ReportPage.Part {
        switch block {
        case .columns(let metric, let by): columns(metric, by, title)
        case .ranges(let metrics): panels(metrics, section, ranges)
        case .distributions(let metrics): panels(metrics, section, distribution)
        case .lines(let metrics): panels(metrics, section, lines)
        case .figures(let metrics): figures(metrics, title, isNarrow: section.isHalf)
        case .split(let metrics, let by, let most): split(metrics, by, most, title)
        case .bars(let metric, let by, let most): bars(metric, by, most, title)
        case .levels(let metrics): levels(metrics, title)
        case .incidents(let severity, let most): incidents(severity, most, title)
        case .controls: controls(title)
        case .records(let list): records(list, title)
        case .funnel: funnel(title)
        case .ages: ages(title)
        case .week: week(title)
        case .techniques: techniques(title)
        case .clocks: clocks(title)
        case .noisyRules(let most): noisyRules(most, title)
        case .recurring: recurring(title)
        case .restatements: restatements(title)
        case .benchmarks: benchmarks(title)
        case .leftOut: leftOut(title)
        case .imports: imports(title)
        case .definitions: definitions
        }
    }

    /// Why a section shows nothing: never imported, or nothing in the period.
    private func nothing(_ section: ReportDefinition.Section) -> String {
        let metrics = section.blocks.flatMap(\.kind.asks).map(\.metric).compactMap(data.now)
        let isUnknown = !metrics.isEmpty && metrics.allSatisfy { !$0.isMeasurable }
        return words(isUnknown ? "report.neverImported" : "report.nothing")
    }

    /// One small picture for each metric that has data somewhere; the others in one line, where no table of the section names them.
    private func panels(
        _ metrics: [String], _ section: ReportDefinition.Section, _ panel: (String) -> ReportPage.Chart?
    ) -> ReportPage.Part {
        let charts = metrics.map { ($0, panel($0)) }
        let told = section.blocks.flatMap { if case .figures(let metrics) = $0.kind { metrics } else { [String]() } }
        return ReportPage.Part(
            charts: charts.compactMap(\.1), lines: noData(charts.filter { $0.1 == nil && !told.contains($0.0) }.map(\.0)))
    }

    /// `No data: dwell time (not given by the source: compromised)`; empty for no metrics, and where a whole section has none.
    func noData(_ metrics: [String]) -> [String] {
        guard metrics.contains(where: { data.now($0)?.isMeasurable == true }) else { return [] }
        let texts = metrics.map { metric in
            let measurement = data.now(metric)
            if measurement?.isMeasurable != true { return "\(words.title(of: metric)) (\(words("report.notImported")))" }
            let why = measurement?.isTooFew == true ? words("report.tooFewShort") : measurement?.mostLeftOut.map(words.reason)
            return words.title(of: metric) + (why.map { " (\($0))" } ?? "")
        }
        return [words("report.noDataLine", ["figures": texts.joined(separator: words("report.semicolon"))])]
    }

    func chart(
        _ caption: String, _ svg: String, _ table: PageTable, value: [PageCell] = [], base: String = "", size: String = ""
    ) -> ReportPage.Chart {
        ReportPage.Chart(
            caption: caption, value: value, svg: svg, table: table, tableWord: words("report.table"), bases: base.asOptional,
            size: size)
    }

    func base(_ measurement: Measurement) -> String {
        words(
            "report.base",
            [
                "n": Figure.count(measurement.n), "leftOut": Figure.count(measurement.leftOutCount), "open": Figure.count(measurement.open),
            ])
    }

    /// How many rows are not shown; nothing for none.
    func more(_ count: Int) -> [String] { count > 0 ? [words("report.more", ["count": Figure.count(count)])] : [] }

    func caseName(_ record: Record) -> String { data.name(of: record) }
}
