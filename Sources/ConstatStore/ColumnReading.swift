import ConstatModel

/// Reads records into the columns that metrics work on.
struct ColumnReading {
    private let rows: StoredRows
    private let verdicts: ParentVerdicts

    init(_ rows: StoredRows, verdicts: ParentVerdicts) { (self.rows, self.verdicts) = (rows, verdicts) }

    /// All rows together, in the order of `raised`.
    func columns(_ condition: StoredRows.Condition) throws -> RecordColumns {
        var columns = RecordColumns()
        try each(condition, needs: Given(rawValue: -1)) { columns.append($0) }
        columns.sort()
        return columns
    }

    /// The rows segment by segment, with the columns that are needed: milestones, severity, status, verdict and discovery.
    func each(_ condition: StoredRows.Condition, needs: Given, _ visit: (RecordColumns) throws -> Void) throws {
        try rows.each(condition) { segment, live in
            func gather(_ column: Int) throws -> [Int64] {
                try rows.table.integers(column, of: segment, at: live) ?? Array(repeating: Batch.missing, count: live.count)
            }
            func codes(_ column: Int, _ field: Given) throws -> [Int8] {
                guard needs.contains(field), let values = try rows.table.integers(column, of: segment, at: live) else {
                    return Array(repeating: RecordColumns.none, count: live.count)
                }
                return try values.map { $0 == Batch.missing ? RecordColumns.none : try exactly($0) }
            }
            var columns = RecordColumns()
            columns.count = live.count
            columns.severity = try codes(RecordColumn.severity, .severity)
            columns.status = try codes(RecordColumn.status, .status)
            columns.verdict = try codes(RecordColumn.verdict, .verdict)
            if needs.contains(.verdict) { columns.verdict = try self.verdicts(columns.verdict, segment, live) }
            columns.discovery = try codes(RecordColumn.discovery, .discovery)
            columns.tenant = try gather(RecordColumn.tenant).map(exactly)
            columns.source = try gather(RecordColumn.source).map(exactly)
            columns.given = try gather(RecordColumn.given)
            columns.dayOnly =
                try rows.table.integers(RecordColumn.precisions, of: segment, at: live)?.map(Self.dayOnly)
                ?? Array(repeating: 0, count: live.count)
            for milestone in Milestone.allCases where needs.contains(Given(milestone)) {
                columns.instants[milestone.index] = try rows.table.integers(RecordColumn.of(milestone), of: segment, at: live) ?? []
            }
            columns.ids = live.map { segment.id << 24 | Int64($0) }
            for code in Set(columns.tenant).union(columns.source) { columns.names[code] = try rows.terms.text(Int64(code)) }
            try visit(columns)
        }
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
    /// Adds the rows of other columns.
    fileprivate mutating func append(_ other: RecordColumns) {
        for index in instants.indices where !instants[index].isEmpty || !other.instants[index].isEmpty {
            instants[index] += Array(repeating: Self.missing, count: count - instants[index].count)
            instants[index] +=
                other.instants[index].isEmpty ? Array(repeating: Self.missing, count: other.count) : other.instants[index]
        }
        (severity, status, verdict) = (severity + other.severity, status + other.status, verdict + other.verdict)
        (discovery, tenant, source) = (discovery + other.discovery, tenant + other.tenant, source + other.source)
        (given, dayOnly, ids) = (given + other.given, dayOnly + other.dayOnly, ids + other.ids)
        names.merge(other.names) { mine, _ in mine }
        count += other.count
    }

    /// Puts the rows in the order of `raised`, and of the store where that is alike.
    fileprivate mutating func sort() {
        let raised = instants[Milestone.raised.index]
        let order = (0..<count).map { (raised.isEmpty ? 0 : raised[$0], ids[$0], $0) }.sorted { $0 < $1 }.map(\.2)
        func sorted<Value>(_ column: [Value]) -> [Value] { column.isEmpty ? [] : order.map { column[$0] } }
        instants = instants.map(sorted)
        (severity, status, verdict, discovery) = (sorted(severity), sorted(status), sorted(verdict), sorted(discovery))
        (tenant, source, given, dayOnly, ids) = (sorted(tenant), sorted(source), sorted(given), sorted(dayOnly), sorted(ids))
    }
}
