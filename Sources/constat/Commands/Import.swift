import ArgumentParser
import ConstatImport
import ConstatModel
import ConstatStore
import Foundation

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Import exports of a SOC's tools into the store.",
        discussion: """
            The source is recognised by itself. Each file is imported whole or not at all; every row becomes a
            record or is refused with a reason (constat receipts rejected N).

            Example:
              constat import thehive-cases.json alerts.ndjson --tenant acme --dry-run
            """)

    @OptionGroup var place: WorkspaceOptions

    @Argument(
        help: ArgumentHelp(
            "Exports (JSON, NDJSON, CSV, XLSX, YAML; also .gz, .zst), folders of them; - is standard input.", valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp("Take the files for exports of this source.", valueName: "source")) var source: String?
    @Option(help: ArgumentHelp("Read the files with this profile (a name, or a YAML file).", valueName: "profile")) var profile: String?
    @Option(help: ArgumentHelp("All rows belong to this tenant.", valueName: "tenant")) var tenant: String?
    @Option(help: ArgumentHelp("Zone of times written without one.", valueName: "zone")) var zone: String?
    @Option(help: ArgumentHelp("How many rows the source says there are; another number read ends with exit code 1.", valueName: "n"))
    var controlTotal: Int?
    @Flag(help: "Do everything, show it, and store nothing.") var dryRun = false

    func run() throws {
        let library = try library()
        if let source, !library.sources.contains(source) {
            throw UsageError.unknownWord(option: "--source", word: source, known: library.sources)
        }
        let known = try profile.map { try named($0, in: library) }
        if let zone, Zone(zone) == nil { throw UsageError.badZone(zone) }
        let (workspace, asOf) = (try place.workspace(), try place.asOf())
        let key = try PrivacyKey.bytes(besideStore: place.store, isDryRun: dryRun)
        try check(workspace.privacy, library)
        let privacy = Privacy(workspace.privacy, key: key)
        let isNew = !FileManager.default.fileExists(atPath: place.store)
        var run = ImportRun(
            importer: Importer(library: library), store: try openStore(), workspace: workspace, asOf: asOf, privacy: privacy)
        (run.source, run.tenant, run.isDryRun, run.profile, run.zone) = (source, tenant, dryRun, known, zone.flatMap(Zone.init))
        defer { if isNew { removeWhenEmpty(run.store) } }
        try importAll(run)
    }

    /// The profiles to choose from: all, or the one that is named by its file and needs no other.
    private func library() throws -> ProfileLibrary {
        if let profile, ProfileLibrary.isProfile(profile), source == nil {
            let named = try Profile(contentsOf: URL(fileURLWithPath: profile))
            if named.also.isEmpty { return ProfileLibrary(profiles: [named]) }
        }
        return try place.profiles()
    }

    /// A fact that is misspelt would be kept in silence.
    private func check(_ privacy: [Privacy.Field: Privacy.Treatment], _ library: ProfileLibrary) throws {
        let known = library.facts.union(["*", "author"])
        for case .fact(let name) in privacy.keys where !known.contains(name) {
            throw UsageError.unknownWord(option: "privacy", word: "facts.\(name)", known: known.subtracting(["*"]).sorted())
        }
    }

    /// A first import that failed leaves no empty store behind.
    private func removeWhenEmpty(_ store: Store) {
        guard (try? store.receipts().isEmpty) ?? false else { return }
        try? FileManager.default.removeItem(atPath: place.store)
    }

    /// A dry run of a store that is not there runs in memory: nothing may be left behind.
    private func openStore() throws -> Store {
        if dryRun, !FileManager.default.fileExists(atPath: place.store) { return try Store.inMemory() }
        return try Store.open(creating: place.store)
    }

    private func named(_ name: String, in library: ProfileLibrary) throws -> Profile {
        if let profile = library.profiles.first(where: { $0.name == name }) { return profile }
        if ProfileLibrary.isProfile(name) { return try Profile(contentsOf: URL(fileURLWithPath: name)) }
        throw UsageError.unknownWord(option: "--profile", word: name, known: library.profiles.map(\.name))
    }

    private func importAll(_ run: ImportRun) throws {
        var results: [ImportRun.Result] = []
        var failed: [(file: String, status: ExitStatus)] = []
        var remedies: Set<String?> = []
        var rows = 0
        let inputs = try InputFile.all(files)
        for (index, file) in inputs.enumerated() {
            do {
                let input = try InputFile(file.path, name: file.name)
                defer { input.remove() }
                var run = run
                run.control = index == inputs.count - 1 ? controlTotal.map { Receipt.Control(total: $0, rows: rows) } : nil
                results.append(try run.run(input.path, name: input.name))
                rows += results.last?.receipt.counts.rows ?? 0
            } catch let error as any ExplainedError {
                // What to do is said once, however many files ask for it.
                Terminal.error(remedies.insert(error.remedy).inserted ? error.explanation : error.headline)
                failed.append((file.path, error.exitCode))
            }
        }
        if !results.isEmpty { Terminal.say(ImportTable(results: results, isDryRun: dryRun).text) }
        if let controlTotal, controlTotal != rows {
            Terminal.error("--control-total: the source says \(controlTotal) rows, \(rows) were read")
        }
        if let first = failed.first {
            if inputs.count > 1 {
                Terminal.note("\(failed.count) of \(inputs.count) files were not imported: \(failed.map(\.file).joined(separator: ", "))")
            }
            // A store that cannot be written is no fault of the files.
            let isStore = failed.contains { $0.status == .cannotWrite }
            throw inputs.count == 1 ? first.status : isStore ? .cannotWrite : ExitStatus.notUnderstood
        }
        if let controlTotal, controlTotal != rows { throw ExitStatus.notMet }
    }
}
