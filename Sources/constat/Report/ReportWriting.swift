import ConstatDocuments
import ConstatModel
import ConstatResources
import Foundation

/// Writes a report in the formats that are asked for.
struct ReportWriting: Sendable {
    let formats: [ReportFormat]
    let folder: String
    let shelf: TemplateShelf

    /// - Parameters:
    ///   - name: of the files, without an extension.
    ///   - inner: another folder than the writing's own.
    /// - Returns: the paths of what was written.
    func write(_ data: ReportData, _ words: Words, named name: String, in inner: String? = nil) throws -> [String] {
        let folder = inner ?? folder
        try Files.makeFolder(folder)
        let document = ReportDocument(data, words)
        let base = URL(fileURLWithPath: folder).appendingPathComponent(name).path
        return try formats.flatMap { try write($0, document, data, words, base) }
    }

    private func write(_ format: ReportFormat, _ document: ReportDocument, _ data: ReportData, _ words: Words, _ base: String) throws
        -> [String]
    {
        let path = "\(base).\(format.rawValue)"
        do {
            switch format {
            case .html: try Files.write(document.html(shelf), to: path)
            case .md: try Files.write(document.markdown, to: path)
            case .json: try Files.write(ReportJSON(data).text(), to: path)
            case .xlsx: try document.writeBook(to: path, words, asOf: data.asOf)
            case .csv: return try writeTables(document, base + "-csv")
            case .pdf: try print(document, path, data.asOf)
            }
        } catch let fault as TemplateShelf.Fault { throw UsageError(fault) } catch let fault as WorkbookFault {
            throw UsageError.cannotWrite(path, fault.problem)
        }
        return [path]
    }

    private func writeTables(_ document: ReportDocument, _ folder: String) throws -> [String] {
        try Files.makeFolder(folder)
        for table in document.tables {
            let text = table.rows.map { $0.map(CSVText.field).joined(separator: ",") }.joined(separator: "\r\n") + "\r\n"
            try Files.write(text, to: "\(folder)/\(table.name).csv")
        }
        return [folder]
    }

    /// From a page that is kept aside: one that is there already is not touched.
    private func print(_ document: ReportDocument, _ file: String, _ asOf: Instant) throws {
        let page = FileManager.default.temporaryDirectory.appendingPathComponent("constat-\(UUID().uuidString).html")
        defer { try? FileManager.default.removeItem(at: page) }
        try Files.write(document.html(shelf), to: page.path)
        try PDFPrinting.print(page, to: file, asOf: asOf)
    }
}
