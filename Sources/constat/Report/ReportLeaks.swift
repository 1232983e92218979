import ConstatModel
import ConstatResources
import ConstatStore
import Foundation

/// Reads the reports of all tenants back: none may hold what is another's.
struct ReportLeaks {
    let store: Store
    let workspace: Workspace
    let tenants: [String]
    let folders: ResourceFolders
    /// The folder of a tenant's reports.
    let folder: (String) -> String

    /// - Throws: an exit code when something leaks, after saying where.
    func run() throws {
        let (owners, ours) = (try store.owners(), try ownWords())
        var (read, unread, leaks) = (0, 0, 0)
        for tenant in tenants {
            let foreign = ForeignTexts(tenant: tenant, among: tenants, workspace, owners)
            for path in paths(folder(tenant)) {
                guard let texts = try ReportTexts(path) else {
                    unread += 1
                    continue
                }
                read += 1
                let found = texts.parts.first { foreign.holds($0) && !ours.contains($0) }
                guard let found = found ?? texts.words.sorted().first(where: { foreign.isID($0) && !ours.contains($0) }) else { continue }
                leaks += 1
                let name = foreign.names(in: found) ? ": \(found.prefix(60))" : ""
                Terminal.error("\(path) holds another tenant's text of \(found.count) letters\(name)")
            }
        }
        if leaks > 0 { throw ExitStatus.notMet }
        let rest = unread > 0 ? "; \(unread) PDF files are printed from the same pages and were not read" : ""
        Terminal.say("leak test: \(tenants.count) tenants, \(read) files, nothing of another tenant in any\(rest)")
    }

    /// What our own texts say in any report: a tenant may be called so, too.
    private func ownWords() throws -> Set<String> {
        let files = [ResourceFolders.Folder.templates, .reports].flatMap(folders.folders).flatMap { folder in
            (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".yaml") }
                .map { folder.appendingPathComponent($0).path }
        }
        return try Set(files.flatMap { ReportTexts.words(in: String(decoding: try Files.bytes($0), as: UTF8.self)) })
    }

    private func paths(_ folder: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return names.sorted().filter { $0.contains(".") && !$0.hasSuffix(".part") }.map { "\(folder)/\($0)" }
    }
}
