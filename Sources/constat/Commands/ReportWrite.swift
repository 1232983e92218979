import ArgumentParser
import ConstatModel

extension Report {
    struct Write: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a report.",
            discussion: "Example:\n  constat report monthly --period 2026-10 --tenant acme --lang fr --format html,pdf --output reports")
        @OptionGroup var place: WorkspaceOptions
        @OptionGroup var scope: PeriodOptions
        @OptionGroup var document: DocumentOptions
        @Option(help: "One or several of: html, pdf, md, json, csv, xlsx.") var format = "html"
        @Flag(
            help: "A report for each tenant in a folder of its own, a page over all of them, and a test that none holds what is another's.")
        var allTenants = false
        @Argument(help: "Which report: see constat report list.") var report: String

        func run() throws {
            let writing = ReportWriting(
                formats: try ReportFormat.all(format), folder: document.output, shelf: try place.folders().templates())
            let making = try place.reportMaking(report)
            let period = try scope.period(in: making.workspace.zone, asOf: making.asOf)
            try making.definition.check(period)
            try scope.checkTenant(making.store, making.workspace)
            guard !allTenants else { return try writeAll(making, period, writing) }
            let language = document.lang ?? making.workspace.language(of: scope.tenant)
            let paths = try writing.write(
                making.data(period, tenant: scope.tenant), place.folders().words(language),
                named: making.fileName(period, scope.tenant, language))
            for path in paths { Terminal.say(path) }
        }

        private func writeAll(_ making: ReportMaking, _ period: Period, _ writing: ReportWriting) throws {
            guard scope.tenant == nil else {
                throw UsageError.misused(option: "--tenant", problem: "all tenants were asked for", remedy: "leave one of the two away")
            }
            try PortfolioRun(place, making, period, writing, document.lang).run()
        }
    }
}
