import ConstatMetrics

/// A table as a page shows it: one row of heads, the first cell of each line heads the line.
struct PageTable {
    struct Line {
        /// The first cell.
        let name: PageCell
        let cells: [PageCell]
    }

    /// Below the caption of the page: what the table is of; also the name of its file and sheet.
    let title: String
    let head: [PageCell]
    let rows: [Line]
    /// How its rows are drawn in a workbook, with the columns that are drawn; nil for no picture.
    var drawing: Drawing?

    /// A picture in a workbook.
    enum Drawing { case columns, lines, bars }

    /// - Parameter numbers: the columns of numbers, whose heads stand right.
    init(_ title: String, _ head: [String], numbers: Set<Int> = [], _ rows: [[PageCell]]) {
        self.title = title
        self.head = head.enumerated().map { PageCell($0.element, style: numbers.contains($0.offset) ? "num" : "") }
        self.rows = rows.compactMap { cells in cells.first.map { Line(name: $0, cells: Array(cells.dropFirst())) } }
    }

    var isEmpty: Bool { rows.isEmpty }
    /// Every cell of a line.
    var lines: [[PageCell]] { rows.map { [$0.name] + $0.cells } }
}
