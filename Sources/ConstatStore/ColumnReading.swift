import ConstatModel

/// Reads records into the columns that metrics work on.
struct ColumnReading {
    private let rows: StoredRows
    private let cases: ParentCases
    private let told = ToldColumns()

    init(_ rows: StoredRows, cases: ParentCases) { (self.rows, self.cases) = (rows, cases) }

    /// All rows together, in the order of `raised`.
    func columns(_ condition: StoredRows.Condition) throws -> RecordColumns {
        var columns = RecordColumns()
        columns.kind = condition.kind
        try each(condition, needs: .all) { columns.append($0) }
        columns.sort()
        return columns
    }

    /// The rows segment by segment, with the columns that are needed.
    func each(_ condition: StoredRows.Condition, needs: RecordNeeds, _ visit: (RecordColumns) throws -> Void) throws {
        try rows.each(condition) { segment, live in try visit(columns(condition.kind, segment, live, needs)) }
    }

    /// Some rows of a segment, with the columns that are needed.
    func columns(_ kind: RecordKind?, _ segment: SegmentTable.Info, _ live: [Int], _ needs: RecordNeeds) throws -> RecordColumns {
        func gather(_ column: Int) throws -> [Int64] {
            try rows.table.integers(column, of: segment, at: live) ?? Array(repeating: Batch.missing, count: live.count)
        }
        func codes(_ column: Int, _ field: Given) throws -> [Int8] {
            guard needs.given.contains(field), let values = try rows.table.integers(column, of: segment, at: live) else {
                return Array(repeating: RecordColumns.none, count: live.count)
            }
            return try values.map { $0 == Batch.missing ? RecordColumns.none : try exactly($0) }
        }
        var columns = RecordColumns()
        (columns.kind, columns.count) = (kind, live.count)
        columns.severity = try codes(RecordColumn.severity, .severity)
        columns.status = try codes(RecordColumn.status, .status)
        columns.verdict = try codes(RecordColumn.verdict, .verdict)
        if needs.given.contains(.verdict) { columns.verdict = try self.verdicts(columns.verdict, segment, live) }
        columns.discovery = try codes(RecordColumn.discovery, .discovery)
        columns.tenant = try gather(RecordColumn.tenant).map(exactly)
        columns.source = try gather(RecordColumn.source).map(exactly)
        columns.given = try gather(RecordColumn.given)
        columns.dayOnly =
            try rows.table.integers(RecordColumn.precisions, of: segment, at: live)?.map(Self.dayOnly)
            ?? Array(repeating: 0, count: live.count)
        for milestone in Milestone.allCases where needs.given.contains(Given(milestone)) {
            columns[Place(milestone)] = try rows.table.integers(RecordColumn.of(milestone), of: segment, at: live) ?? []
        }
        for (place, column) in Self.columns where needs.places.contains(place) {
            columns[place] = try rows.table.integers(column, of: segment, at: live) ?? []
        }
        columns.ids = live.map { segment.id << 24 | Int64($0) }
        for code in columns.tenant.distinct().union(columns.source.distinct()) {
            columns.names[code] = try rows.terms.text(Int64(code))
        }
        try name(&columns)
        if needs.places.contains(.caseKey) { columns[.caseKey] = try caseKeys(segment, live, columns) }
        if needs.pauses { columns.pauses = try pauses(segment, live) }
        if kind?.isMain == false { try tell(&columns, kind, needs.places, segment, live) }
        return columns
    }

    /// Places that are columns of the store as they stand.
    private static let columns: [(Place, Int)] = [
        (.tier, RecordColumn.tier), (.rule, RecordColumn.rule), (.category, RecordColumn.category), (.assignee, RecordColumn.assignee),
        (.techniques, RecordColumn.techniques), (.reopenings, RecordColumn.reopenings), (.actors, RecordColumn.actors),
        (.returns, RecordColumn.returns), (.reclassifications, RecordColumn.reclassifications), (.firstChange, RecordColumn.firstChange),
        (.firstAssigned, RecordColumn.firstAssigned), (.firstInProgress, RecordColumn.firstInProgress), (.key, BatchShape.key),
    ]

    /// Looks up the names of the codes.
    private func name(_ columns: inout RecordColumns) throws {
        for place in [Place.rule, .category, .techniques] {
            for code in columns[place].distinct() where code != Batch.missing {
                columns.names[try exactly(code)] = try rows.terms.text(code)
            }
        }
    }

    /// The hashes that name the cases of alerts.
    private func caseKeys(_ segment: SegmentTable.Info, _ live: [Int], _ columns: RecordColumns) throws -> [Int64] {
        let parents = try rows.table.texts(RecordColumn.caseID, of: segment)
        guard !parents.bytes.isEmpty else { return [] }
        return live.enumerated().map { index, row in
            guard let native = parents.string(row), let source = columns.names[columns.source[index]],
                let tenant = columns.names[columns.tenant[index]]
            else { return Batch.missing }
            return cases.key(source: source, tenant: tenant, native: native)
        }
    }

    private func pauses(_ segment: SegmentTable.Info, _ live: [Int]) throws -> [Int: [Pause]] {
        let texts = try rows.table.texts(RecordColumn.pauses, of: segment)
        guard !texts.bytes.isEmpty else { return [:] }
        var pauses: [Int: [Pause]] = [:]
        for (index, row) in live.enumerated() { if let text = texts.string(row) { pauses[index] = Pause.read(text) } }
        return pauses
    }

    /// What smaller kinds tell.
    private func tell(
        _ columns: inout RecordColumns, _ kind: RecordKind?, _ places: Set<Place>, _ segment: SegmentTable.Info, _ live: [Int]
    ) throws {
        let facts = try rows.table.texts(RecordColumn.facts, of: segment)
        let wanted = kind?.values.filter { places.contains(Place(value: $0.name)) } ?? []
        guard !wanted.isEmpty, !facts.bytes.isEmpty else { return }
        for (index, row) in live.enumerated() { told.add(FactsText.decode(facts.string(row)), wanted, index, &columns) }
    }

    /// An alert without a verdict of its own has that of its case.
    private func verdicts(_ own: [Int8], _ segment: SegmentTable.Info, _ live: [Int]) throws -> [Int8] {
        guard !cases.isWithoutVerdict, own.contains(RecordColumns.none) else { return own }
        let parents = try rows.table.texts(RecordColumn.caseID, of: segment)
        guard !parents.bytes.isEmpty else { return own }
        let kinds = try rows.table.integers(RecordColumn.kind, of: segment)
        let (sources, tenants) = try (
            rows.table.integers(RecordColumn.source, of: segment), rows.table.integers(RecordColumn.tenant, of: segment)
        )
        return try zip(own, live).map { own, row in
            guard own == RecordColumns.none, kinds[row] == Int64(RecordKind.alert.rawValue), let parent = parents.string(row) else {
                return own
            }
            let (source, tenant) = (try rows.terms.text(sources[row]), try rows.terms.text(tenants[row]))
            return try cases.code(source: source, tenant: tenant, native: parent).map(exactly) ?? own
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
    mutating func append(_ other: RecordColumns) {
        for index in values.indices where !values[index].isEmpty || !other.values[index].isEmpty {
            values[index] += Array(repeating: Self.missing, count: count - values[index].count)
            values[index] += other.values[index].isEmpty ? Array(repeating: Self.missing, count: other.count) : other.values[index]
        }
        (severity, status, verdict) = (severity + other.severity, status + other.status, verdict + other.verdict)
        (discovery, tenant, source) = (discovery + other.discovery, tenant + other.tenant, source + other.source)
        (given, dayOnly, ids) = (given + other.given, dayOnly + other.dayOnly, ids + other.ids)
        for (row, paused) in other.pauses { pauses[count + row] = paused }
        names.merge(other.names) { mine, _ in mine }
        count += other.count
    }

    /// Puts the rows in the order of `raised`, and of the store where that is alike.
    mutating func sort() {
        let raised = self[.raised]
        let order = (0..<count).map { (raised.isEmpty ? 0 : raised[$0], ids[$0], $0) }.sorted { $0 < $1 }.map(\.2)
        func sorted<Value>(_ column: [Value]) -> [Value] { column.isEmpty ? [] : order.map { column[$0] } }
        values = values.map(sorted)
        (severity, status, verdict, discovery) = (sorted(severity), sorted(status), sorted(verdict), sorted(discovery))
        (tenant, source, given, dayOnly, ids) = (sorted(tenant), sorted(source), sorted(given), sorted(dayOnly), sorted(ids))
        if !pauses.isEmpty {
            let old = pauses
            pauses = [:]
            for (row, place) in order.enumerated() { pauses[row] = old[place] }
        }
    }
}
