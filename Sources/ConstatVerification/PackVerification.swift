public import ConstatDocuments
import ConstatImport
public import ConstatModel
public import Foundation

/// Computes a pack again from the pack alone.
///
/// First the signature and every digest; then each sheet, cell by cell as its print tells; then what each record means to each
/// figure, every figure, and the sample. Where two are unlike, sheet and cell are named.
public struct PackVerification {
    /// What was found.
    public struct Result: Sendable {
        /// What is unlike, the first first; empty when all matches.
        public var differences: [String] = []
        /// What is not a difference, but worth knowing.
        public var notes: [String] = []
        public var files = 0
        public var sheets = 0
        public var records = 0
        public var figures = 0
    }

    private let folder: URL
    private let trusted: String?
    private let words: (Language) throws -> Words

    /// - Parameters:
    ///   - trusted: a public key as PEM; nil to take the one that lies beside the signature.
    ///   - words: of documents, in a language.
    public init(_ folder: URL, trusted: String?, words: @escaping (Language) throws -> Words) {
        (self.folder, self.trusted, self.words) = (folder, trusted, words)
    }

    /// - Throws: what `words` throws; a pack that cannot be read is a difference.
    public func run() throws -> Result {
        var result = Result()
        let files = PackFiles(folder)
        guard let manifest = files.manifest(&result) else { return result }
        files.checkSignature(trusted, &result)
        files.checkDigests(manifest, &result)
        guard result.differences.allSatisfy({ !$0.hasPrefix("manifest.json") }), let recipe = files.recipe(manifest, &result),
            let workbook = manifest.outputs.first(where: { $0.name.hasSuffix(".xlsx") })
        else { return result }
        do {
            let book = try WorkbookReading(path: folder.appendingPathComponent(workbook.name).path, name: workbook.name)
            var check = try RecordsCheck(recipe, words(recipe.language))
            try check.read(book)
            try checkSheets(book, recipe, check.prints, &result)
            check.report(manifest, &result)
            try FiguresCheck(recipe, words(recipe.language), check).report(book, &result)
            try CountsCheck(recipe, words(recipe.language), manifest, check).report(book, &result)
        } catch let error as ImportError {
            result.differences.append(error.headline)
        } catch let error as PackRecipe.Unknown {
            result.differences.append("recompute.json: \(error.word) is not known to this version")
        }
        return result
    }

    /// Every sheet is there, in its order, and holds what was written.
    ///
    /// - Parameter known: of sheets that were read already.
    private func checkSheets(_ book: WorkbookReading, _ recipe: PackRecipe, _ known: [SheetPrint], _ result: inout Result) throws {
        let names = recipe.sheets.map(\.name)
        if book.sheets != names {
            result.differences.append(
                "the workbook has the sheets \(book.sheets.joined(separator: ", ")), not \(names.joined(separator: ", "))")
        }
        for sheet in recipe.sheets where book.sheets.contains(sheet.name) {
            result.sheets += 1
            let held = try known.first { $0.name == sheet.name } ?? print(of: sheet.name, book)
            if let place = sheet.difference(from: held) { result.differences.append("\(sheet.name)!\(place): not what was written") }
        }
    }

    private func print(of sheet: String, _ book: WorkbookReading) throws -> SheetPrint {
        var print = SheetPrint(name: sheet)
        try book.eachRow(of: sheet) { line, cells in print.add(cells, line) }
        return print
    }
}

extension SheetPrint {
    /// Takes a line by its number; those that were left out are empty.
    mutating func add(_ cells: [StoredCell], _ line: Int) {
        while lines < line - 1 { add([]) }
        add(cells.map(\.print))
    }
}

extension StoredCell {
    /// What the cell holds, as one number, as `Cell.print`.
    var print: UInt64 {
        switch self {
        case .blank: SheetPrint.blank
        case .text(let text): SheetPrint.print(text: text)
        case .number(let number): SheetPrint.print(number: number)
        case .formula(let formula, let value): SheetPrint.print(formula: formula, number: value ?? .nan)
        case .error(let error): SheetPrint.print(text: error)
        }
    }

    /// As people read it in a difference.
    var shown: String {
        switch self {
        case .blank: "nothing"
        case .text(let text): "“\(text.prefix(60))”"
        case .number(let number): "\(number)"
        case .formula(_, let value): value.map { "\($0)" } ?? "a formula"
        case .error(let error): error
        }
    }

    /// The number it holds, by itself or beside a formula.
    var number: Double? {
        switch self {
        case .number(let number): number
        case .formula(_, let value): value
        default: nil
        }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
}

extension Cell {
    /// As people read it in a difference.
    var shown: String {
        switch self {
        case .blank: "nothing"
        case .text(let text), .heading(let text): "“\(text.prefix(60))”"
        default: number.map { "\($0)" } ?? "nothing"
        }
    }
}
