import ConstatModel

/// The sheet of reconciliation: what formulas make of the sheets IPE and Population, beside what the store counts; below it, the
/// ids and instants of each source.
struct ReconciliationSheet {
    let data: PackData
    let words: Words
    let tally: PackTally
    /// Alerts and cases.
    let population: FigureRanges.Placed
    /// The sheet IPE, and where its rows begin.
    let ipe: (name: String, firstRow: Int)

    private struct Counts {
        let alerts: Int
        let cases: Int
    }

    private enum Step {
        /// A number of the store.
        case number
        /// A formula for a column and a kind.
        case formula((String, RecordKind) -> String, Counts)
    }

    var sheet: Sheet {
        let sheets = PackSheets(data: data, words: words)
        var sheet = Sheet(
            name: sheets.name("reconciliation"), note: words("pack.reconciliationNote"),
            columns: sheets.columns("reconciliation", [70, 16, 20, 20, 22, 20, 18, 18, 18], wrapped: [0]))
        sheet.rows = steps + sequences
        let names = words.list("pack.reconciliationHead")
        sheet.charts = [
            Sheet.Chart(
                title: words("pack.reconciliationChart"), unit: words("pack.rows"), rows: 0..<11, names: 0,
                series: [(names[1], 1), (names[2], 2)], place: (sheet.firstRow + sheet.rows.count + 2, 0))
        ]
        return sheet
    }

    private func each(_ count: (RecordKind) -> Int) -> Counts { Counts(alerts: count(.alert), cases: count(.case)) }

    /// Of the imports made for this tenant alone.
    private func sum(_ count: (ImportCounts) -> Int) -> Counts {
        each { kind in
            data.receipts.filter { $0.kind == kind && !$0.isShared(with: data.tenant) }.reduce(0) { $0 + count($1.counts) }
        }
    }

    private var steps: [[Cell]] {
        let (read, refused, stored) = (sum(\.rows), sum(\.refused), sum(\.stored))
        let repeated = sum { $0.updated + $0.unchanged + $0.repeated + $0.superseded + $0.history }
        let brought = Counts(
            alerts: read.alerts - refused.alerts - repeated.alerts, cases: read.cases - refused.cases - repeated.cases)
        let inPeriod = each { tally.rows[$0]?.inPeriod ?? 0 }
        let merged = each { tally.rows[$0]?.merged ?? 0 }
        let rest = each { (tally.rows[$0]?.inPeriod ?? 0) - (tally.rows[$0]?.merged ?? 0) }
        let others = each { tally.rows[$0]?.others ?? 0 }
        let outside = each { data.counts.outsidePeriod[$0] ?? 0 }
        let records = each { data.counts.records[$0] ?? 0 }
        let fromShared = each { data.counts.fromShared[$0] ?? 0 }
        let together = Counts(alerts: brought.alerts + fromShared.alerts, cases: brought.cases + fromShared.cases)
        let expected = each { (data.counts.records[$0] ?? 0) - (data.counts.outsidePeriod[$0] ?? 0) }
        return [
            line(4, "rowsRead", read, .formula({ ofIPE(["K"], $1) }, read)),
            line(5, "refusedRows", refused, .formula({ ofIPE(["R"], $1) }, refused)),
            line(6, "repeatedRows", repeated, .formula({ ofIPE(["M", "N", "O", "P", "Q"], $1) }, repeated)),
            line(7, "recordsStored", stored, .formula({ column, _ in "\(column)4-\(column)5-\(column)6" }, brought)),
            line(8, "fromShared", fromShared, .number),
            line(9, "records", records, .formula({ column, _ in "\(column)7+\(column)8" }, together)),
            line(10, "otherPeriods", outside, .number),
            line(11, "inPeriod", expected, .formula({ counting($1, [(.inPeriod, 1)]) }, inPeriod)),
            line(12, "merged", merged, .formula({ counting($1, [(.inPeriod, 1), (.merged, 1)]) }, merged)),
            line(13, "population", rest, .formula({ column, _ in "\(column)11-\(column)12" }, rest)),
            line(14, "lookedAt", others, .formula({ counting($1, [(.inPeriod, 0)]) }, others)),
        ]
    }

    private func line(_ row: Int, _ key: String, _ counted: Counts, _ step: Step) -> [Cell] {
        var cells: [Cell] = [.text(words("pack.\(key)"))]
        var difference = 0
        switch step {
        case .number: cells += [.count(counted.alerts), .count(counted.cases)]
        case .formula(let formula, let cached):
            cells += [
                .formula("=" + formula("B", .alert), cached: Double(cached.alerts)),
                .formula("=" + formula("C", .case), cached: Double(cached.cases)),
            ]
            difference = abs(cached.alerts - counted.alerts) + abs(cached.cases - counted.cases)
        }
        cells += [.count(counted.alerts), .count(counted.cases)]
        return cells + [.formula("=ABS(B\(row)-D\(row))+ABS(C\(row)-E\(row))", cached: Double(difference))]
    }

    /// The sum of columns of the sheet IPE over the imports of a kind.
    private func ofIPE(_ columns: [String], _ kind: RecordKind) -> String {
        let last = ipe.firstRow + max(data.receipts.count, 1) - 1
        func range(_ column: String) -> String { "'\(ipe.name)'!$\(column)$\(ipe.firstRow):$\(column)$\(last)" }
        return columns.map { "SUMIFS(\(range($0)),\(range("D")),\"\(words("kind.\(kind.word)"))\")" }.joined(separator: "+")
    }

    /// Counts rows of the population sheets of one kind and some marks.
    private func counting(_ kind: RecordKind, _ marks: [(PackColumn, Int)]) -> String {
        population.sheets.indices.map { sheet in
            let extra = marks.map { ",\(population.range($0.0, sheet)),\($0.1)" }.joined()
            return "COUNTIFS(\(population.range(.kind, sheet)),\"\(words("kind.\(kind.word)"))\"\(extra))"
        }.joined(separator: "+")
    }

    /// What ids and instants tell of rows that may be missing, source by source.
    private var sequences: [[Cell]] {
        let rows = RecordKind.main.flatMap { kind in
            (tally.sequences[kind] ?? [:]).sorted { $0.key < $1.key }.map { source, found -> [Cell] in
                [
                    .text("\(words("kind.\(kind.word)")) · \(source)"), .count(found.rows), found.first.map(Cell.date) ?? .blank,
                    found.last.map(Cell.date) ?? .blank, found.gap > 0 ? .hours(Double(found.gap)) : .blank,
                    found.gapFrom.map(Cell.date) ?? .blank, found.numbers.map { .count($0.low) } ?? .blank,
                    found.numbers.map { .count($0.high) } ?? .blank, found.missing.map(Cell.count) ?? .blank,
                ]
            }
        }
        return rows.isEmpty ? [] : [[], words.list("pack.sequenceHead").map(Cell.heading)] + rows
    }
}
