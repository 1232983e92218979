import CSimdjson

/// Reads CSV row by row (RFC 4180): quotes, doubled quotes, line ends inside quotes, LF or CRLF, a byte
/// order mark; the separator is the one of `,` `;` tab that the header holds most of.
final class CSVReader {
    private let window: Window
    private var separator = UInt8(ascii: ",")
    /// The unescaped bytes of the row; each field is a range of it.
    private var storage = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    private var used = 0
    private var fields: [Range<Int>] = []
    private(set) var header: [String] = []
    /// The line the row begins on, the header is line 1.
    private(set) var row = 1
    private var line = 1

    init(_ window: Window) throws(ImportError) {
        self.window = window
        while window.rest.count < 3, try window.more(row: 1) {}
        if window.rest.starts(with: [0xEF, 0xBB, 0xBF] as [UInt8]) { window.take(3) }
        separator = sniffSeparator()
        guard try next() else { throw .empty(file: window.name) }
        header = fields.map { String(decoding: storage[$0], as: UTF8.self) }
    }

    deinit { storage.deallocate() }

    var fieldCount: Int { fields.count }

    /// Moves to the next row; false at the end. Empty lines are passed over.
    func next() throws(ImportError) -> Bool {
        while true {
            row = line
            guard let length = try rowLength() else { return false }
            let bytes = UnsafeRawBufferPointer(rebasing: window.rest.prefix(length))
            guard csj_valid_utf8(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count) else {
                throw .notUTF8(Place(file: window.name, row: row))
            }
            split(bytes)
            raw = UnsafeRawBufferPointer(rebasing: window.rest.prefix(length))
            window.take(length)
            if fields.count > 1 || used > 0 { return true }
        }
    }

    /// The row as it stands in the file; valid until the next call.
    private(set) var raw = UnsafeRawBufferPointer(start: nil, count: 0)

    func value(_ column: Int) -> RawValue {
        guard fields.indices.contains(column) else { return .missing }
        return .text(UnsafeRawBufferPointer(rebasing: storage[fields[column]]))
    }

    /// The length of the row that begins here, its line end included; nil at the end of the file.
    private func rowLength() throws(ImportError) -> Int? {
        var position = 0
        var quotes = QuoteState(separator: separator)
        while true {
            let rest = window.rest
            while position < rest.count {
                let byte = rest[position]
                position += 1
                let role = quotes.take(byte)
                if byte == 0x0A {
                    line += 1
                    if role == .mark { return position }
                }
            }
            if try !window.more(row: row) {
                if quotes.isOpen { throw .openQuote(Place(file: window.name, row: row)) }
                return position == 0 ? nil : position
            }
        }
    }

    private func split(_ bytes: UnsafeRawBufferPointer) {
        if storage.count < bytes.count {
            storage.deallocate()
            storage = .allocate(byteCount: bytes.count * 2, alignment: 1)
        }
        used = 0
        fields.removeAll(keepingCapacity: true)
        var start = 0
        var end = bytes.count
        while end > 0, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        var quotes = QuoteState(separator: separator)
        for byte in bytes.prefix(end) {
            switch quotes.take(byte) {
            case .text: keep(byte)
            case .quote: break
            case .mark:
                fields.append(start..<used)
                start = used
            }
        }
        fields.append(start..<used)
    }

    private func keep(_ byte: UInt8) {
        storage[used] = byte
        used += 1
    }

    private func sniffSeparator() -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in window.rest {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == 0x0A, !isQuoted { break }
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        return separators.max { counts[$0, default: 0] <= counts[$1, default: 0] } ?? separators[0]
    }
}

/// What a byte of a CSV is: text, a quote that opens or closes, or a separator or line end outside of quotes.
///
/// A quote opens only as the first byte of a field; elsewhere it is text (`5" disk`). Doubled inside, it is one quote.
struct QuoteState {
    enum Role { case text, quote, mark }

    let separator: UInt8
    private var isAtStart = true
    private var isQuoted = false
    /// A quote was met inside quotes: the next byte says whether it closed them.
    private var isPending = false

    init(separator: UInt8) { self.separator = separator }

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
        isAtStart = byte == separator || byte == 0x0A
        return isAtStart ? .mark : .text
    }
}
