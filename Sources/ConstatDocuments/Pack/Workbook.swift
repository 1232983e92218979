public import ConstatModel

/// A workbook as a plain value: everything is decided, a writer only writes it.
public struct Workbook: Sendable {
    public let title: String
    public let author: String
    /// The creation date in the file: the same workbook has the same bytes tomorrow.
    public let asOf: Instant
    public let sheets: [Sheet]
}

/// One sheet: a line that explains it, then a table with one header row, or plain lines.
public struct Sheet: Sendable {
    public let name: String
    public let note: String
    public let columns: [Column]
    public let rows: [[Cell]]
    /// False for sheets of plain lines: no header row, no filter.
    public var isTable = true
}

public struct Column: Sendable {
    public let title: String
    /// In characters.
    public let width: Double
    public var isWrapped = false
}

public enum Cell: Hashable, Sendable {
    case blank
    /// Always text, whatever it begins with: an id, a title that looks like a formula.
    case text(String)
    case heading(String)
    case count(Int)
    /// From 0 to 1.
    case share(Double)
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
