import ConstatModel

/// Turns the records of a table into rows of cells, some at a time, and counts them as they pass.
final class PackLines {
    /// As many rows are made together.
    private static let size = 2_048

    /// The number of the sheet that a row stands on, from 0, and its cells.
    typealias Line = (sheet: Int, cells: [Cell])

    private let table: PackTable
    private let rows: PackRows
    private let cells: PackCells
    private let rowsPerSheet: Int
    private let firstRow: Int
    private(set) var tally: PackTally
    private var part: PackPart?
    private var index = 0
    private var position = 0

    init(_ table: PackTable, _ rows: PackRows, _ cells: PackCells, rowsPerSheet: Int, firstRow: Int, tally: PackTally) {
        (self.table, self.rows, self.cells, self.tally) = (table, rows, cells, tally)
        (self.rowsPerSheet, self.firstRow) = (rowsPerSheet, firstRow)
    }

    /// The next rows; nil after the last.
    func next() throws -> [Line]? {
        if part == nil || index == part?.rows.count {
            (part, index) = (nil, 0)
            part = try rows.next()
            if let part { tally.add(part, of: table, position: position + 1) }
        }
        guard let part else { return nil }
        let end = min(index + Self.size, part.rows.count)
        defer { index = end }
        return (index..<end).map { row in
            defer { position += 1 }
            let sheet = position / rowsPerSheet
            let line = firstRow + position % rowsPerSheet
            return (sheet, cells.cells(part, row, position: position + 1, line: line))
        }
    }
}
