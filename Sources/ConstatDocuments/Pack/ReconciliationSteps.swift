import ConstatModel

/// The rows of the reconciliation sheet: what the formulas make of the sheets IPE and Population, beside what the store counts.
///
/// Rows count from 4: note, blank line and header come first.
struct ReconciliationSteps {
    let data: PackData
    let words: Words
    let population: [String]
    let ipe: String

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

    private func each(_ count: (RecordKind) -> Int) -> Counts { Counts(alerts: count(.alert), cases: count(.case)) }

    /// Of the imports made for this tenant alone.
    private func sum(_ count: (ImportCounts) -> Int) -> Counts {
        each { kind in
            data.receipts.filter { $0.kind == kind && !$0.isShared(with: data.tenant) }.reduce(0) { $0 + count($1.counts) }
        }
    }

    var rows: [[Cell]] {
        let (read, refused, stored) = (sum(\.rows), sum(\.refused), sum(\.stored))
        let repeated = sum { $0.updated + $0.unchanged + $0.repeated + $0.superseded + $0.history }
        let brought = Counts(
            alerts: read.alerts - refused.alerts - repeated.alerts, cases: read.cases - refused.cases - repeated.cases)
        let inPeriod = each { data.count($0) }
        let merged = each { data.count($0, merged: true) }
        let rest = each { data.count($0, merged: false) }
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
            line(11, "inPeriod", expected, .formula({ counting($1, merged: nil) }, inPeriod)),
            line(12, "merged", merged, .formula({ counting($1, merged: 1) }, merged)),
            line(13, "population", rest, .formula({ column, _ in "\(column)11-\(column)12" }, rest)),
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
        let word = words("kind.\(kind.word)")
        return columns.map { "SUMIFS(\(range(ipe, $0)),\(range(ipe, "D")),\"\(word)\")" }.joined(separator: "+")
    }

    /// Counts rows of the population sheets of one kind, and when asked of one mark of merging.
    private func counting(_ kind: RecordKind, merged: Int?) -> String {
        let word = words("kind.\(kind.word)")
        return population.map { sheet in
            let extra = merged.map { ",\(range(sheet, "O")),\($0)" } ?? ""
            return "COUNTIFS(\(range(sheet, "A")),\"\(word)\"\(extra))"
        }.joined(separator: "+")
    }

    private func range(_ sheet: String, _ column: String) -> String { "'\(sheet)'!$\(column)$4:$\(column)$1048576" }
}
