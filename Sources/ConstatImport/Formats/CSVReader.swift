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
        var isQuoted = false
        while true {
            let rest = window.rest
            while position < rest.count {
                let byte = rest[position]
                position += 1
                if byte == UInt8(ascii: "\"") {
                    isQuoted.toggle()
                } else if byte == 0x0A {
                    line += 1
                    if !isQuoted { return position }
                }
            }
            if try !window.more(row: row) {
                if isQuoted { throw .openQuote(Place(file: window.name, row: row)) }
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
        var isQuoted = false
        var position = 0
        var end = bytes.count
        while end > 0, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        while position < end {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") {
                if isQuoted, position < end, bytes[position] == byte {
                    keep(byte)
                    position += 1
                } else {
                    isQuoted.toggle()
                }
            } else if byte == separator, !isQuoted {
                fields.append(start..<used)
                start = used
            } else {
                keep(byte)
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
