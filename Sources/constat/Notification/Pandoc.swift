import Foundation

/// Turns Markdown into a Word document, where pandoc is installed.
enum Pandoc {
    /// - Returns: the path of the document, beside the Markdown.
    static func convert(_ markdown: String) throws -> String {
        guard let pandoc = Program("pandoc") else {
            throw UsageError.fault(
                place: "--docx", problem: "pandoc is not installed", remedy: "install it (apt install pandoc), or leave --docx out")
        }
        let document = URL(fileURLWithPath: markdown).deletingPathExtension().appendingPathExtension("docx").path
        try pandoc.run(["--from=markdown", "--to=docx", "--output=\(document)", markdown], toWrite: document)
        return document
    }
}
