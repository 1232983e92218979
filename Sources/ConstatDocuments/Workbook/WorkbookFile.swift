import CXlsxWriter
public import ConstatModel
import Foundation

/// A workbook on its way into a file, row by row; the file appears whole or not at all.
public final class WorkbookFile {
    private let book: UnsafeMutablePointer<lxw_workbook>
    private let path: String
    private let styles: WorkbookStyles
    private var sheets: [SheetFile] = []

    /// - Parameters:
    ///   - title: in the file's properties, as `author`.
    ///   - asOf: the creation date in the file: the same workbook has the same bytes tomorrow.
    /// - Throws: when the file cannot be made.
    public init(path: String, title: String, author: String, asOf: Instant) throws(WorkbookFault) {
        var options = lxw_workbook_options()
        options.constant_memory = 1
        guard let book = workbook_new_opt(path + ".part", &options) else { throw WorkbookFault(problem: "the file cannot be made") }
        (self.book, self.path, styles) = (book, path, WorkbookStyles(book))
        title.withCString { title in
            author.withCString { author in
                var properties = lxw_doc_properties()
                properties.title = UnsafeMutablePointer(mutating: title)
                properties.author = UnsafeMutablePointer(mutating: author)
                properties.created = time_t(asOf.milliseconds / 1_000)
                workbook_set_properties(book, &properties)
            }
        }
    }

    /// Writes a workbook of one sheet; it appears whole or not at all.
    static func write(_ sheet: Sheet, to path: String, title: String, author: String, asOf: Instant) throws(WorkbookFault) {
        let book = try WorkbookFile(path: path, title: title, author: author, asOf: asOf)
        do throws(WorkbookFault) { try book.add(sheet.name).write(sheet) } catch {
            book.abandon()
            throw error
        }
        _ = try book.close()
    }

    /// Adds a tab behind those there are; its rows may come later, in any order of the tabs.
    public func add(_ name: String) throws(WorkbookFault) -> SheetFile {
        guard !sheets.contains(where: { $0.name == name }), let page = workbook_add_worksheet(book, name) else {
            throw WorkbookFault(problem: "the sheet \(name) cannot be made")
        }
        let sheet = SheetFile(name: name, page: page, book: book, styles: styles)
        sheets.append(sheet)
        return sheet
    }

    /// Gives a range a name, e.g. `time_to_detect` for `'Population'!$AF$5:$AF$900`.
    public func define(_ name: String, _ range: String) { workbook_define_name(book, name, "=" + range) }

    /// Writes the file.
    ///
    /// - Returns: what each sheet holds, in the order of the tabs.
    public func close() throws(WorkbookFault) -> [SheetPrint] {
        let faults = sheets.compactMap(\.fault)
        let result = workbook_close(book)
        let failed = faults.first ?? (result == LXW_NO_ERROR ? nil : String(cString: lxw_strerror(result)))
        if failed == nil, rename(path + ".part", path) == 0 { return sheets.map(\.print) }
        let reason = failed ?? String(cString: strerror(errno))
        unlink(path + ".part")
        throw WorkbookFault(problem: reason)
    }

    /// Forgets all that was written.
    public func abandon() {
        _ = workbook_close(book)
        unlink(path + ".part")
    }
}
