import ArgumentParser
import ConstatControls
import ConstatDocuments
import ConstatModel

struct Evidence: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the auditor's evidence pack: a workbook and its manifest.",
        discussion: "Example:\n  constat evidence --framework nis2 --period 2026-Q3 --tenant acme --output pack")
    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var scope: PeriodOptions
    @OptionGroup var document: DocumentOptions
    @Option(help: ArgumentHelp("The framework the pack speaks to.", valueName: "id")) var framework: String

    func run() throws {
        let workspace = try place.workspace()
        let folders = try place.folders()
        let period = try scope.period(in: workspace.zone, asOf: place.asOf())
        let judging = try Judging(folders)
        let framework = try judging.framework(framework)
        let store = try place.openStore()
        try scope.checkTenant(store, workspace)
        let making = try EvidenceMaking(store: store, workspace: workspace, judging: judging, asOf: place.asOf())
        let language = document.lang ?? workspace.language
        let name = ["evidence", framework.id, scope.tenant?.fileNamePart, period.name, language.rawValue].compactMap(\.self).joined(
            separator: "-")
        let paths = try making.write(
            making.data(framework, period, tenant: scope.tenant), folders.words(language), name: name, to: document.output)
        Terminal.say(paths.joined(separator: "\n"))
    }
}
