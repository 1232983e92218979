/// The first rows of a CSV or workbook, read with one layout.
struct TableSample {
    let layout: CSVReader.Layout
    private(set) var collector = FieldCollector()
    /// Whether the header looks like one, and most rows fit it.
    private(set) var isTable = false

    /// - Throws: what keeps even the first row from being read.
    init(_ export: Export, _ layout: CSVReader.Layout) throws(ImportError) {
        self.layout = layout
        let reader = try CSVReader(try export.window(), layout)
        let isHeader = Self.isHeader(reader.header)
        let names = isHeader ? reader.header.map { Self.isColumn($0) ? $0 : "" } : []
        let fields = CSVFields(separator: reader.separator)
        var fitting = 0
        do {
            while !collector.isFull, try reader.next() {
                fields.split(reader.raw)
                let isShort = fields.count < reader.header.count && export.format == .workbook
                if fields.count == reader.header.count || isShort { fitting += 1 }
                if CSVFields.isText(reader.raw) { collector.add(fields, header: names) }
            }
        } catch {
            if collector.records == 0 { throw error }
        }
        isTable = isHeader && names.count { !$0.isEmpty } >= 2 && fitting * 10 >= collector.records * 8
    }

    /// A row of names: no number, no time, no address is among them, and few are empty.
    private static func isHeader(_ cells: [String]) -> Bool {
        let filled = cells.filter { !$0.isEmpty }
        return filled.count * 2 > cells.count && !filled.contains(where: isValue)
    }

    private static func isValue(_ cell: String) -> Bool {
        Double(cell) != nil || (cell.contains("@") && cell.contains(".")) || TimeWriting([.text(cell)]) != nil
    }

    /// A `^` leads out of a row in a profile, and no column has a name that begins with it.
    private static func isColumn(_ cell: String) -> Bool { DraftName.isName(cell) && !cell.hasPrefix("^") && cell != FieldPath.key.text }
}

extension TableSample {
    /// How many lines above a header are thought possible.
    private static let mostSkipped = 9

    /// The first layout that gives a table; as the reader finds it, when none does.
    static func best(of export: Export) throws(ImportError) -> TableSample {
        let first = try TableSample(export, layout(of: export, skip: 0, separator: nil))
        if first.isTable { return first }
        let separators: [UInt8?] = export.format == .workbook ? [nil] : [nil, UInt8(ascii: "|")]
        for skip in 0...mostSkipped {
            for separator in separators {
                let other = layout(of: export, skip: skip, separator: separator)
                if let sample = try? TableSample(export, other), sample.isTable { return sample }
            }
        }
        return first
    }

    private static func layout(of export: Export, skip: Int, separator: UInt8?) -> CSVReader.Layout {
        let isWorkbook = export.format == .workbook
        return CSVReader.Layout(skip: skip, separator: isWorkbook ? UInt8(ascii: ",") : separator, countsRows: isWorkbook)
    }
}
