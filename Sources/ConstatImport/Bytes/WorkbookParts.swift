import Foundation

/// What has to be known of a workbook before its sheets can be read.
struct WorkbookParts {
    /// The sheets with their paths inside the zip, in the order of their tabs.
    private(set) var sheets: [(name: String, path: String)] = []
    /// The path of the first one.
    var sheet: String { sheets.first?.path ?? "xl/worksheets/sheet1.xml" }
    /// Texts that cells name by number.
    private(set) var texts: [String] = []
    /// For each cell style: nil for no date, true for a date with a time of day.
    private(set) var dates: [Bool?] = []
    /// Days count from 1904 instead of 1900.
    private(set) var is1904 = false

    init(path: String, name: String) throws(ImportError) {
        let named = try readWorkbook(path, name)
        let targets = try Self.targets(path, name)
        sheets = named.compactMap { sheet in
            targets[sheet.relation].map { (sheet.name, $0.hasPrefix("/") ? String($0.dropFirst()) : "xl/" + $0) }
        }
        try readStyles(path, name)
        try readTexts(path, name)
    }

    /// The names of the sheets and their relations.
    private mutating func readWorkbook(_ path: String, _ name: String) throws(ImportError) -> [(name: String, relation: String)] {
        var found: [(name: String, relation: String)] = []
        var is1904 = false
        try Self.read("xl/workbook.xml", path, name) { reader in
            reader.onStart = { element, attributes in
                if element == "sheet", let relation = attributes["id"] { found.append((attributes["name"] ?? "", relation)) }
                if element == "workbookPr" { is1904 = ["1", "true"].contains(attributes["date1904"] ?? "") }
            }
        }
        self.is1904 = is1904
        return found
    }

    /// The targets of all relations.
    private static func targets(_ path: String, _ name: String) throws(ImportError) -> [String: String] {
        var targets: [String: String] = [:]
        try read("xl/_rels/workbook.xml.rels", path, name) { reader in
            reader.onStart = { element, attributes in
                if element == "Relationship", let id = attributes["Id"] { targets[id] = attributes["Target"] }
            }
        }
        return targets
    }

    private mutating func readStyles(_ path: String, _ name: String) throws(ImportError) {
        var formats: [Int: String] = [:]
        var styles: [Bool?] = []
        var isInCells = false
        try Self.read("xl/styles.xml", path, name, isOptional: true) { reader in
            reader.onStart = { element, attributes in
                if element == "numFmt", let id = attributes["numFmtId"].flatMap({ Int($0) }) { formats[id] = attributes["formatCode"] }
                if element == "cellXfs" { isInCells = true }
                if element == "xf", isInCells { styles.append(Self.date(attributes["numFmtId"].flatMap { Int($0) } ?? 0, formats)) }
            }
            reader.onEnd = { if $0 == "cellXfs" { isInCells = false } }
        }
        dates = styles
    }

    /// Nil for no date; else whether the format shows a time of day.
    static func date(_ format: Int, _ codes: [Int: String]) -> Bool? {
        switch format {
        case 14...17, 27...31, 36, 50...58: return false
        case 18...22, 45...47: return true
        default: break
        }
        guard let code = codes[format] else { return nil }
        var plain = ""
        var isQuoted = false
        var isInBrackets = false
        for letter in code.lowercased() {
            if letter == "\"" { isQuoted.toggle() }
            if letter == "[" { isInBrackets = true }
            if !isQuoted, !isInBrackets { plain.append(letter) }
            if letter == "]" { isInBrackets = false }
        }
        guard plain.contains("y") || plain.contains("d") || plain.contains("h") else { return nil }
        return plain.contains("h") || plain.contains("s")
    }

    private mutating func readTexts(_ path: String, _ name: String) throws(ImportError) {
        var found: [String] = []
        var text: [UInt8] = []
        var size = 0
        var (isInText, isPhonetic) = (false, false)
        try Self.read("xl/sharedStrings.xml", path, name, isOptional: true) { reader in
            reader.onStart = { element, _ in
                if element == "rPh" { isPhonetic = true }
                if element == "t" { isInText = !isPhonetic }
            }
            reader.onText = { bytes in
                guard isInText, size <= WorkbookStream.largestTexts else { return }
                text.append(contentsOf: bytes)
                size += bytes.count
            }
            reader.onEnd = { element in
                if element == "rPh" { isPhonetic = false }
                if element == "t" { isInText = false }
                if element == "si" {
                    found.append(String(decoding: XString.plain(text), as: UTF8.self))
                    text.removeAll(keepingCapacity: true)
                    size += 32
                }
            }
        }
        guard size <= WorkbookStream.largestTexts else { throw .grows(file: name) }
        texts = found
    }

    private static func read(
        _ entry: String, _ path: String, _ name: String, isOptional: Bool = false, _ prepare: (XMLReader) -> Void
    ) throws(ImportError) {
        let part: ZipEntry
        do { part = try ZipEntry(path: path, name: name, entry: entry) } catch .damaged where isOptional { return }
        guard let reader = XMLReader() else { throw .unreadable(file: name, reason: "out of memory") }
        prepare(reader)
        while true {
            let bytes = try part.next()
            guard reader.parse(bytes, isLast: bytes.isEmpty) else { throw .damaged(file: name, reason: "\(entry): \(reader.fault)") }
            if bytes.isEmpty { return }
        }
    }
}
