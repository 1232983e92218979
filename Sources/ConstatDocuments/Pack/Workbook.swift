public import ConstatModel

/// A workbook as a plain value: everything is decided, a writer only writes it.
public struct Workbook: Sendable {
    /// In the file's properties.
    public let title: String
    /// In the file's properties.
    public let author: String
    /// The creation date in the file: the same workbook has the same bytes tomorrow.
    public let asOf: Instant
    /// In the order of their tabs.
    public let sheets: [Sheet]
}

/// One sheet: a line that explains it, then a table with one header row, or plain lines.
public struct Sheet: Sendable {
    /// On the tab; no two sheets share one.
    public let name: String
    /// The line above the table.
    public let note: String
    /// From left to right.
    public let columns: [Column]
    /// From top to bottom; the cells of each in the order of the columns.
    public let rows: [[Cell]]
    /// False for sheets of plain lines: no header row, no filter.
    public var isTable = true
}

/// How a column of a sheet looks.
public struct Column: Sendable {
    /// In the header row.
    public let title: String
    /// In characters.
    public let width: Double
    /// True for long texts: lines break inside the cell.
    public var isWrapped = false
}

/// What a cell holds; its kind decides the format.
public enum Cell: Hashable, Sendable {
    /// Nothing: unknown or not applicable, never zero.
    case blank
    /// Always text, whatever it begins with: an id, a title that looks like a formula.
    case text(String)
    /// A label in bold.
    case heading(String)
    /// A whole number.
    case count(Int)
    /// From 0 to 1.
    case share(Double)
    /// Any number, with two decimals at most.
    case number(Double)
    /// Milliseconds, shown as hours.
    case hours(Double)
    /// UTC, a real date.
    case date(Instant)
    /// A day without a time.
    case day(CivilTime)
    /// Our own formula with the value we computed.
    case formula(String, cached: Double)

    static func optional(_ text: String?) -> Cell { text.map(Cell.text) ?? .blank }
}
