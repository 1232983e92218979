import ArgumentParser
import ConstatDocuments
import ConstatModel

struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a report.", subcommands: [Monthly.self], defaultSubcommand: Monthly.self)

    struct Monthly: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the CISO's monthly report as one HTML file.",
            discussion: "Example:\n  constat report monthly --period 2026-10 --tenant acme --lang fr --output reports")
        @OptionGroup var place: WorkspaceOptions
        @OptionGroup var scope: PeriodOptions
        @OptionGroup var document: DocumentOptions

        func run() throws {
            let workspace = try place.workspace()
            let folders = try place.folders()
            let period = try scope.period(in: workspace.zone, asOf: place.asOf())
            guard period.isMonth else { throw UsageError.notAMonth(period.name) }
            let store = try place.openStore()
            try scope.checkTenant(store, workspace)
            let making = try ReportMaking(
                store: store, workspace: workspace, judging: Judging(folders),
                definition: folders.report("monthly"), asOf: place.asOf())
            let data = try making.data(period, tenant: scope.tenant)
            let language = document.lang ?? workspace.language
            let file = document.path(
                ["monthly", scope.tenant?.fileNamePart, period.name, language.rawValue].compactMap(\.self).joined(separator: "-") + ".html")
            try Files.makeFolder(document.output)
            try Files.write(folders.monthlyReport(data, language), to: file)
            Terminal.say(file)
        }
    }
}
