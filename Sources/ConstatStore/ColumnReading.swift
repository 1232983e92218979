import ConstatModel

/// Reads records into the columns that metrics work on.
struct ColumnReading {
    private let rows: StoredRows
    private let verdicts: ParentVerdicts

    init(_ rows: StoredRows, verdicts: ParentVerdicts) { (self.rows, self.verdicts) = (rows, verdicts) }

    func columns(_ condition: StoredRows.Condition) throws -> RecordColumns {
        var columns = RecordColumns()
        var keys: [Int64] = []
        try rows.each(condition) { segment, live in
            func gather(_ column: Int) throws -> [Int64] {
                let values = try rows.table.integers(column, of: segment)
                return live.map { values[$0] }
            }
            func codes(_ column: Int) throws -> [Int8] {
                try gather(column).map { $0 == Batch.missing ? RecordColumns.none : try exactly($0) }
            }
            columns.severity += try codes(RecordColumn.severity)
            columns.status += try codes(RecordColumn.status)
            columns.verdict += try self.verdicts(try codes(RecordColumn.verdict), segment, live)
            columns.discovery += try codes(RecordColumn.discovery)
            columns.tenant += try gather(RecordColumn.tenant).map(exactly)
            columns.source += try gather(RecordColumn.source).map(exactly)
            columns.given += try gather(RecordColumn.given)
            columns.dayOnly += try gather(RecordColumn.precisions).map(Self.dayOnly)
            for milestone in Milestone.allCases { columns.instants[milestone.index] += try gather(RecordColumn.of(milestone)) }
            columns.ids += live.map { segment.id << 24 | Int64($0) }
            keys += try gather(BatchShape.key)
            columns.count += live.count
        }
        for code in Set(columns.tenant).union(columns.source) { columns.names[code] = try rows.terms.text(Int64(code)) }
        columns.sort(keys)
        return columns
    }

    /// An alert without a verdict of its own has that of its case.
    private func verdicts(_ own: [Int8], _ segment: SegmentTable.Info, _ live: [Int]) throws -> [Int8] {
        guard !verdicts.isEmpty, own.contains(RecordColumns.none) else { return own }
        let cases = try rows.table.texts(RecordColumn.caseID, of: segment)
        guard !cases.bytes.isEmpty else { return own }
        let kinds = try rows.table.integers(RecordColumn.kind, of: segment)
        let (sources, tenants) = try (
            rows.table.integers(RecordColumn.source, of: segment), rows.table.integers(RecordColumn.tenant, of: segment)
        )
        return try zip(own, live).map { own, row in
            guard own == RecordColumns.none, kinds[row] == Int64(RecordKind.alert.rawValue), let parent = cases.string(row) else {
                return own
            }
            let (source, tenant) = (try rows.terms.text(sources[row]), try rows.terms.text(tenants[row]))
            return try verdicts.code(source: source, tenant: tenant, native: parent).map(exactly) ?? own
        }
    }

    private static func dayOnly(_ precisions: Int64) -> Int64 {
        guard precisions != Batch.missing, precisions != 0 else { return 0 }
        var bits: Int64 = 0
        for milestone in Milestone.allCases where Batch.precision(of: milestone, in: precisions).isCoarse {
            bits |= 1 << Int64(milestone.index)
        }
        return bits
    }
}

/// A value in fewer bits; one that does not fit was never written so.
private func exactly<Narrow: FixedWidthInteger>(_ value: Int64) throws -> Narrow {
    guard let narrow = Narrow(exactly: value) else { throw StoreFault.damaged }
    return narrow
}

extension RecordColumns {
    /// Puts the rows in the order of `raised`, and of their keys where that is alike.
    mutating func sort(_ keys: [Int64]) {
        let raised = instants[Milestone.raised.index]
        let order = (0..<count).map { (raised[$0], keys[$0], $0) }.sorted { $0 < $1 }.map(\.2)
        func sorted<Value>(_ column: [Value]) -> [Value] { order.map { column[$0] } }
        instants = instants.map(sorted)
        (severity, status, verdict, discovery) = (sorted(severity), sorted(status), sorted(verdict), sorted(discovery))
        (tenant, source, given, dayOnly, ids) = (sorted(tenant), sorted(source), sorted(given), sorted(dayOnly), sorted(ids))
    }
}
