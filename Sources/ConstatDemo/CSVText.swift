/// Writes CSV as RFC 4180 has it: lines ended by CR LF, quotes doubled; commas, or another separator.
struct CSVText {
    private(set) var bytes: [UInt8]
    private let quotesAll: Bool
    private let separator: UInt8

    /// - Parameters:
    ///   - quotesAll: every cell in quotes, not only those that need them.
    ///   - mark: a byte order mark first, as the Azure portal and Excel write it.
    init(header: [String], quotesAll: Bool, mark: Bool = false, separator: Unicode.Scalar = ",") {
        bytes = mark ? [0xEF, 0xBB, 0xBF] : []
        (self.quotesAll, self.separator) = (quotesAll, UInt8(ascii: separator))
        row(header)
    }

    mutating func row(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(separator) }
            if quotesAll || needsQuotes(cell) { quote(cell) } else { bytes.append(contentsOf: cell.utf8) }
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    private func needsQuotes(_ cell: String) -> Bool {
        cell.utf8.contains { $0 == separator || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }
    }

    private mutating func quote(_ cell: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in cell.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
