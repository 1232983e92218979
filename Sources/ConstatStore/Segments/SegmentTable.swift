import ConstatModel
import Foundation
import GRDB

/// The rows of one shape, in segments of columns: each segment holds some ten thousand rows as they came, and the order of
/// their keys beside them.
///
/// A row stays where it was written; only its `life` changes, until many small segments are joined. So a month is read as a
/// few large columns, and an import writes little twice.
struct SegmentTable {
    /// How many rows a segment has at most, give or take those that come together.
    static let rows = 65_536
    /// How many bytes of text it holds at most, give or take a row.
    private static let textBytes = 64 << 20

    /// Whether a batch is large enough to be written as a segment.
    static func isFull(_ batch: Batch) -> Bool {
        batch.count >= rows || batch.texts.reduce(0) { $0 + $1.bytes.count } >= textBytes
    }

    private static let orderColumn = 255

    /// Keys in rising order with their rows.
    struct KeyIndex {
        let keys: [Int64]
        /// Nil when the rows lie in the order of their keys.
        let rows: [Int]?

        func row(_ position: Int) -> Int { rows?[position] ?? position }
    }

    struct Info {
        let id: Int64
        let rows: Int
        /// The first and the last instant of the shape's time column.
        let first: Int64
        let last: Int64
    }

    let db: Database
    let shape: BatchShape
    let kind: Int
    private let time: Int

    init(records db: Database) { (self.db, shape, kind, time) = (db, .records, 0, RecordColumn.of(.raised)) }

    init(transitions db: Database) { (self.db, shape, kind, time) = (db, .transitions, 1, TransitionColumn.at) }

    /// Every segment, the oldest first.
    func all() throws -> [Info] {
        try Row.fetchAll(
            db, sql: "SELECT id, rows, first, last FROM segment WHERE kind = ? ORDER BY id", arguments: [kind]
        ).map { Info(id: $0[0], rows: $0[1], first: $0[2], last: $0[3]) }
    }

    /// A column, a value for each row.
    func integers(_ column: Int, of segment: Info) throws -> [Int64] {
        try held(column, of: segment) ?? Array(repeating: Batch.missing, count: segment.rows)
    }

    /// The value that every row of a column has; nil where they differ.
    func constant(_ column: Int, of segment: Info) throws -> Int64? {
        try bytes(column, segment.id) { ColumnCodec.constant($0, rows: segment.rows) } ?? nil
    }

    /// The values of some rows of a column; nil when no row of the segment has one.
    func integers(_ column: Int, of segment: Info, at rows: [Int]) throws -> [Int64]? {
        if rows.count == segment.rows { return try held(column, of: segment) }
        guard let read = try bytes(column, segment.id, { ColumnCodec.decode($0, rows: segment.rows, at: rows) }) else { return nil }
        guard let values = read else { throw StoreFault.damaged }
        return values
    }

    /// A column; nil when no row has a value.
    private func held(_ column: Int, of segment: Info) throws -> [Int64]? {
        guard let read = try bytes(column, segment.id, { ColumnCodec.decode($0, rows: segment.rows) }) else {
            guard column > BatchShape.receipt else { throw StoreFault.damaged }
            return nil
        }
        guard let values = read else { throw StoreFault.damaged }
        return values
    }

    func texts(_ column: Int, of segment: Info) throws -> TextColumn {
        let read = try bytes(shape.integers.count + column, segment.id) { TextCodec.decode($0, rows: segment.rows) }
        guard let read else { return TextColumn() }
        guard let texts = read else { throw StoreFault.damaged }
        return texts
    }

    /// A whole segment.
    func batch(_ segment: Info) throws -> Batch {
        try Batch(
            shape, count: segment.rows, integers: shape.integers.indices.map { try held($0, of: segment) ?? [] },
            texts: shape.texts.indices.map { try texts($0, of: segment) })
    }

    /// Some rows of a segment.
    func batch(_ segment: Info, at rows: [Int]) throws -> Batch {
        try Batch(
            shape, count: rows.count, integers: shape.integers.indices.map { try integers($0, of: segment, at: rows) ?? [] },
            texts: shape.texts.indices.map { try texts($0, of: segment).picking(rows) })
    }

    /// The keys of a segment in rising order, and the row of each.
    func index(of segment: Info) throws -> KeyIndex {
        let keys = try integers(BatchShape.key, of: segment)
        guard let order = try held(Self.orderColumn, of: segment) else { return KeyIndex(keys: keys, rows: nil) }
        guard order.allSatisfy({ (0..<Int64(keys.count)).contains($0) }) else { throw StoreFault.damaged }
        return KeyIndex(keys: order.map { keys[Int($0)] }, rows: order.map { Int($0) })
    }

    /// Writes the rows as a new segment.
    ///
    /// - Parameter order: the rows in the order of their keys; nil when they lie so.
    func insert(_ batch: Batch, order: [Int]? = nil) throws {
        guard batch.count > 0 else { return }
        let times = batch.integers[time].lazy.filter { $0 != Batch.missing }
        let (first, last) = (times.min() ?? Int64.min, times.max() ?? Int64.max)
        try db.execute(
            sql: "INSERT INTO segment (kind, rows, first, last) VALUES (?, ?, ?, ?)", arguments: [kind, batch.count, first, last])
        let id = db.lastInsertedRowID
        if let order { try write(ColumnCodec.encode(order.map { Int64($0) }, rows: batch.count), Self.orderColumn, id) }
        for (column, values) in batch.integers.enumerated() where values.contains(where: { $0 != Batch.missing }) {
            try write(ColumnCodec.encode(values, rows: batch.count), column, id)
        }
        for (column, values) in batch.texts.enumerated() where !values.bytes.isEmpty {
            try write(TextCodec.encode(values, rows: batch.count), shape.integers.count + column, id)
        }
    }

    /// Writes a column of a segment anew.
    func replace(_ column: Int, with values: [Int64], of segment: Info) throws {
        try write(ColumnCodec.encode(values, rows: segment.rows), column, segment.id)
    }

    /// Changes what has become of some rows.
    func setLives(_ changes: [(row: Int, life: Int64)], of segment: Info) throws {
        var lives = try integers(BatchShape.life, of: segment)
        for change in changes { lives[change.row] = change.life }
        try replace(BatchShape.life, with: lives, of: segment)
    }

    /// Writes a column of texts anew.
    func replace(text column: Int, with values: TextColumn, of segment: Info) throws {
        try write(TextCodec.encode(values, rows: segment.rows), shape.integers.count + column, segment.id)
    }

    /// Writes all columns of a segment anew; its rows stay where they are.
    func replace(_ segment: Info, with batch: Batch) throws {
        for (column, values) in batch.integers.enumerated() { try replace(column, with: values, of: segment) }
        for (column, values) in batch.texts.enumerated() { try replace(text: column, with: values, of: segment) }
    }

    func remove(_ segment: Info) throws {
        try db.execute(sql: "DELETE FROM chunk WHERE id >= ? AND id < ?", arguments: [segment.id * 256, (segment.id + 1) * 256])
        try db.execute(sql: "DELETE FROM segment WHERE id = ?", arguments: [segment.id])
    }

    private func write(_ data: Data, _ column: Int, _ segment: Int64) throws {
        let statement = try db.cachedStatement(sql: "INSERT OR REPLACE INTO chunk (id, data) VALUES (?, ?)")
        try statement.execute(arguments: [segment * 256 + Int64(column), data])
    }

    private func bytes<Value>(_ column: Int, _ segment: Int64, _ read: (UnsafeRawBufferPointer) -> Value) throws -> Value? {
        let statement = try db.cachedStatement(sql: "SELECT data FROM chunk WHERE id = ?")
        let rows = try Row.fetchCursor(statement, arguments: [segment * 256 + Int64(column)])
        guard let row = try rows.next() else { return nil }
        return try row.withUnsafeData(atIndex: 0) { data in data.map { $0.withUnsafeBytes(read) } }
    }
}

/// What is wrong inside a store.
enum StoreFault: Error { case damaged }
