/// Writes CSV as RFC 4180 has it: commas, lines ended by CR LF, quotes doubled.
struct CSVText {
    private(set) var bytes: [UInt8]
    private let quotesAll: Bool

    /// - Parameters:
    ///   - quotesAll: every cell in quotes, not only those that need them.
    ///   - mark: a byte order mark first, as the Azure portal writes it.
    init(header: [String], quotesAll: Bool, mark: Bool = false) {
        bytes = mark ? [0xEF, 0xBB, 0xBF] : []
        self.quotesAll = quotesAll
        row(header)
    }

    mutating func row(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            if quotesAll || Self.needsQuotes(cell) { quote(cell) } else { bytes.append(contentsOf: cell.utf8) }
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    private static func needsQuotes(_ cell: String) -> Bool {
        cell.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }
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
