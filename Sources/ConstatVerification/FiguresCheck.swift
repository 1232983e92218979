import ConstatDocuments
import ConstatImport
import ConstatMetrics
import ConstatModel

/// Compares every figure with what the records give, and the sample with a new draw.
struct FiguresCheck {
    private let recipe: PackRecipe
    private let words: Words
    private let records: RecordsCheck
    /// So many columns of the sample are ours; the rest is the auditor's.
    private static let drawn = 9

    init(_ recipe: PackRecipe, _ words: Words, _ records: RecordsCheck) {
        (self.recipe, self.words, self.records) = (recipe, words, records)
    }

    func report(_ book: WorkbookReading, _ result: inout PackVerification.Result) throws {
        let held = try book.rows(of: recipe.figures, from: recipe.figuresFirstRow)
        let measurements = computed(held)
        result.figures = measurements.count
        let trusted = held.count { $0.count > 25 && $0[25].text == words("pack.recompute.fewPeople") }
        if trusted > 0 {
            result.notes.append("\(trusted) figures are not shown, as the work of too few people: that is taken from the pack")
        }
        compare(try recipe.figureRows(measurements, records.period, words), held, recipe.figures, from: recipe.figuresFirstRow, &result)
        let sample = try book.rows(of: recipe.sample, from: recipe.sampleFirstRow)
        let drawn = recipe.sampleRows(records.draw.results, words).map { Array($0.prefix(Self.drawn)) }
        compare(drawn, sample, recipe.sample, from: recipe.sampleFirstRow, &result)
    }

    /// The measurements of the lines of the sheet, in their order, computed from the records.
    private func computed(_ held: [[StoredCell]]) -> [Measurement] {
        let byKey = Dictionary((records.measurements + uncovered).map { (Key($0), $0) }, uniquingKeysWith: { first, _ in first })
        // First those that look at records, then what is made of them.
        let single = recipe.lines.enumerated().compactMap { index, line -> Measurement? in
            guard let metric = MetricCatalogue.metric(line.metric), metric.parts.isEmpty else { return nil }
            let group = line.severity.map { [GroupKey(Dimension.severity.word, $0)] } ?? []
            return taken(byKey[Key(metric: metric.id, group: group)] ?? nothing(metric, group), index < held.count ? held[index] : [])
        }
        let (composition, known) = (Composition(single), Dictionary(single.map { (Key($0), $0) }, uniquingKeysWith: { first, _ in first }))
        return recipe.lines.enumerated().compactMap { index, line in
            guard let metric = MetricCatalogue.metric(line.metric) else { return nil }
            let group = line.severity.map { [GroupKey(Dimension.severity.word, $0)] } ?? []
            if metric.parts.isEmpty { return known[Key(metric: metric.id, group: group)] }
            let composed = composition.measurements(of: metric, in: records.period).first { $0.group == group }
            return taken(composed ?? nothing(metric, group), index < held.count ? held[index] : [])
        }
    }

    /// What the records cannot tell is taken from the sheet: whether imports reach so far, and whether too few people worked.
    private func taken(_ measurement: Measurement, _ row: [StoredCell]) -> Measurement {
        var measurement = measurement
        let note = row.count > 25 ? row[25].text : nil
        if note == words("pack.recompute.nothing") { measurement.isMeasurable = false }
        if note == words("pack.recompute.fewPeople") { measurement.people = 1 }
        return measurement
    }

    private func nothing(_ metric: Metric, _ group: [GroupKey]) -> Measurement {
        var measurement = records.evaluator.measure(metric, over: RecordColumns(), in: records.period)[0]
        measurement.group = group
        return measurement
    }

    private var uncovered: [Measurement] {
        MetricCatalogue.all.filter { metric in metric.isUncovered && recipe.lines.contains { $0.metric == metric.id } }.flatMap {
            CoverGaps(records.period, asOf: recipe.asOf).measurements(of: $0, records.cover, by: [])
        }
    }

    private struct Key: Hashable {
        let metric: String
        let group: [GroupKey]

        init(metric: String, group: [GroupKey]) { (self.metric, self.group) = (metric, group) }
        init(_ measurement: Measurement) { self.init(metric: measurement.metric, group: measurement.group) }
    }

    /// Names the first cells that are unlike; rows that nobody expected too.
    private func compare(
        _ expected: [[Cell]], _ held: [[StoredCell]], _ sheet: String, from first: Int, _ result: inout PackVerification.Result
    ) {
        var told = 0
        for (index, row) in expected.enumerated() {
            for (column, cell) in row.enumerated() where told < 10 {
                let stored = index < held.count && column < held[index].count ? held[index][column] : .blank
                if stored.print == cell.print { continue }
                told += 1
                let place = "\(sheet)!\(SheetPrint.letters(column))\(first + index)"
                result.differences.append("\(place): it holds \(stored.shown), the records give \(cell.shown)")
            }
        }
        for (index, row) in held.enumerated().dropFirst(expected.count) where row.contains(where: { $0 != .blank }) {
            result.differences.append("\(sheet)!A\(first + index): a row that nothing gives")
        }
    }
}

extension WorkbookReading {
    /// The rows of a sheet from one on; those that were left out are empty.
    func rows(of sheet: String, from first: Int) throws -> [[StoredCell]] {
        var rows: [[StoredCell]] = []
        try eachRow(of: sheet) { line, cells in
            guard line >= first else { return }
            while rows.count < line - first { rows.append([]) }
            rows.append(cells)
        }
        return rows
    }
}
