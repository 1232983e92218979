import ConstatModel

/// Turns the XML of a sheet into CSV text.
final class SheetParser {
    /// A sheet has no more columns.
    private static let columns = 16_384
    /// A sheet has no more rows.
    static let rows = 1_048_576

    let csv = CSVText()
    private(set) var fault = ""
    private let parts: WorkbookParts
    private let reader = XMLReader()
    private var row = 0
    private var column = 0
    private var kind = ""
    private var style = 0
    private var value: [UInt8] = []
    private var isInValue = false
    private var isPhonetic = false

    private let decimalMark: Character

    /// - Parameter decimalMark: how numbers are written: as the profile expects them.
    init(_ parts: WorkbookParts, decimalMark: Character) {
        (self.parts, self.decimalMark) = (parts, decimalMark)
        reader?.onStart = { [unowned self] in start($0, $1) }
        reader?.onEnd = { [unowned self] in end($0) }
        reader?.onText = { [unowned self] bytes in if isInValue { value.append(contentsOf: bytes) } }
    }

    func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool) -> Bool {
        guard let reader, reader.parse(bytes, isLast: isLast) else {
            if fault.isEmpty { fault = reader?.fault ?? "out of memory" }
            return false
        }
        guard value.count <= Window.largestRecord else {
            fault = "a cell is longer than \(Window.largestRecord >> 20) MiB"
            return false
        }
        return fault.isEmpty
    }

    private func start(_ element: String, _ attributes: [String: String]) {
        switch element {
        case "row": startRow(attributes["r"].flatMap { Int($0) } ?? row + 1)
        case "c":
            let place = attributes["r"].flatMap(Self.column) ?? column
            // Cells that are left out are empty ones; a place that is already passed stays in the row.
            while column < min(place, Self.columns) { csv.cell([], first: &column) }
            (kind, style) = (attributes["t"] ?? "n", attributes["s"].flatMap { Int($0) } ?? 0)
            value.removeAll(keepingCapacity: true)
        case "rPh": isPhonetic = true
        case "v", "t": isInValue = !isPhonetic
        default: break
        }
    }

    /// Rows that are left out are empty lines, so that a line's number is the row's; a gap of thousands is a broken sheet.
    private func startRow(_ number: Int) {
        if number > Self.rows { fault = "row \(number) is more than a sheet can have" }
        while row + 1 < number, fault.isEmpty {
            csv.endRow()
            row += 1
        }
        row += 1
        column = 0
    }

    private func end(_ element: String) {
        switch element {
        case "v", "t": isInValue = false
        case "rPh": isPhonetic = false
        case "c": csv.cell(content, first: &column)
        case "row": csv.endRow()
        default: break
        }
    }

    private var content: [UInt8] {
        let text = String(decoding: value, as: UTF8.self)
        switch kind {
        case "s":
            guard let index = Int(text), parts.texts.indices.contains(index) else {
                if !text.isEmpty { fault = "a cell of row \(row) names a shared text that is not there" }
                return []
            }
            return Array(parts.texts[index].utf8)
        case "b": return Array((text == "1" ? "true" : "false").utf8)
        case "e": return []  // an error such as #N/A says nothing
        case "n":
            guard parts.dates.indices.contains(style), let hasTime = parts.dates[style], let serial = Double(text) else {
                return NumberText.written(text, decimalMark: decimalMark)
            }
            return Array(Self.iso(serial, hasTime: hasTime, is1904: parts.is1904).utf8)
        default: return XString.plain(value)
        }
    }

    /// The column of a reference: `AB12` is 27.
    static func column(_ reference: String) -> Int? {
        var number = 0
        for letter in reference.utf8 where letter >= 65 && letter <= 90 {
            number = number * 26 + Int(letter) - 64
            if number > columns { return nil }
        }
        return number > 0 ? number - 1 : nil
    }

    /// A serial date: days since 1899-12-30, or since 1904-01-01.
    static func iso(_ serial: Double, hasTime: Bool, is1904: Bool) -> String {
        guard serial.isFinite, abs(serial) < 4_000_000 else { return "\(serial)" }
        let epoch: Double = is1904 ? -24_107 : -25_569
        let instant = Instant(milliseconds: Int64(((serial + epoch) * 86_400_000).rounded()))
        let text = instant.iso.dropLast()
        return hasTime || serial != serial.rounded() ? String(text) : String(text.prefix(10))
    }
}

/// CSV as it is written, and given away piece by piece.
final class CSVText {
    private var bytes: [UInt8] = []
    private var given = 0
    private var rowStart = 0
    private var hasContent = false

    /// Nothing is there to be taken: whole rows only are given.
    var isEmpty: Bool { given == rowStart }

    /// Writes a cell, quoted; `first` is its position, which moves on.
    func cell(_ text: [UInt8], first column: inout Int) {
        if column > 0 { bytes.append(UInt8(ascii: ",")) }
        column += 1
        guard !text.isEmpty else { return }
        hasContent = true
        bytes.append(UInt8(ascii: "\""))
        for byte in text {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Ends a row; one of empty cells alone is an empty line.
    func endRow() {
        if !hasContent { bytes.removeLast(bytes.count - rowStart) }
        bytes.append(0x0A)
        (rowStart, hasContent) = (bytes.count, false)
    }

    func take(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, rowStart - given)
        bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[given..<(given + count)])) }
        given += count
        if isEmpty {
            bytes.removeFirst(rowStart)
            (given, rowStart) = (0, 0)
        }
        return count
    }
}
