import ConstatControls
import ConstatMetrics
import ConstatModel

/// What the figures rest on, and what they speak to.
extension ReportBuilder {
    /// Those whose value changed; where the counts alone did, the pack tells.
    func restatements(_ title: String?) -> ReportPage.Part {
        let shown = data.facts.restatements.filter { $0.isOfValue && shownMetrics.contains($0.key.metric) }
        guard !shown.isEmpty else { return ReportPage.Part(lines: [words("report.restatementsNone")]) }
        let rows = shown.map { restatement in
            func figure(_ measurement: Measurement?) -> PageCell {
                PageCell(
                    measurement.map { "\(Figure.value($0, language)) (n \(Figure.count($0.n)))" } ?? Figure.nothing, style: "num")
            }
            return [
                PageCell(words.title(of: restatement.key.metric)), PageCell(restatement.freeze.period),
                PageCell(restatement.key.group.map { words.word("severity", $0.word) }.joined(separator: " ")), figure(restatement.old),
                figure(restatement.new), PageCell(words.causes(restatement.causes)),
            ]
        }
        return ReportPage.Part(tables: [
            PageTable(title ?? words("report.restatements"), words.list("report.restatementsHead"), numbers: [3, 4], rows)
        ])
    }

    /// The metrics whose figures the report shows.
    private var shownMetrics: Set<String> {
        let headline = data.definition.headline.flatMap { [$0.metric] + [$0.inTime].compactMap(\.self) }
        return Set(headline + data.definition.blocks.flatMap(\.asks).map(\.metric))
    }

    func leftOut(_ title: String?) -> ReportPage.Part {
        let measured = MetricCatalogue.all.map(\.id).filter(shownMetrics.contains).compactMap(data.now)
        let rows = measured.filter { !$0.leftOut.isEmpty }.map { measurement in
            let reasons = measurement.leftOut.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
                "\(words.reason($0.key)) \(Figure.count($0.value))"
            }
            return [
                PageCell(words.title(of: measurement.metric)), .figure(measurement, .leftOut, language), .figure(measurement, .n, language),
                PageCell(reasons.joined(separator: words("report.semicolon"))),
            ]
        }
        guard !rows.isEmpty else { return ReportPage.Part(lines: [words("report.exceptionsNone")]) }
        return ReportPage.Part(tables: [
            PageTable(title ?? words("report.exceptions"), words.list("report.exceptionsHead"), numbers: [1, 2], rows)
        ])
    }

    func imports(_ title: String?) -> ReportPage.Part {
        let rows = data.head.receipts.map { receipt in
            func count(_ number: Int) -> PageCell { receipt.isShared(with: data.head.tenant) ? .count(nil) : .count(number) }
            return [
                PageCell(receipt.file), PageCell(receipt.profile), count(receipt.counts.rows), count(receipt.counts.refused),
                count(receipt.remarkCount), PageCell(String(receipt.sha256.prefix(16)) + "…", style: "code"),
            ]
        }
        guard !rows.isEmpty else { return ReportPage.Part() }
        return ReportPage.Part(tables: [
            PageTable(title ?? words("report.imports"), words.list("report.importsHead"), numbers: [2, 3, 4], rows)
        ])
    }

    func controls(_ title: String?) -> ReportPage.Part {
        let rows = data.facts.evidence.map { entry in
            func count(_ status: ControlEvidence.Status) -> PageCell { .count(entry.controls.count { $0.status == status }) }
            return [
                PageCell(entry.framework.title[language]), count(.supports), count(.partlySupports), count(.noData), count(.doesNotShow),
                count(.notApplicable),
            ]
        }
        guard !rows.isEmpty else { return ReportPage.Part() }
        return ReportPage.Part(tables: [
            PageTable(title ?? words("report.controls"), words.list("report.controlsHead"), numbers: [1, 2, 3, 4, 5], rows)
        ])
    }

    /// Published figures beside ours of the same definition; ours is marked with its own base.
    func benchmarks(_ title: String?) -> ReportPage.Part {
        let rows = newest(data.facts.benchmarks.filter { $0.metric.map(shownMetrics.contains) ?? false }).map { benchmark in
            let value = language == .fr ? benchmark.value.replacing(/\ d\b/, with: " j") : benchmark.value
            return [
                PageCell(words.title(of: benchmark.metric ?? "")), .figure(benchmark.metric.flatMap(data.now), language),
                PageCell("\(value) (\(words("report.\(benchmark.statistic)")))", style: "nowrap"),
                PageCell("\(benchmark.title), \(benchmark.year) [\(benchmark.confidence)]"),
                PageCell("\(benchmark.population[language]) \(benchmark.caveat[language])"),
            ]
        }
        guard !rows.isEmpty else { return ReportPage.Part(lines: [words("report.benchmarksNone")]) }
        return ReportPage.Part(tables: [
            PageTable(title ?? words("report.benchmarks"), words.list("report.benchmarksHead"), numbers: [1], rows)
        ])
    }

    /// Of each publisher the newest figure for a metric.
    private func newest(_ benchmarks: [Benchmark]) -> [Benchmark] {
        func series(_ benchmark: Benchmark) -> String { "\(benchmark.metric ?? "") \(benchmark.title.prefix { $0 != "," })" }
        var seen: Set<String> = []
        return benchmarks.sorted { $0.year > $1.year }.filter { seen.insert(series($0)).inserted }
    }

    func records(_ list: RecordList, _ title: String?) -> ReportPage.Part {
        guard let found = data.facts.lists[list], !found.shown.isEmpty else { return ReportPage.Part() }
        let rows = found.shown.map { record in list.columns.map { cell($0, record, list.kind) } }
        let caption = title ?? words.word("kind", list.kind.word)
        let rest = found.count - found.shown.count
        let numbers = Set(
            list.columns.indices.filter { index in list.kind.values.first { $0.name == list.columns[index] }?.form == .number })
        return ReportPage.Part(
            tables: [PageTable(caption, list.columns.map { words.column($0) }, numbers: numbers, rows)],
            lines: more(rest))
    }

    private func cell(_ column: String, _ record: Record, _ kind: RecordKind) -> PageCell {
        switch column {
        case "title": return PageCell(record.title ?? record.facts["topic"] ?? record.facts["playbook"] ?? record.native)
        case "raised", "lastClosed":
            let stamp = record.milestones[column == "raised" ? .raised : .lastClosed]
            return PageCell(stamp.map { words.date(zone.civil(at: $0.instant)) } ?? Figure.nothing, style: "nowrap")
        case "status": return PageCell(record.status.map { words.word("status", $0.word) } ?? Figure.nothing)
        default: break
        }
        guard let text = record.facts[column], !text.isEmpty else { return PageCell(Figure.nothing) }
        return switch kind.values.first(where: { $0.name == column })?.form {
        case .word: PageCell(words.word("told", text))
        case .instant: due(text, mayBeLate: column == "due", record.instant(.lastClosed))
        case .number:
            Double(text).map { number in PageCell(Figure.number(number, language), style: "num", cell: .number(number)) } ?? PageCell(text)
        default: PageCell(text)
        }
    }

    /// A day; one that has passed stands out where something was due.
    private func due(_ text: String, mayBeLate: Bool, _ done: Instant?) -> PageCell {
        guard let instant = Stamp(told: text)?.instant else { return PageCell(text) }
        let hasPassed = mayBeLate && instant < (done ?? Evaluator.end(of: data.period, asOf: data.asOf))
        return PageCell(words.date(zone.civil(at: instant)), style: hasPassed ? "nowrap bad" : "nowrap", cell: .date(instant))
    }

    /// The definition of every figure shown, in the order of the catalogue.
    var definitions: ReportPage.Part {
        let shown = shownMetrics
        let definitions = MetricCatalogue.all.filter { shown.contains($0.id) }.map { metric in
            ReportPage.Definition(
                anchor: "def-\(metric.id)", title: metric.title[language], id: "\(metric.id) v\(metric.version)",
                text: metric.definition[language], source: metric.source[language])
        }
        return ReportPage.Part(glossary: definitions.isEmpty ? [] : [ReportPage.Glossary(definitions: definitions)])
    }
}
