public import Foundation
import Mustache

/// The templates at hand. A template that is not there, or not right, is an error that names it.
public struct TemplateShelf: Sendable {
    private let library: MustacheLibrary
    /// The texts of templates, by name; those that cannot be read are named when they are asked for.
    private let texts: [String: String]
    private let broken: Set<String>

    /// A template that cannot be used.
    public struct Fault: Error, Hashable, Sendable {
        /// Its name or path inside the folder, e.g. `reports/monthly`.
        public let template: String
        /// What is wrong, in words.
        public let problem: String
    }

    /// Reads every `*.mustache` of the folders; a later folder replaces a template of the same name.
    public init(folders: [URL]) {
        var library = MustacheLibrary()
        var texts: [String: String] = [:]
        var broken: Set<String> = []
        for folder in folders {
            let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
            for path in paths.sorted() where path.hasSuffix(".mustache") {
                guard let bytes = FileManager.default.contents(atPath: folder.appendingPathComponent(path).path) else { continue }
                let name = String(path.dropLast(9))
                texts[name] = String(decoding: bytes, as: UTF8.self)
                do {
                    try library.register(texts[name] ?? "", named: name)
                    broken.remove(name)
                } catch { broken.insert(name) }
            }
        }
        (self.library, self.texts, self.broken) = (library, texts, broken)
    }

    func render(_ context: Any, with template: String) throws(Fault) -> String {
        if broken.contains(template) { throw Fault(template: template, problem: "the tags of this template do not fit together") }
        guard let text = library.render(context, withTemplate: template) else {
            throw Fault(template: template, problem: "there is no such template")
        }
        return text
    }

    /// Which of some names a template asks for that there are not: `{{value.NAME}}`.
    func unknownValues(in template: String, known: some Sequence<String>) -> [String] {
        let known = Set(known)
        return (texts[template] ?? "").matches(of: /\{\{\{?value\.([A-Za-z0-9]+)/).map { String($0.1) }.filter { !known.contains($0) }
    }

}
