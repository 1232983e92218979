import ArgumentParser
import ConstatDocuments
import ConstatModel
import ConstatResources

struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a report.", subcommands: [Write.self], defaultSubcommand: Write.self)

    struct Write: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "write", abstract: "Write a report.",
            discussion: "Example:\n  constat report monthly --period 2026-10 --tenant acme --lang fr --output reports")
        @OptionGroup var place: WorkspaceOptions
        @OptionGroup var scope: PeriodOptions
        @OptionGroup var document: DocumentOptions
        @Argument(help: "Which report: see constat report list.") var report: String

        func run() throws {
            let workspace = try place.workspace()
            let folders = try place.folders()
            let judging = try Judging(folders)
            let definition = try folders.report(report, judging)
            let period = try scope.period(in: workspace.zone, asOf: place.asOf())
            let store = try place.openStore()
            try scope.checkTenant(store, workspace)
            let making = try ReportMaking(
                store: store, workspace: workspace, judging: judging, definition: definition, asOf: place.asOf())
            let data = try making.data(period, tenant: scope.tenant)
            let language = document.lang ?? workspace.language(of: scope.tenant)
            let words = try folders.words(language)
            let name = [report, scope.tenant?.fileNamePart, period.name, language.rawValue].compactMap(\.self).joined(separator: "-")
            try Files.makeFolder(document.output)
            let file = document.path(name + ".html")
            do { try Files.write(ReportDocument(data, words).html(folders.templates()), to: file) } catch let fault as TemplateShelf.Fault {
                throw UsageError(fault)
            }
            Terminal.say(file)
        }
    }
}
