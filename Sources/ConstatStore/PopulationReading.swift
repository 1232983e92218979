public import ConstatModel

/// Records of one kind that somebody chose by their columns, oldest first: chosen at once, read part by part.
///
/// Memory holds sixteen bytes a record while they are chosen, eight after, and the part that is read.
public final class PopulationReading {
    private let store: Store
    private let kind: RecordKind
    private let needs: RecordNeeds
    private var ids: [Int64] = []
    private var position = 0
    private var segments: [Int64: SegmentTable.Info] = [:]
    private var cases: ParentCases?

    /// - Parameters:
    ///   - needs: the columns that `isWanted` is asked with, and that come with the records.
    ///   - isWanted: of each row, merged ones too.
    public init(
        _ store: Store, _ kind: RecordKind, tenant: String?, _ window: Store.Window, needs: RecordNeeds,
        isWanted: (RecordColumns) throws -> [Bool]
    ) throws(StoreError) {
        var needs = needs
        needs.given.formUnion([Given(.raised), .status, .verdict])
        (self.store, self.kind, self.needs) = (store, kind, needs)
        try store.read { db in
            let rows = StoredRows(db)
            guard var condition = try Store.condition(rows, kind, tenant) else { return }
            condition.window = window
            let cases = try ParentCases(rows)
            var found: [(raised: Int64, id: Int64)] = []
            try ColumnReading(rows, cases: cases).each(condition, needs: needs) { columns in
                let (raised, wanted) = (columns[.raised], try isWanted(columns))
                for row in wanted.indices where wanted[row] { found.append((raised.isEmpty ? 0 : raised[row], columns.ids[row])) }
            }
            ids = found.sorted { $0 < $1 }.map(\.id)
            segments = Dictionary(try rows.table.all().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            self.cases = cases
        }
    }

    /// How many were chosen.
    public var count: Int { ids.count }

    /// Passes over so many records.
    public func skip(_ count: Int) { position = min(position + count, ids.count) }

    /// The next records with their columns, row by row alike; nil after the last.
    public func next(_ size: Int) throws(StoreError) -> (columns: RecordColumns, records: [StoredRecord])? {
        guard position < ids.count, let cases else { return nil }
        let part = ids[position..<min(position + size, ids.count)]
        position += part.count
        return try store.read { db in
            let rows = StoredRows(db)
            let reading = ColumnReading(rows, cases: cases)
            var columns = RecordColumns()
            columns.kind = kind
            var records: [Int64: StoredRecord] = [:]
            for (number, ids) in Dictionary(grouping: part, by: { $0 >> 24 }).sorted(by: { $0.key < $1.key }) {
                guard let segment = segments[number] else { throw StoreFault.damaged }
                let live = ids.map { Int($0 & 0xFF_FFFF) }.sorted()
                columns.append(try reading.columns(kind, segment, live, needs))
                let batch = try rows.table.batch(segment, at: live)
                for (place, row) in live.enumerated() {
                    let record = try rows.record(segment, batch, place, of: row, cases)
                    records[record.id] = record
                }
            }
            columns.sort()
            return (columns, columns.ids.compactMap { records[$0] })
        }
    }
}
