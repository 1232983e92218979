import ConstatDocuments
import ConstatMetrics
import ConstatModel
import ConstatNotification
import ConstatStore

/// The records of a pack, table by table: those raised in the period, and those that a figure looks at.
struct PackRecords {
    /// How many are read together: enough to be fast, few enough to be held.
    private static let part = 16_384

    let store: Store
    let measuring: Measuring
    let period: Period
    let language: Language
    /// The short names of frameworks, by their ids.
    let names: [String: Localized]
    /// The clocks of cases that must be told.
    let clocks: [Notifying.Running]

    func rows(of table: PackTable) throws -> PackRows {
        if table.kinds == [.duty] { return duties(table) }
        // What others say is alike for all kinds of a table.
        let links = try measuring.links(table.needs.places, in: period)
        let readings = try table.kinds.map { try reading($0, table, links) }
        var rest = readings[...]
        return PackRows(count: readings.reduce(0) { $0 + $1.count }) {
            while let reading = rest.first {
                if let read = try reading.next(Self.part) { return part(table, links, read) }
                rest.removeFirst()
            }
            return nil
        }
    }

    private func reading(_ kind: RecordKind, _ table: PackTable, _ links: Links) throws -> PopulationReading {
        try PopulationReading(
            store, kind, tenant: measuring.tenant, kind.isMain ? .seen(in: period) : .any, needs: table.needs.withLinks
        ) { columns in
            var columns = columns
            links.complete(&columns, table.needs.places)
            return isWanted(columns, kind, outcomes(table, columns))
        }
    }

    private func part(
        _ table: PackTable, _ links: Links, _ read: (columns: RecordColumns, records: [StoredRecord])
    ) -> PackPart {
        var columns = read.columns
        links.complete(&columns, table.needs.places)
        let rows = read.records.map {
            PackPart.Row(record: $0.record, countedVerdict: $0.effectiveVerdict, receipt: $0.receipt, row: $0.row)
        }
        return PackPart(columns: columns, rows: rows, outcomes: outcomes(table, columns))
    }

    private func outcomes(_ table: PackTable, _ columns: RecordColumns) -> [[RecordOutcome]] {
        measuring.evaluator.outcomes(table.metrics, of: columns, in: period)
    }

    private func isWanted(_ columns: RecordColumns, _ kind: RecordKind, _ outcomes: [[RecordOutcome]]) -> [Bool] {
        var wanted = [Bool](repeating: false, count: columns.count)
        let raised = columns[.raised]
        if kind.isMain, !raised.isEmpty {
            for row in wanted.indices { wanted[row] = period.contains(Instant(milliseconds: raised[row])) }
        }
        // Cover is measured by what lies between its rows.
        if kind == .cover { return wanted.map { _ in true } }
        for outcomes in outcomes { for row in wanted.indices where outcomes[row] != .outside { wanted[row] = true } }
        return wanted
    }

    /// The stages that cases must be told by, whose trigger lies before the period's end.
    private func duties(_ table: PackTable) -> PackRows {
        let clocks = clocks.filter { $0.clock.deadline.anchor.instant < period.end }
        let columns = RecordColumns(duties: clocks)
        let rows = clocks.map { row($0.record, $0.clock) }
        var part: PackPart? = rows.isEmpty ? nil : PackPart(columns: columns, rows: rows, outcomes: outcomes(table, columns))
        return PackRows(count: rows.count) {
            defer { part = nil }
            return part
        }
    }

    private func row(_ record: Record, _ clock: Clock) -> PackPart.Row {
        var duty = Record(kind: .duty, source: record.source, tenant: record.tenant, native: record.number ?? record.native)
        duty.severity = record.severity
        duty.status = clock.submitted == nil ? .new : .closed
        duty.title = "\(names[clock.regime.id]?[language] ?? clock.regime.id) · \(clock.stage.title[language])"
        var notes = ["article": clock.stage.article[language]]
        notes["reference"] = clock.submitted?.reference
        notes["delayReason"] = clock.submitted?.delayReasons
        return PackPart.Row(record: duty, countedVerdict: nil, receipt: nil, row: nil, notes: notes)
    }
}
