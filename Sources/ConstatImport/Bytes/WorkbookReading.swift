/// What a cell of a workbook holds, as it is stored.
public enum StoredCell: Hashable, Sendable {
    case blank
    case text(String)
    case number(Double)
    /// A formula without its equals sign, and the value beside it.
    case formula(String, value: Double?)
    /// An error such as `#N/A`.
    case error(String)
}

/// A workbook to be read cell by cell, sheet by sheet; memory is bounded but for its shared texts.
public struct WorkbookReading {
    private let path: String
    private let name: String
    private let parts: WorkbookParts

    /// - Parameter name: of the file, in errors.
    /// - Throws: when it is no workbook.
    public init(path: String, name: String) throws(ImportError) {
        (self.path, self.name) = (path, name)
        parts = try WorkbookParts(path: path, name: name)
    }

    /// The names of the sheets, in the order of their tabs.
    public var sheets: [String] { parts.sheets.map(\.name) }

    /// Visits the rows of a sheet, each with its number as on the screen; rows without anything are not visited.
    public func eachRow(of sheet: String, _ visit: (Int, [StoredCell]) throws -> Void) throws {
        guard let entry = parts.sheets.first(where: { $0.name == sheet })?.path else {
            throw ImportError.damaged(file: name, reason: "it has no sheet \(sheet)")
        }
        let archive = try ZipEntry(path: path, name: name, entry: entry)
        let parser = StoredCellParser(parts.texts)
        while true {
            let bytes = try archive.next()
            guard parser.parse(bytes, isLast: bytes.isEmpty) else {
                throw ImportError.damaged(file: name, reason: "\(sheet): \(parser.fault)")
            }
            for row in parser.take() { try visit(row.number, row.cells) }
            if bytes.isEmpty { return }
        }
    }
}
