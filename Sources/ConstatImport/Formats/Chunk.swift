/// Some rows of an export as they stand in it, copied out of the file so that another thread can map them.
struct Chunk: Sendable {
    struct Row {
        let start: Int
        let length: Int
        /// Line of a CSV or NDJSON file, position in a JSON array; the first is 1.
        let number: Int
    }

    /// How much is collected before it is handed on.
    static let size = 1 << 20
    /// A longer row is refused.
    static let longestRow = 8 << 20

    private(set) var bytes: [UInt8] = []
    private(set) var rows: [Row] = []
    /// The last row is the end of a file that has no line end there.
    var isUnterminated = false
    /// The position of the first row among all of the file's rows, from 0.
    let position: Int

    init(position: Int) {
        self.position = position
        bytes.reserveCapacity(Self.size + Self.size / 8)
    }

    /// - Parameter bytes: in which the rows lie; behind the last of them, what simdjson reads over.
    init(_ bytes: consuming [UInt8], _ rows: [Row], position: Int, isUnterminated: Bool) {
        (self.bytes, self.rows, self.position, self.isUnterminated) = (bytes, rows, position, isUnterminated)
    }

    var isFull: Bool { bytes.count >= Self.size }

    mutating func append(_ row: UnsafeRawBufferPointer, number: Int) {
        // A row that will be refused for its length is not carried along whole.
        let kept = row.count > Self.longestRow ? UnsafeRawBufferPointer(rebasing: row.prefix(Importer.keptOfARow)) : row
        rows.append(Row(start: bytes.count, length: row.count, number: number))
        bytes.append(contentsOf: kept)
    }

    /// Ends the chunk: behind the last row lies what simdjson reads over.
    mutating func seal() { bytes.append(contentsOf: repeatElement(0, count: JSONCursor.padding)) }

    /// Gives each row: its bytes (cut, when it is too long) and its number.
    func each(_ visit: (UnsafeRawBufferPointer, Row) throws -> Void) rethrows {
        try bytes.withUnsafeBytes { all in
            for row in rows {
                let length = row.length > Self.longestRow ? Importer.keptOfARow : row.length
                try visit(UnsafeRawBufferPointer(rebasing: all[row.start..<(row.start + length)]), row)
            }
        }
    }
}
