import CSimdjson
import Foundation

/// The fields of one CSV row, without their quotes.
final class CSVFields {
    private let separator: UInt8
    /// The unescaped bytes of the row; each field is a range of it.
    @exclusivity(unchecked) private var storage = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    @exclusivity(unchecked) private var used = 0
    @exclusivity(unchecked) private var fields: [Range<Int>] = []

    init(separator: UInt8) { self.separator = separator }

    deinit { storage.deallocate() }

    var count: Int { fields.count }

    func value(_ column: Int) -> RawValue {
        guard fields.indices.contains(column) else { return .missing }
        return .text(UnsafeRawBufferPointer(rebasing: storage[fields[column]]))
    }

    /// The text of a column as a value among others; missing when the row has no such column.
    func face(_ column: Int) -> csj_value {
        guard column >= 0, column < fields.count else {
            return csj_value(kind: csj_missing, integer: 0, number: 0, text: nil, length: 0)
        }
        let bytes = storage.baseAddress.map { ($0 + fields[column].lowerBound).assumingMemoryBound(to: CChar.self) }
        return csj_value(kind: csj_text, integer: 0, number: 0, text: bytes, length: fields[column].count)
    }

    /// Whether bytes are UTF-8 text; a NUL is none that a cell could mean.
    static func isText(_ bytes: UnsafeRawBufferPointer) -> Bool {
        csj_valid_utf8(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
            && bytes.baseAddress.map { memchr($0, 0, bytes.count) == nil } ?? true
    }

    /// Whether a column is empty, or not there at all.
    func isEmpty(_ column: Int) -> Bool { !value(column).isThere }

    /// Splits a row; its line end is no part of it.
    func split(_ row: UnsafeRawBufferPointer) {
        if storage.count < row.count {
            storage.deallocate()
            storage = .allocate(byteCount: row.count * 2, alignment: 1)
        }
        (used, fields) = (0, [])
        var end = row.count
        while end > 0, row[end - 1] == 0x0A || row[end - 1] == 0x0D { end -= 1 }
        let row = UnsafeRawBufferPointer(rebasing: row.prefix(end))
        if let start = row.baseAddress, memchr(start, 0x22, row.count) == nil { splitPlain(row) } else { splitQuoted(row) }
    }

    private func splitPlain(_ row: UnsafeRawBufferPointer) {
        if row.count > 0 { storage.copyMemory(from: row) }
        used = row.count
        var start = 0
        for index in row.indices where row[index] == separator {
            fields.append(start..<index)
            start = index + 1
        }
        fields.append(start..<row.count)
    }

    private func splitQuoted(_ row: UnsafeRawBufferPointer) {
        var start = 0
        var quotes = QuoteState(separator: separator)
        for byte in row {
            switch quotes.take(byte) {
            case .text:
                storage[used] = byte
                used += 1
            case .quote: break
            case .mark:
                fields.append(start..<used)
                start = used
            }
        }
        fields.append(start..<used)
    }
}

/// What a byte of a CSV is: text, a quote that opens or closes, or a separator outside of quotes.
///
/// A quote opens only as the first byte of a field; elsewhere it is text (`5" disk`). Doubled inside, it is one quote.
struct QuoteState {
    enum Role { case text, quote, mark }

    let separator: UInt8
    private var isAtStart: Bool
    private var isQuoted: Bool
    /// A quote was met inside quotes: the next byte says whether it closed them.
    private var isPending = false

    init(separator: UInt8, isOpen: Bool = false) {
        (self.separator, isQuoted, isAtStart) = (separator, isOpen, !isOpen)
    }

    var isOpen: Bool { isQuoted && !isPending }

    mutating func take(_ byte: UInt8) -> Role {
        let isQuote = byte == UInt8(ascii: "\"")
        if isPending {
            isPending = false
            if isQuote { return .text }
            isQuoted = false
        } else if isQuoted {
            isPending = isQuote
            return isQuote ? .quote : .text
        }
        if isQuote, isAtStart {
            (isQuoted, isAtStart) = (true, false)
            return .quote
        }
        isAtStart = byte == separator
        return isAtStart ? .mark : .text
    }
}
