import ConstatMetrics
import ConstatModel

extension PackSheets {
    /// The population, on as many sheets as it needs.
    var population: [Sheet] {
        let head = columns("population", [8, 11, 30, 12, 14, 50, 12, 12, 18, 18, 7, 18, 20, 12, 9, 8, 8])
        let instants = Milestone.allCases.map { Column(title: "\(words("milestone.\($0.rawValue)")) (UTC)", width: 20) }
        let local = Column(title: "\(words("milestone.raised")) (\(data.period.zone.name))", width: 20)
        let count = max(1, (data.rows.count + Self.rowsPerSheet - 1) / Self.rowsPerSheet)
        return (0..<count).map { index in
            let part = data.rows.dropFirst(index * Self.rowsPerSheet).prefix(Self.rowsPerSheet)
            return Sheet(
                name: populationName(index), note: words("pack.populationNote"), columns: head + [local] + instants,
                rows: part.map(populationRow))
        }
    }

    private func populationName(_ index: Int) -> String { index == 0 ? name("population") : "\(name("population")) \(index + 1)" }

    private func populationRow(_ row: PackData.Row) -> [Cell] {
        let record = row.record
        let raised = record.milestones[.raised]
        let local = raised.map { Cell.date($0.instant.advanced(by: data.period.zone.offset(at: $0.instant))) } ?? .blank
        return [
            .text(words("kind.\(record.kind.word)")), .text(record.source), .text(record.native), .optional(record.number),
            .text(record.tenant), .optional(record.title), .optional(record.severity.map { words.word("severity", $0.word) }),
            .optional(record.status.map { words.word("status", $0.word) }),
            .optional(record.verdict.map { words.word("verdict", $0.word) }),
            .optional(row.effectiveVerdict.map { words.word("verdict", $0.word) }), record.tier.map(Cell.count) ?? .blank,
            .optional(record.rule), .optional(record.techniques.isEmpty ? nil : record.techniques.joined(separator: " ")),
            .optional(record.discovery.map { words.word("answer", $0.word) }), .count(record.status == .merged ? 1 : 0),
            .count(row.receipt), .count(row.row), local,
        ] + Milestone.allCases.map { instantCell(record.milestones[$0]) }
    }

    private func instantCell(_ stamp: Stamp?) -> Cell {
        guard let stamp else { return .blank }
        return stamp.precision == .day ? .day(data.period.zone.civil(at: stamp.instant)) : .date(stamp.instant)
    }

    /// From the rows of the files to the population: each step a formula beside the value we computed.
    var reconciliation: Sheet {
        let steps = ReconciliationSteps(data: data, words: words, population: population.map(\.name))
        return Sheet(
            name: name("reconciliation"), note: words("pack.reconciliationNote"),
            columns: columns("reconciliation", [70, 14, 14, 18, 18, 12], wrapped: [0]), rows: steps.rows)
    }

    var exceptions: Sheet {
        let rows = data.exceptions.map { exception -> [Cell] in
            [
                .text(exception.metric), .text(words("kind.\(exception.kind.word)")), .text(exception.source),
                exception.record.map { .text($0.native) } ?? .text("(\(words("pack.all")))"), .optional(exception.record?.tenant),
                .optional(exception.record?.severity.map { words.word("severity", $0.word) }), .text(words.reason(exception.reason)),
                .count(exception.count),
            ]
        }
        return Sheet(
            name: name("exceptions"), note: words("pack.exceptionsNote"),
            columns: columns("exceptions", [28, 9, 12, 34, 14, 12, 44, 12]), rows: rows)
    }
}

/// The rows of the reconciliation sheet. Rows of sheet and formulas count from 4: note, blank, header come first.
struct ReconciliationSteps {
    let data: PackData
    let words: Words
    let population: [String]

    private struct Counts {
        var alerts: Int
        var cases: Int
    }

    private func sum(_ count: (ImportCounts) -> Int) -> Counts {
        func sum(_ kind: RecordKind) -> Int { data.receipts.filter { $0.kind == kind }.reduce(0) { $0 + count($1.counts) } }
        return Counts(alerts: sum(.alert), cases: sum(.case))
    }

    private func each(_ count: (RecordKind) -> Int) -> Counts { Counts(alerts: count(.alert), cases: count(.case)) }

    /// Counts rows of the population sheets of one kind, and when asked of one mark of merging.
    private func counting(_ kind: RecordKind, merged: Int?) -> String {
        let word = words("kind.\(kind.word)")
        return population.map { sheet in
            let column = { (letter: String) in "'\(sheet)'!$\(letter)$4:$\(letter)$1048576" }
            let extra = merged.map { ",\(column("O")),\($0)" } ?? ""
            return "COUNTIFS(\(column("A")),\"\(word)\"\(extra))"
        }.joined(separator: "+")
    }

    var rows: [[Cell]] {
        let read = sum(\.rows)
        let refused = sum(\.refused)
        let repeated = sum { $0.unchanged + $0.updated + $0.superseded }
        let stored = sum(\.stored)
        let inPeriod = each { data.count($0) }
        let merged = each { data.count($0, merged: true) }
        let outside = Counts(alerts: stored.alerts - inPeriod.alerts, cases: stored.cases - inPeriod.cases)
        let rest = each { data.count($0, merged: false) }
        func given(_ key: String, _ counts: Counts, at row: Int) -> [Cell] {
            line(key, .count(counts.alerts), .count(counts.cases), counts, row)
        }
        func computed(_ key: String, _ formula: (String, RecordKind) -> String, _ counts: Counts, at row: Int) -> [Cell] {
            line(
                key, .formula("=" + formula("B", .alert), cached: Double(counts.alerts)),
                .formula("=" + formula("C", .case), cached: Double(counts.cases)), counts, row)
        }
        return [
            given("rowsRead", read, at: 4), given("refusedRows", refused, at: 5), given("repeatedRows", repeated, at: 6),
            computed("recordsStored", { column, _ in "\(column)4-\(column)5-\(column)6" }, stored, at: 7),
            computed("outOfScope", { column, _ in "\(column)7-\(column)9" }, outside, at: 8),
            computed("inPeriod", { _, kind in counting(kind, merged: nil) }, inPeriod, at: 9),
            computed("merged", { _, kind in counting(kind, merged: 1) }, merged, at: 10),
            computed("population", { column, _ in "\(column)9-\(column)10" }, rest, at: 11),
        ]
    }

    private func line(_ key: String, _ alerts: Cell, _ cases: Cell, _ counts: Counts, _ row: Int) -> [Cell] {
        [
            .text(words("pack.\(key)")), alerts, cases, .count(counts.alerts), .count(counts.cases),
            .formula("=(B\(row)-D\(row))+(C\(row)-E\(row))", cached: 0),
        ]
    }
}
