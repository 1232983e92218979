import ConstatDocuments
import ConstatImport
import ConstatMetrics
import ConstatModel

/// Reads the sheets of records back, computes what each record means to each figure, and measures.
struct RecordsCheck {
    /// As many rows are measured together.
    private static let part = 32_768
    /// More differences than these are not told one by one.
    private static let most = 20

    private let recipe: PackRecipe
    private let words: Words
    private let vocabulary: Vocabulary
    let period: Period
    let evaluator: Evaluator
    /// Every metric of the pack that looks at records by itself.
    private let metrics: [Metric]
    private var evaluations: [RecordKind: (whole: Evaluation, bySeverity: Evaluation, metrics: [Metric])] = [:]
    private(set) var cover: [Record] = []
    private(set) var draw: SampleDraw
    private(set) var differences: [String] = []
    private(set) var records = 0
    /// What the sheets of records hold.
    private(set) var prints: [SheetPrint] = []
    /// By the words of the kinds: raised in the period and not merged, merged, raised in other periods.
    private(set) var population: [String: Int] = [:]
    private(set) var merged: [String: Int] = [:]
    private(set) var others: [String: Int] = [:]

    init(_ recipe: PackRecipe, _ words: Words) throws(PackRecipe.Unknown) {
        guard let zone = Zone(recipe.zone), let period = Period(recipe.period, zone: zone) else {
            throw PackRecipe.Unknown(word: "\(recipe.period) \(recipe.zone)")
        }
        (self.recipe, self.words, self.period) = (recipe, words, period)
        vocabulary = Vocabulary(words)
        evaluator = Evaluator(targets: recipe.settings.targets, calendars: recipe.settings.calendars, asOf: recipe.asOf)
        draw = SampleDraw(recipe.sampling)
        let ids = Set(recipe.lines.map(\.metric))
        metrics = MetricCatalogue.all.filter { ids.contains($0.id) && $0.parts.isEmpty && !$0.isUncovered }
        for (kind, metrics) in Dictionary(grouping: metrics, by: \.kind) {
            evaluations[kind] = (
                evaluator.evaluation(metrics, in: period, links: Links(words: nil)),
                evaluator.evaluation(metrics, in: period, by: [.severity], links: Links(words: nil)), metrics
            )
        }
    }

    /// What the figures are, computed from the rows.
    var measurements: [Measurement] {
        evaluations.values.flatMap { evaluation in
            let isSplit = Dimension.severity.applies(to: evaluation.metrics[0].kind)
            return evaluation.whole.measurements() + (isSplit ? evaluation.bySeverity.measurements() : [])
        }
    }

    mutating func read(_ book: WorkbookReading) throws {
        for recipe in recipe.tables {
            let table = try PackTable(recipe)
            let cells = PackCells(table, words, period, zones: [:])
            var position = 0
            for (sheet, rows) in zip(recipe.sheets, recipe.rows) {
                var builder = RowBuilder(table, recipe, vocabulary, zones: self.recipe.zones, period: period)
                var found = 0
                var print = SheetPrint(name: sheet)
                try book.eachRow(of: sheet) { line, row in
                    print.add(row, line)
                    guard line >= recipe.firstRow else { return }
                    found += 1
                    position += 1
                    if let problem = builder.add(row, line) {
                        note("\(sheet)!\(problem)")
                    } else {
                        count(builder.record, builder.isInPeriod, position, sheet, line)
                    }
                    if builder.count == Self.part { flush(&builder, cells, table, sheet) }
                }
                flush(&builder, cells, table, sheet)
                prints.append(print)
                if found != rows { note("\(sheet): \(found) rows, not \(rows)") }
            }
        }
    }

    private mutating func note(_ difference: String) { if differences.count < Self.most { differences.append(difference) } }

    private mutating func count(_ record: Record, _ isInPeriod: Bool, _ position: Int, _ sheet: String, _ line: Int) {
        records += 1
        if let tenant = recipe.tenant, record.tenant != tenant { note("\(sheet): row \(line) is another tenant's") }
        if record.kind == .cover { cover.append(record) }
        guard record.kind.isMain else { return }
        let word = record.kind.word
        if !isInPeriod { others[word, default: 0] += 1 }
        if isInPeriod, record.status == .merged { merged[word, default: 0] += 1 }
        guard isInPeriod, record.status != .merged else { return }
        population[word, default: 0] += 1
        draw.add(record, position: position)
    }

    /// Measures the rows that were read, and compares what each means to each figure with its cell.
    private mutating func flush(_ builder: inout RowBuilder, _ cells: PackCells, _ table: PackTable, _ sheet: String) {
        for (kind, batch) in builder.take() {
            guard let evaluation = evaluations[kind] else { continue }
            evaluation.whole.add(batch.columns)
            evaluation.bySeverity.add(batch.columns)
            let outcomes = evaluator.outcomes(table.metrics, of: batch.columns, in: period)
            let part = PackPart(columns: batch.columns, rows: [], outcomes: outcomes)
            for (row, line) in batch.lines.enumerated() {
                for (position, expected) in cells.figures(part, row, line: line) {
                    let held = position < batch.cells[row].count ? batch.cells[row][position] : .blank
                    if held.print != expected.print {
                        let place = "\(sheet)!\(SheetPrint.letters(position))\(line)"
                        note("\(place): it holds \(held.shown), the record gives \(expected.shown)")
                    }
                }
            }
        }
    }

    func report(_ manifest: PackManifest, _ result: inout PackVerification.Result) {
        result.records = records
        result.differences += differences
        for kind in Set(manifest.population.keys).union(population.keys).sorted() {
            let (said, held) = (manifest.population[kind] ?? 0, population[kind] ?? 0)
            if said != held { result.differences.append("manifest.json: \(said) records of kind \(kind), the sheets hold \(held)") }
        }
    }
}
