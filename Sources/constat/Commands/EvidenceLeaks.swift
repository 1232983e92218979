import ArgumentParser
import ConstatModel
import ConstatStore

struct EvidenceLeaks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leaks", abstract: "Read the packs of all tenants back: none may hold what is another's; exit code 1 when one does.",
        discussion: "Example:\n  constat evidence leaks --period 2026-10 packs")
    @OptionGroup var place: WorkspaceOptions
    @Option(help: ArgumentHelp("The period of the packs.", valueName: "period")) var period: String
    @Argument(help: "The folder that --all-tenants wrote into.") var folder: String

    func run() throws {
        let workspace = try place.workspace()
        guard let period = Period(period, zone: workspace.zone) else { throw UsageError.badPeriod(self.period) }
        let store = try place.openStore()
        try LeakTest(store: store, workspace: workspace, period: period, tenants: store.tenants()) {
            PackFolder(path: folder).file($0.tenantPart)
        }.run()
    }
}
