import Foundation
public import ConstatModel

/// What a cell holds; its kind decides the format.
public enum Cell: Hashable, Sendable {
    /// How a number is shown.
    public enum Format: Sendable { case count, share, number, hours }

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
    /// Our own formula with the value we computed, both in what the cell shows; one over arrays is entered as such.
    case formula(String, cached: Double, as: Format = .count, isArray: Bool = false)

    static func optional(_ text: String?) -> Cell { text.map(Cell.text) ?? .blank }

    /// The number that a spreadsheet holds; nil for texts and blanks.
    public var number: Double? {
        switch self {
        case .blank, .text, .heading: nil
        case .count(let value): Double(value)
        case .share(let value), .number(let value), .formula(_, let value, _, _): value.rounded15
        case .hours(let value): (value / Double(Instant.hour)).rounded15
        case .date(let instant): instant.spreadsheetSerial
        case .day(let day): day.asUTC.spreadsheetSerial
        }
    }
}

extension Double {
    /// Rounded to fifteen significant digits: so it is written whole, and read back as it was.
    var rounded15: Double {
        if self == rounded(), abs(self) < 1e15 { return self }
        return Double(String(format: "%.15g", self)) ?? self
    }
}

extension Instant {
    /// Days since 1899-12-30, as spreadsheets count.
    var spreadsheetSerial: Double { Double(milliseconds) / Double(Instant.day) + 25_569 }

    /// The instant that a spreadsheet's number of days stands for, to the millisecond; nil for a number beyond all dates.
    public init?(spreadsheetSerial serial: Double) {
        guard abs(serial) < 4_000_000 else { return nil }
        self.init(milliseconds: Int64(((serial - 25_569) * Double(Self.day)).rounded()))
    }
}

extension String {
    /// What a cell shows of a text: at most 32 767 characters, no control characters but line ends and tabs.
    public var shownInCell: String {
        var text = self
        let isPlain = text.withUTF8 { bytes in
            bytes.count <= 32_767 && !bytes.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0xEF || $0 == 0x5F }
        }
        return isPlain ? text : text.fittingCell
    }

    /// The same as it is written: what looks like an escape of a character is not one, and is escaped itself.
    var cellText: String { shownInCell.escaped }

    private var escaped: String { contains("_x") ? replacing(#/_(?=x[0-9a-fA-F]{4}_)/#) { _ in "_x005F_" } : self }

    private var fittingCell: String {
        // XML allows no control characters but these two, and no U+FFFE and U+FFFF.
        var text = String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    let isControl = scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
                    return isControl || scalar.value == 0xFFFE || scalar.value == 0xFFFF ? "\u{FFFD}" : scalar
                }))
        guard text.utf16.count > 32_767 || text.escaped.utf16.count > 32_767 else { return text }
        text = String(text.prefix(16_000))
        // Escapes make it longer; a letter of many parts can be longer than a cell.
        while text.escaped.utf16.count > 32_000 { text = String(text.unicodeScalars.prefix(text.unicodeScalars.count / 2)) }
        return text + " […]"
    }
}
