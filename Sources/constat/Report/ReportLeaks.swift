import ConstatModel
import ConstatStore
import Foundation

/// Reads the reports of all tenants back: none may hold what is another's.
struct ReportLeaks {
    let store: Store
    let workspace: Workspace
    let tenants: [String]
    /// The folder of a tenant's reports.
    let folder: (String) -> String

    /// - Throws: an exit code when something leaks, after saying where.
    func run() throws {
        let owners = try store.owners()
        var (files, leaks) = (0, 0)
        for tenant in tenants {
            let foreign = ForeignTexts(tenant: tenant, among: tenants, workspace, owners)
            for path in paths(folder(tenant)) {
                files += 1
                guard let found = try texts(path).first(where: { foreign.holds($0) || Self.words(in: $0).contains(where: foreign.holds) })
                else { continue }
                leaks += 1
                Terminal.error("\(path) holds another tenant's text of \(found.count) letters")
            }
        }
        guard files > 0 else { return Terminal.say("leak test: no file of letters to read; add html, md, json or csv to --format") }
        if leaks > 0 { throw ExitStatus.notMet }
        Terminal.say("leak test: \(tenants.count) tenants, \(files) files, nothing of another tenant in any")
    }

    private func paths(_ folder: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return names.sorted().map { "\(folder)/\($0)" }.filter { Self.readable.contains(URL(fileURLWithPath: $0).pathExtension) }
    }

    /// Files of letters; workbooks and PDF are made of the same values.
    private static let readable: Set<String> = ["html", "md", "json", "csv"]

    private func texts(_ path: String) throws -> [String] {
        let text = String(decoding: try Files.bytes(path), as: UTF8.self)
        switch URL(fileURLWithPath: path).pathExtension {
        case "json": return ForeignTexts.texts(of: try JSONSerialization.jsonObject(with: Data(text.utf8)))
        case "html": return text.matches(of: />([^<]+)</).map { Self.plain(String($0.1)) }
        // A number in a table is a figure; ids of records stand behind a sign there.
        case "csv": return text.split(whereSeparator: { ",\r\n\"".contains($0) }).map(String.init).filter { Double($0) == nil }
        default: return text.split(whereSeparator: { "|\n*".contains($0) }).map { Self.plain(String($0)) }
        }
    }

    /// What stands between blanks and signs: pages write `#4711 · title`.
    private static func words(in text: String) -> [String] {
        text.split(whereSeparator: { " \u{A0}\u{202F}#·,;()".contains($0) }).map(String.init)
    }

    private static func plain(_ text: String) -> String {
        let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        return entities.reduce(text.replacing("\\", with: "")) { $0.replacing($1.0, with: $1.1) }.trimmingCharacters(
            in: .whitespacesAndNewlines)
    }
}
