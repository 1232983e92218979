import ConstatImport
import Foundation

/// Every text of a written report, and what it is made of.
struct ReportTexts {
    /// Texts, and what stands between the signs that set things apart in them: names stand so.
    let parts: [String]
    /// Every word: ids stand so.
    let words: Set<String>

    /// Nil of a file that holds no texts that can be read.
    init?(_ path: String) throws {
        func text() throws -> String { String(decoding: try Files.bytes(path), as: UTF8.self) }
        let texts: [String]? =
            switch URL(fileURLWithPath: path).pathExtension {
            case "json": ForeignTexts.texts(of: try JSONSerialization.jsonObject(with: Data(Files.bytes(path))))
            case "html": try text().matches(of: />([^<]+)</).map { Self.plain(String($0.1)) }
            // A number in a table is a figure; ids of records stand behind a sign there.
            case "csv": try text().split(whereSeparator: { ",\r\n\"".contains($0) }).map(String.init).filter { Double($0) == nil }
            case "md": try text().split(whereSeparator: { "|\n*".contains($0) }).map { Self.plain(String($0)) }
            case "xlsx": try Self.cells(path)
            default: nil
            }
        guard let texts else { return nil }
        parts = texts + texts.flatMap(Self.parts)
        words = Set(texts.flatMap(Self.words))
    }

    /// Pages write `Monthly report · Acme`.
    private static func parts(of text: String) -> [String] {
        text.split { "·,;:()|".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// What stands between blanks and signs: pages write `#4711 · title`.
    static func words(in text: String) -> [String] {
        text.split(whereSeparator: { $0.isWhitespace || "#·,;:()[]{}\"'’«»".contains($0) }).map { word in
            String(word.reversed().drop { ".!?…".contains($0) }.reversed())
        }
    }

    private static func cells(_ path: String) throws -> [String] {
        let book = try WorkbookReading(path: path, name: URL(fileURLWithPath: path).lastPathComponent)
        var texts: [String] = []
        for sheet in book.sheets {
            try book.eachRow(of: sheet) { _, cells in
                for case .text(let text) in cells { texts.append(text) }
            }
        }
        return texts
    }

    private static func plain(_ text: String) -> String {
        let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        return entities.reduce(text.replacing("\\", with: "")) { $0.replacing($1.0, with: $1.1) }.trimmingCharacters(
            in: .whitespacesAndNewlines)
    }
}
