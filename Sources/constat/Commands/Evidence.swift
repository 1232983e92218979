import ArgumentParser
import ConstatControls
import ConstatDocuments
import ConstatModel
import ConstatStore

struct Evidence: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the auditor's evidence pack, and attach documents to controls.",
        discussion: "Example:\n  constat evidence --framework nis2 --period 2026-Q3 --tenant acme --output pack",
        subcommands: [EvidencePack.self, EvidenceAttach.self, EvidenceDocuments.self, EvidenceLeaks.self],
        defaultSubcommand: EvidencePack.self)
}

struct EvidencePack: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack", abstract: "Write the auditor's evidence pack: a workbook, what it takes to verify it, and the manifest.",
        discussion: "Example:\n  constat evidence --framework nis2 --period 2026-Q3 --tenant acme --output pack")
    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var scope: PeriodOptions
    @OptionGroup var document: DocumentOptions
    @OptionGroup var sample: SampleOptions
    @OptionGroup var signing: PackSigning
    @Option(help: ArgumentHelp("The framework the pack speaks to.", valueName: "id")) var framework: String
    @Option(help: ArgumentHelp("Records go on in a further sheet after so many rows (default: 1000000).", valueName: "count"))
    var rowsPerSheet = PackWriting.rowsPerSheet
    @Flag(help: "Call it final on the cover; without, it is a draft.") var final = false
    @Flag(help: "A pack for each tenant in a folder of its own, and a test that none holds what is another's.") var allTenants = false

    func run() throws {
        guard (1...PackWriting.rowsPerSheet).contains(rowsPerSheet) else {
            throw UsageError.fault(place: "--rows-per-sheet", problem: "a sheet cannot hold that", remedy: "write 1 to 1000000")
        }
        let workspace = try place.workspace()
        let (folders, asOf) = (try place.folders(), try place.asOf())
        let period = try scope.period(in: workspace.zone, asOf: asOf)
        if final, period.end > asOf {
            throw UsageError.fault(place: "--final", problem: "\(period.name) is not over", remedy: "write a draft, or wait for its end")
        }
        let judging = try Judging(folders)
        let framework = try judging.framework(framework)
        let store = try place.openStore()
        try scope.checkTenant(store, workspace)
        let language = document.lang ?? workspace.language
        let (sampling, words) = (try sample.sampling(), try folders.words(language))
        let isFinal = final
        func write(_ tenant: String?, to folder: PackFolder) throws -> [String] {
            let making = try EvidenceMaking(store: store, workspace: workspace, judging: judging, asOf: asOf, tenant: tenant)
            let name = ["evidence", framework.id, tenant?.tenantPart, period.name, language.rawValue].compactMap(\.self).joined(
                separator: "-")
            var data = try making.data(framework, period, sampling)
            (data.isFinal, data.language) = (isFinal, language)
            return try folder.write(making, data, words, name: name, rowsPerSheet)
                + signing.finish(folder)
        }
        guard allTenants else {
            return Terminal.say(try write(scope.tenant, to: PackFolder(path: document.output)).joined(separator: "\n"))
        }
        guard scope.tenant == nil else {
            throw UsageError.fault(place: "--tenant", problem: "all tenants were asked for", remedy: "leave one of the two away")
        }
        let tenants = try store.tenants()
        for tenant in tenants {
            Terminal.say(try write(tenant, to: PackFolder(path: document.path(tenant.tenantPart)))[0])
        }
        try LeakTest(store: store, workspace: workspace, period: period, tenants: tenants) { document.path($0.tenantPart) }.run()
    }
}
