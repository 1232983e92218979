/// One sheet as a plain value: a line that explains it, lines before the table, then a table with one header row, or plain lines.
///
/// Everything is decided; a writer only writes it.
public struct Sheet: Sendable {
    /// On the tab; no two sheets share one.
    public let name: String
    /// The line above all else.
    public let note: String
    /// Lines between the note and the table.
    public var preface: [[Cell]] = []
    /// From left to right.
    public let columns: [Column]
    /// From top to bottom; the cells of each in the order of the columns.
    public var rows: [[Cell]] = []
    /// False for sheets of plain lines: no header row, no filter.
    public var isTable = true
    /// Pictures of its numbers.
    public var charts: [Chart] = []

    /// Where rows begin, counted from 1 as on the screen.
    public var firstRow: Int { 3 + (preface.isEmpty ? 0 : preface.count + 1) + (isTable ? 1 : 0) }

    /// How a column looks.
    public struct Column: Sendable {
        /// In the header row.
        public let title: String
        /// In characters.
        public let width: Double
        /// True for long texts: lines break inside the cell.
        public var isWrapped = false
        /// Left for a person to fill in: the words to choose from; empty for any text; nil for a column that we fill.
        public var choices: [String]?
    }

    /// A picture of the rows of a range, one series for each column.
    public struct Chart: Sendable {
        /// A series: its name and its column, from 0.
        public typealias Series = (name: String, column: Int)

        public let title: String
        /// The title of the axis of values.
        public let unit: String
        /// The rows of the table that are shown, from 0.
        public let rows: Range<Int>
        /// The column that names the rows, from 0.
        public let names: Int
        public let series: [Series]
        /// Where its upper left corner lies: row as on the screen, column from 0.
        public let place: (row: Int, column: Int)
        public var kind = Kind.bars

        /// Bars from left to right, columns on top of one another, or lines.
        public enum Kind: Sendable { case bars, columns, lines }
    }
}
