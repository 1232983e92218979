import ConstatModel

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

    /// The title, where it stands above the table: below charts it needs none.
    var titles: [String]

    /// The columns that are drawn; nil for the usual ones of the drawing.
    var drawn: [Int]?

    /// A picture in a workbook.
    enum Drawing { case columns, lines, bars }

    /// - Parameter numbers: the columns of numbers, whose heads stand right.
    init(_ title: String, _ head: [String], numbers: Set<Int> = [], _ rows: [[PageCell]]) {
        (self.title, titles) = (title, [title])
        self.head = head.enumerated().map { PageCell($0.element.capitalised, style: numbers.contains($0.offset) ? "num" : "") }
        self.rows = rows.compactMap { cells in cells.first.map { Line(name: $0, cells: Array(cells.dropFirst())) } }
    }

    private init(_ title: String, head: [PageCell], rows: [Line]) {
        (self.title, titles, self.head, self.rows) = (title, [title], head, rows)
    }

    /// Without the columns in which no row says anything, and without some others.
    func withoutEmptyColumns(_ others: Set<Int>) -> PageTable {
        let kept = head.indices.filter { column in
            column == 0 || !others.contains(column) && lines.contains { !$0[column].text.isEmpty && $0[column].text != Figure.nothing }
        }
        return PageTable(
            title, head: kept.map { head[$0] },
            rows: rows.map { row in Line(name: row.name, cells: kept.dropFirst().map { row.cells[$0 - 1] }) })
    }

    var isEmpty: Bool { rows.isEmpty }
    /// Every cell of a line.
    var lines: [[PageCell]] { rows.map { [$0.name] + $0.cells } }
}
