import ConstatDocuments
import ConstatImport
import ConstatModel
import ConstatStore
import Foundation

/// Reads the packs of all tenants back: none may hold what is another's, and together they hold all.
struct LeakTest {
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
            let path = folder.appendingPathComponent(PackFile.manifest).path
            guard let manifest = try? JSONDecoder().decode(PackManifest.self, from: Data(try Files.bytes(path))) else {
                throw UsageError.fault(place: path, problem: "this is no manifest of a pack", remedy: "write the packs again")
            }
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
        let foreign = ForeignTexts(tenant: tenant, among: tenants, workspace, owners)
        let recipe = try JSONDecoder().decode(
            PackRecipe.self, from: Data(try Files.bytes(folder.appendingPathComponent(PackFile.recipe).path)))
        var leaks: [String] = []
        for file in manifest.outputs where file.name.hasSuffix(".xlsx") {
            let book = try WorkbookReading(path: folder.appendingPathComponent(file.name).path, name: file.name)
            for sheet in book.sheets {
                // Stages of notification name cases as people do.
                let table = recipe.tables.first { $0.sheets.contains(sheet) && $0.kinds != [RecordKind.duty.word] }
                let (ids, whose) = (table?.columns.firstIndex(of: "native"), table?.columns.firstIndex(of: "tenant"))
                try book.eachRow(of: sheet) { line, cells in
                    if let table, line >= table.firstRow, let ids, let whose, max(ids, whose) < cells.count {
                        guard case .text(let id) = cells[ids], case .text(tenant.shownInCell) = cells[whose],
                            !owners.isForeign(id, to: tenant)
                        else { return leaks.append("\(file.name): row \(line) of \(sheet) is another tenant's") }
                    }
                    for (column, cell) in cells.enumerated() {
                        guard case .text(let text) = cell, leaks.count < 20, foreign.holds(text) else { continue }
                        leaks.append("\(file.name): \(sheet)!\(SheetPrint.letters(column))\(line) is another tenant's")
                    }
                }
            }
        }
        for file in [PackFile.recipe, PackFile.manifest, PackFile.results] {
            let value = try JSONSerialization.jsonObject(with: Data(Files.bytes(folder.appendingPathComponent(file).path)))
            if ForeignTexts.texts(of: value).contains(where: { foreign.names(in: $0) && !Self.ours.contains($0) }) {
                leaks.append("\(file) names another tenant")
            }
        }
        return leaks
    }

    /// Words of the files' own forms, that a tenant may be called too.
    private static let ours: Set<String> = [
        "other", "not-satisfied", "TEST", "SHA-256", "alert", "case", "supports", "partlySupports", "doesNotShow", "noData",
    ]
}
