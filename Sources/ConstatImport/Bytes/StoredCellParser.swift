/// Turns the XML of a sheet into rows of cells.
final class StoredCellParser {
    private let texts: [String]
    private let reader = XMLReader()
    private(set) var fault = ""
    private var rows: [(number: Int, cells: [StoredCell])] = []
    private var cells: [StoredCell] = []
    private var row = 0
    private var column = 0
    private var kind = ""
    private var (value, formula): ([UInt8], [UInt8]) = ([], [])
    private var (isInValue, isInFormula, hasFormula, isPhonetic) = (false, false, false, false)

    init(_ texts: [String]) {
        self.texts = texts
        reader?.onStart = { [unowned self] in start($0, $1) }
        reader?.onEnd = { [unowned self] in end($0) }
        reader?.onText = { [unowned self] bytes in
            if isInValue { value.append(contentsOf: bytes) }
            if isInFormula { formula.append(contentsOf: bytes) }
        }
    }

    func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool) -> Bool {
        guard let reader, reader.parse(bytes, isLast: isLast) else {
            if fault.isEmpty { fault = reader?.fault ?? "out of memory" }
            return false
        }
        return fault.isEmpty
    }

    /// The rows that ended since they were last taken.
    func take() -> [(number: Int, cells: [StoredCell])] {
        defer { rows.removeAll(keepingCapacity: true) }
        return rows
    }

    private func start(_ element: String, _ attributes: [String: String]) {
        switch element {
        case "row":
            let number = attributes["r"].flatMap { Int($0) } ?? row + 1
            if number <= row || number > SheetParser.rows { fault = "the row after row \(row) is row \(number)" }
            (row, cells) = (number, [])
        case "c":
            column = attributes["r"].flatMap(SheetParser.column) ?? cells.count
            kind = attributes["t"] ?? "n"
            value.removeAll(keepingCapacity: true)
            formula.removeAll(keepingCapacity: true)
            hasFormula = false
        case "rPh": isPhonetic = true
        case "v", "t": isInValue = !isPhonetic
        case "f": (isInFormula, hasFormula) = (true, true)
        default: break
        }
    }

    private func end(_ element: String) {
        switch element {
        case "v", "t": isInValue = false
        case "f": isInFormula = false
        case "rPh": isPhonetic = false
        case "c":
            while cells.count < column { cells.append(.blank) }
            if column == cells.count { cells.append(content) } else { fault = "the cells of row \(row) are not in order" }
        case "row": rows.append((row, cells))
        default: break
        }
    }

    private var content: StoredCell {
        let text = String(decoding: kind == "s" || kind == "n" ? value : XString.plain(value), as: UTF8.self)
        if hasFormula { return .formula(String(decoding: formula, as: UTF8.self), value: Double(text)) }
        switch kind {
        case "s":
            guard let index = Int(text), texts.indices.contains(index) else { return .blank }
            return .text(texts[index])
        case "e": return .error(text)
        case "b": return .text(text == "1" ? "true" : "false")
        case "n": return text.isEmpty ? .blank : Double(text).map(StoredCell.number) ?? .text(text)
        default: return text.isEmpty ? .blank : .text(text)
        }
    }
}
