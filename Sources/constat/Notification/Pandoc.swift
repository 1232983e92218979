import ConstatModel
import Foundation

/// Turns Markdown into a Word document, where pandoc is installed.
enum Pandoc {
    static var path: String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/pandoc" }
            .first(where: FileManager.default.isExecutableFile)
    }

    /// - Returns: the path of the document, beside the Markdown.
    static func convert(_ markdown: String) throws -> String {
        guard let path else {
            throw UsageError.fault(
                place: "--docx", problem: "pandoc is not installed", remedy: "install it (apt install pandoc), or leave --docx out")
        }
        let document = URL(fileURLWithPath: markdown).deletingPathExtension().appendingPathExtension("docx").path
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["--from=markdown", "--to=docx", "--output=\(document)", markdown]
        // The same text gives the same bytes.
        process.environment = ProcessInfo.processInfo.environment.merging(["SOURCE_DATE_EPOCH": "0"]) { _, new in new }
        do { try process.run() } catch { throw UsageError.cannotWrite(document, "pandoc cannot be run") }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw UsageError.cannotWrite(document, "pandoc ended with \(process.terminationStatus)")
        }
        return document
    }
}
