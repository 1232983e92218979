import ConstatMetrics
import ConstatModel

extension PackSheets {
    /// The population, on as many sheets as it needs.
    var population: [Sheet] {
        let head = columns("population", [8, 11, 30, 12, 14, 50, 12, 12, 18, 18, 7, 18, 20, 12, 9, 8, 8])
        let instants = Milestone.allCases.map { Column(title: "\(words("milestone.\($0.rawValue)")) (UTC)", width: 20) }
        let local = Column(title: "\(words("milestone.raised")) (\(data.period.zone.name))", width: 20)
        return populationNames.enumerated().map { index, name in
            let part = data.rows.dropFirst(index * Self.rowsPerSheet).prefix(Self.rowsPerSheet)
            return Sheet(
                name: name, note: words("pack.populationNote"), columns: head + [local] + instants,
                rows: part.map(populationRow))
        }
    }

    /// `Population`, `Population 2`, …
    private var populationNames: [String] {
        let count = max(1, (data.rows.count + Self.rowsPerSheet - 1) / Self.rowsPerSheet)
        return (1...count).map { $0 == 1 ? name("population") : "\(name("population")) \($0)" }
    }

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
        ] + Milestone.allCases.map { instantCell(record.milestones[$0], row) }
    }

    /// A day is that of the zone its import was read in.
    private func instantCell(_ stamp: Stamp?, _ row: PackData.Row) -> Cell {
        guard let stamp else { return .blank }
        guard stamp.precision.isCoarse else { return .date(stamp.instant) }
        return .day((zones[row.receipt] ?? data.period.zone).civil(at: stamp.instant).startOfDay)
    }

    /// From the rows of the files to the population: each step a formula beside the value we computed.
    var reconciliation: Sheet {
        let steps = ReconciliationSteps(data: data, words: words, population: populationNames, ipe: name("ipe"))
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
