public import Foundation
import Mustache

/// The templates at hand. A template that is not there, or not right, is an error that names it.
public struct TemplateShelf: Sendable {
    private let library: MustacheLibrary

    /// A template that cannot be used.
    public struct Fault: Error, Hashable, Sendable {
        /// Its name or path inside the folder, e.g. `reports/monthly`.
        public let template: String
        /// What is wrong, in words.
        public let problem: String
    }

    /// Reads every `*.mustache` of the folders; a later folder replaces a template of the same name.
    public init(folders: [URL]) throws(Fault) {
        var library = MustacheLibrary()
        for folder in folders {
            let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
            for path in paths.sorted() where path.hasSuffix(".mustache") {
                guard let bytes = FileManager.default.contents(atPath: folder.appendingPathComponent(path).path) else { continue }
                do { try library.register(String(decoding: bytes, as: UTF8.self), named: String(path.dropLast(9))) } catch {
                    throw Fault(template: path, problem: "\(error)")
                }
            }
        }
        self.library = library
    }

    func render(_ context: Any, with template: String) throws(Fault) -> String {
        guard let text = library.render(context, withTemplate: template) else {
            throw Fault(template: template, problem: "there is no such template")
        }
        return text
    }

    /// The monthly report as one self-contained HTML page.
    public func monthlyReport(_ data: ReportData, _ words: Words) throws(Fault) -> String {
        try render(MonthlyPage(data, words), with: "reports/monthly")
    }
}
