import ConstatModel
import GRDB

/// Reads the records that count, segment by segment.
struct StoredRows {
    let db: Database
    let table: SegmentTable
    let terms: TermTable

    init(_ db: Database) { (self.db, table, terms) = (db, SegmentTable(records: db), TermTable(db)) }

    /// What a row must be.
    struct Condition {
        var kind: RecordKind?
        var tenant: Int64?
        var window: Store.Window?
        var hidesMerged = false
        /// Older states too.
        var isAnyLife = false

        /// Whether a segment can hold such rows at all.
        func mayBeIn(_ segment: SegmentTable.Info) -> Bool {
            switch window {
            case .raised(let period): segment.last >= period.start.milliseconds && segment.first < period.end.milliseconds
            case .open(let instant): segment.first < instant.milliseconds
            case .alive(let period), .seen(let period): segment.first < period.end.milliseconds
            case .any, nil: true
            }
        }
    }

    /// A segment, its rows that count and meet the condition, in the order of their keys.
    func each(_ condition: Condition, _ visit: (SegmentTable.Info, [Int]) throws -> Void) throws {
        for segment in try table.all() where condition.mayBeIn(segment) {
            let rows = try self.rows(of: segment, condition)
            if !rows.isEmpty { try visit(segment, rows) }
        }
    }

    private func rows(of segment: SegmentTable.Info, _ condition: Condition) throws -> [Int] {
        // Most segments hold one kind, many one tenant: then no row needs to be looked at.
        let wanted = [(RecordColumn.kind, condition.kind.map { Int64($0.rawValue) }), (RecordColumn.tenant, condition.tenant)]
        var open: [(column: Int, value: Int64)] = []
        for case (let column, let value?) in wanted {
            guard let constant = try table.constant(column, of: segment) else {
                open.append((column, value))
                continue
            }
            if constant != value { return [] }
        }
        var rows: [Int] = []
        let life = try table.integers(BatchShape.life, of: segment)
        rows.reserveCapacity(segment.rows)
        for row in life.indices where condition.isAnyLife || RowLife.isCounted(life[row]) { rows.append(row) }
        for (column, value) in open { try keep(&rows, column, segment) { $0 == value } }
        if condition.hidesMerged { try keep(&rows, RecordColumn.status, segment) { $0 != Int64(Status.merged.rawValue) } }
        switch condition.window {
        case .raised(let period):
            let (start, end) = (period.start.milliseconds, period.end.milliseconds)
            try keep(&rows, RecordColumn.of(.raised), segment) { $0 >= start && $0 < end }
        case .open(let instant):
            try keep(&rows, segment, raisedBefore: instant.milliseconds, closedFrom: instant.milliseconds)
        case .alive(let period):
            try keep(&rows, segment, raisedBefore: period.end.milliseconds, closedFrom: period.start.milliseconds)
        case .seen(let period):
            let (start, end) = (period.start.milliseconds, period.end.milliseconds)
            let closed = try table.integers(RecordColumn.of(.lastClosed), of: segment)
            let raised = try table.integers(RecordColumn.of(.raised), of: segment)
            rows.removeAll { row in
                if raised[row] == Batch.missing || raised[row] >= end { return true }
                return raised[row] < start && closed[row] != Batch.missing && closed[row] < start
            }
        case .any, nil: break
        }
        return rows
    }

    private func keep(_ rows: inout [Int], _ segment: SegmentTable.Info, raisedBefore end: Int64, closedFrom start: Int64) throws {
        try keep(&rows, RecordColumn.of(.raised), segment) { $0 < end && $0 != Batch.missing }
        try keep(&rows, RecordColumn.of(.lastClosed), segment) { $0 == Batch.missing || $0 >= start }
    }

    private func keep(
        _ rows: inout [Int], _ column: Int, _ segment: SegmentTable.Info, _ isKept: (Int64) -> Bool
    ) throws {
        guard !rows.isEmpty else { return }
        let values = try table.integers(column, of: segment)
        rows.removeAll { !isKept(values[$0]) }
    }

    /// Whole records with where they came from, in no particular order.
    func records(_ condition: Condition) throws -> [StoredRecord] {
        let cases = try ParentCases(self)
        var found: [StoredRecord] = []
        try each(condition) { segment, rows in
            let batch = try table.batch(segment)
            for row in rows {
                found.append(try record(segment, batch, row, of: row, cases))
            }
        }
        return found
    }

    /// A whole record of a segment.
    ///
    /// - Parameters:
    ///   - row: in the batch.
    ///   - place: in the segment.
    func record(
        _ segment: SegmentTable.Info, _ batch: Batch, _ row: Int, of place: Int, _ cases: ParentCases
    ) throws -> StoredRecord {
        let record = try batch.record(row, term: terms.text)
        return StoredRecord(
            id: segment.id << 24 | Int64(place), record: record, receipt: Int(batch[BatchShape.receipt, row]),
            row: Int(batch[BatchShape.row, row]), given: Given(rawValue: batch.value(RecordColumn.given, row) ?? 0),
            effectiveVerdict: record.verdict ?? cases.verdict(of: record))
    }

    /// The titles of detection rules.
    func ruleNames() throws -> Set<String> {
        var names: Set<String> = []
        try each(Condition(kind: .rule)) { segment, live in
            let titles = try table.texts(RecordColumn.title, of: segment)
            for row in live { if let title = titles.string(row) { names.insert(title) } }
        }
        return names
    }

    /// The imports that first brought records of a tenant, and those that brought their states.
    func receipts(of tenant: String) throws -> Set<Int> {
        guard let code = try terms.find(tenant) else { return [] }
        var receipts: Set<Int> = []
        try each(Condition(tenant: code)) { segment, rows in
            for column in [RecordColumn.firstReceipt, BatchShape.receipt] {
                let values = try table.integers(column, of: segment)
                for row in rows { receipts.insert(Int(values[row])) }
            }
        }
        return receipts
    }
}
