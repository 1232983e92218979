import Foundation

/// Cuts CSV into rows (RFC 4180): quotes, doubled quotes, line ends inside quotes; LF, CRLF or CR.
///
/// The separator is the one of `,` `;` tab that the header holds most of, unless a profile says.
final class CSVReader {
    /// Where the header is and how fields are told apart, as far as a profile says.
    struct Layout: Hashable, Sendable {
        /// Lines above the header.
        var skip = 0
        var separator: UInt8?
        /// A row is one row, whatever line ends its cells hold: a workbook.
        var countsRows = false

        /// The same for an export, which may be a workbook.
        func of(_ export: Export) -> Layout {
            export.format == .workbook ? Layout(skip: skip, separator: UInt8(ascii: ","), countsRows: true) : self
        }
    }

    let separator: UInt8
    private(set) var header: [String] = []
    /// The header's own cells.
    let headerFields: CSVFields
    /// The line the row begins on; the first line is 1.
    private(set) var row = 1
    /// The row as it stands in the file, its line end included; valid until the next call.
    private(set) var raw = UnsafeRawBufferPointer(start: nil, count: 0)

    private let window: Window
    private let layout: Layout
    /// Which line end is looked for first; the other one ends lines too.
    private let endsWithCR: Bool
    private var line = 1

    init(_ window: Window, _ layout: Layout) throws(ImportError) {
        (self.window, self.layout) = (window, layout)
        while window.rest.count < 1 << 16, try window.more(row: 1) {}
        if window.rest.starts(with: [0xEF, 0xBB, 0xBF] as [UInt8]) { window.take(3) }
        let head = UnsafeRawBufferPointer(rebasing: window.rest.prefix(1 << 16))
        endsWithCR = Self.endsWithCR(head)
        let declared = Self.declared(head)
        separator = declared ?? layout.separator ?? Self.sniff(head, skip: layout.skip)
        headerFields = CSVFields(separator: separator)
        for _ in 0..<max(layout.skip, declared == nil ? 0 : 1) {
            guard let length = try rowLength() else { break }
            window.take(length)
        }
        guard try next() else { throw .empty(file: window.name) }
        headerFields.split(raw)
        header = (0..<headerFields.count).map { headerFields.value($0).string ?? "" }
        Self.numberRepeated(&header)
    }

    /// Moves to the next row; false at the end. Empty lines are passed over.
    func next() throws(ImportError) -> Bool {
        while true {
            row = line
            guard let length = try rowLength() else { return false }
            raw = UnsafeRawBufferPointer(rebasing: window.rest.prefix(length))
            window.take(length)
            if layout.countsRows { line = row + 1 }
            if raw.contains(where: { $0 > 0x20 }) { return true }
        }
    }

    /// The second column of a name is `name#2`.
    private static func numberRepeated(_ header: inout [String]) {
        var seen: [String: Int] = [:]
        for index in header.indices {
            seen[header[index], default: 0] += 1
            if let count = seen[header[index]], count > 1 { header[index] += "#\(count)" }
        }
    }

    /// The length of the row that begins here, its line end included; nil at the end of the file.
    private func rowLength() throws(ImportError) -> Int? {
        var position = 0
        var isQuoted = false
        let start = line
        while true {
            while let end = nextEnd(window.rest, from: position) {
                isQuoted = Self.isOpen(UnsafeRawBufferPointer(rebasing: window.rest[position..<end.lowerBound]), isQuoted, separator)
                position = end.upperBound
                line += 1
                if !isQuoted { return position }
            }
            if try !window.more(row: start) {
                let tail = UnsafeRawBufferPointer(rebasing: window.rest[min(position, window.rest.count)...])
                if Self.isOpen(tail, isQuoted, separator) { throw .openQuote(Place(file: window.name, row: start)) }
                return window.rest.isEmpty ? nil : window.rest.count
            }
        }
    }

    /// The next line end, which may be LF, CRLF or CR, whichever the others of the file are; nil when more bytes must tell.
    private func nextEnd(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Range<Int>? {
        let (usual, other): (UInt8, UInt8) = endsWithCR ? (0x0D, 0x0A) : (0x0A, 0x0D)
        let first = start < bytes.count ? Self.find(usual, in: bytes, from: start) : nil
        let before = UnsafeRawBufferPointer(rebasing: bytes[..<(first ?? bytes.count)])
        let end = (start < before.count ? Self.find(other, in: before, from: start) : nil) ?? first
        guard let end else { return nil }
        if bytes[end] == 0x0A { return end..<end + 1 }
        guard end + 1 < bytes.count else { return nil }
        return end..<(bytes[end + 1] == 0x0A ? end + 2 : end + 1)
    }

    private static func find(_ byte: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), bytes.count - start) else { return nil }
        return UnsafeRawPointer(found) - base
    }

    /// Whether a quote is open at the end of a line; a quote opens only as the first byte of a field.
    private static func isOpen(_ line: UnsafeRawBufferPointer, _ wasOpen: Bool, _ separator: UInt8) -> Bool {
        if !wasOpen, find(0x22, in: line, from: 0) == nil { return false }
        var quotes = QuoteState(separator: separator, isOpen: wasOpen)
        for byte in line { _ = quotes.take(byte) }
        return quotes.isOpen
    }

    /// What a first line `sep=;` says, as spreadsheets write and read it.
    private static func declared(_ head: UnsafeRawBufferPointer) -> UInt8? {
        guard head.starts(with: Array("sep=".utf8)), let mark = head.dropFirst(4).first else { return nil }
        let next = head.dropFirst(5).first
        return next == nil || next == 0x0A || next == 0x0D ? mark : nil
    }

    /// Whether the first line end outside of quotes is a CR by itself.
    private static func endsWithCR(_ head: UnsafeRawBufferPointer) -> Bool {
        var isQuoted = false
        for (index, byte) in head.enumerated() {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A { return false }
            if byte == 0x0D { return index + 1 < head.count && head[index + 1] != 0x0A }
        }
        return false
    }

    private static func sniff(_ head: UnsafeRawBufferPointer, skip: Int) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var (isQuoted, lines, last) = (false, 0, UInt8(0))
        for byte in head {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted, byte == 0x0D || (byte == 0x0A && last != 0x0D) {
                lines += 1
                if lines > skip { break }
                counts = [:]
            }
            if !isQuoted { counts[byte, default: 0] += 1 }
            last = byte
        }
        let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        return separators.max { counts[$0, default: 0] <= counts[$1, default: 0] } ?? separators[0]
    }
}
