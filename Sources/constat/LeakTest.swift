import ConstatDocuments
import ConstatImport
import ConstatModel
import ConstatStore
import Foundation

/// Reads the packs of all tenants back: none may hold what is another's, and together they hold all.
struct LeakTest {
    /// Shorter ids are looked for where ids stand only: they may be anything elsewhere.
    private static let telling = 6

    let store: Store
    let workspace: Workspace
    let period: Period
    let tenants: [String]
    /// The folder of a tenant's pack.
    let folder: (String) -> String

    /// - Throws: an exit code when something leaks or is missing, after saying what.
    func run() throws {
        let owners = try store.owners()
        var leaks: [String] = []
        var population: [String: Int] = [:]
        for tenant in tenants {
            let folder = URL(fileURLWithPath: folder(tenant))
            let manifest = try JSONDecoder().decode(
                PackManifest.self, from: Data(try Files.bytes(folder.appendingPathComponent(PackFolder.manifest).path)))
            for (kind, count) in manifest.population { population[kind, default: 0] += count }
            leaks += try self.leaks(tenant, folder, manifest, owners)
        }
        for leak in leaks { Terminal.error(leak) }
        let whole = try counts()
        for (kind, count) in whole.sorted(by: { $0.key < $1.key }) where population[kind, default: 0] != count {
            leaks.append(kind)
            Terminal.error("the packs hold \(population[kind, default: 0]) of kind \(kind), the store \(count)")
        }
        if !leaks.isEmpty { throw ExitStatus.notMet }
        let sums = whole.sorted { $0.key < $1.key }.map { "\(population[$0.key, default: 0]) of \($0.value) \($0.key)s" }
        Terminal.say("leak test: \(tenants.count) packs, no foreign id in any, together \(sums.joined(separator: ", "))")
    }

    /// Records raised in the period, without merged ones, by the words of their kinds.
    private func counts() throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for kind in RecordKind.main {
            var count = 0
            try store.eachColumns(kind, tenant: nil, .raised(in: period), needs: RecordNeeds(Given(.raised))) { count += $0.count }
            counts[kind.word] = count
        }
        return counts
    }

    private func leaks(_ tenant: String, _ folder: URL, _ manifest: PackManifest, _ owners: RecordOwners) throws -> [String] {
        let others = tenants.filter { $0 != tenant }
        let names = Set(others + others.map { workspace.name(of: $0) }).subtracting([tenant, workspace.name(of: tenant)])
        var leaks: [String] = []
        for file in manifest.outputs where file.name.hasSuffix(".xlsx") {
            let book = try WorkbookReading(path: folder.appendingPathComponent(file.name).path, name: file.name)
            for sheet in book.sheets {
                try book.eachRow(of: sheet) { line, cells in
                    for (column, cell) in cells.enumerated() {
                        guard case .text(let text) = cell, leaks.count < 20 else { continue }
                        let isForeign = text.utf8.count >= Self.telling && owners.isForeign(text, to: tenant)
                        if isForeign || names.contains(text) {
                            leaks.append("\(file.name): \(sheet)!\(SheetPrint.letters(column))\(line) is another tenant's")
                        }
                    }
                }
            }
        }
        for file in manifest.outputs where file.name.hasSuffix(".json") {
            let text = String(decoding: try Files.bytes(folder.appendingPathComponent(file.name).path), as: UTF8.self)
            for name in names where text.contains("\"\(name)\"") { leaks.append("\(file.name) names another tenant") }
        }
        return leaks
    }
}
