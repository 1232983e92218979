import ConstatDocuments
import ConstatModel
import ConstatNotification
import ConstatResources
import Foundation

extension ResourceFolders {
    /// Writes a draft in both formats; returns their paths.
    func write(_ data: DraftData, _ language: Language, to document: DocumentOptions) throws -> [String] {
        let (shelf, words) = (templates(), try words(language))
        return try Self.write(to: document.output, data.fileName(language.rawValue)) {
            (try shelf.draftMarkdown(data, words), try shelf.draftHTML(data, words))
        }
    }

    /// Writes a page in Markdown and HTML; returns their paths.
    static func write(
        to folder: String, _ name: String, _ page: () throws -> (markdown: String, html: String)
    ) throws -> [String] {
        let path = URL(fileURLWithPath: folder).appendingPathComponent(name).path
        do {
            let page = try page()
            try Files.makeFolder(folder)
            try Files.write(page.markdown, to: path + ".md")
            try Files.write(page.html, to: path + ".html")
        } catch let fault as TemplateShelf.Fault { throw UsageError(fault) }
        return [path + ".md", path + ".html"]
    }

    /// Writes a draft by a template of the workspace's own; returns its path.
    func write(_ data: DraftData, _ language: Language, by template: String, to document: DocumentOptions) throws -> String {
        let (shelf, words) = (templates(), try words(language))
        let name = URL(fileURLWithPath: template).lastPathComponent
        let path = document.path("\(data.fileName(nil))-\(name)")
        do { try Files.write(shelf.draft(data, words, by: template), to: path) } catch let fault as TemplateShelf.Fault {
            throw UsageError(fault)
        }
        return path
    }

    /// Writes the file of a stage for its authority, and the template as a workbook; returns their paths.
    func write(_ report: ReportFile, _ data: DraftData, _ language: Language, to document: DocumentOptions) throws -> [String] {
        let (json, workbook) = (document.path(data.fileName(nil) + ".json"), document.path(data.fileName(language.rawValue) + ".xlsx"))
        try Files.write(report.json, to: json)
        do { try ReportSheet(data, words(language)).write(to: workbook) } catch let fault as WorkbookFault {
            throw UsageError.cannotWrite(workbook, fault.problem)
        }
        return [json, workbook]
    }
}

extension DraftData {
    /// Without an extension; the tenant and the case in it.
    func fileName(_ last: String?) -> String { [regime.id, stage.id, caseName, last].compactMap(\.self).joined(separator: "-") }
}

extension Record {
    /// The part of a file's name that stands for a case: tenant and number.
    ///
    /// - Parameter isAlone: false when another case of the tenant has the same number: then its own id tells them apart.
    func fileName(isAlone: Bool) -> String {
        let parts = [tenant.tenantPart, (number ?? native).fileNamePart]
        return (isAlone ? parts : parts + ["\(native.fileNamePart)-\(Digest.hex(of: source + "\n" + native).prefix(8))"]).joined(
            separator: "_")
    }
}

extension String {
    /// The part of a file's name that stands for a tenant: where letters had to go, a few digits keep two tenants apart.
    var tenantPart: String {
        let part = fileNamePart
        return part == self ? part : [part, String(Digest.hex(of: self).prefix(8))].filter { !$0.isEmpty }.joined(separator: "-")
    }

    /// Letters, digits and dashes only: imported ids become part of file names.
    var fileNamePart: String {
        let kept = map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        return String(String(kept).split(separator: "-").joined(separator: "-").prefix(60))
    }
}
