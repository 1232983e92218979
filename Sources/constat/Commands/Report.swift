import ArgumentParser
import ConstatControls
import ConstatDocuments
import ConstatModel
import ConstatResources
import ConstatYAML
import Foundation

struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a report.", subcommands: [Write.self, List.self, Check.self], defaultSubcommand: Write.self)

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
            guard !allTenants else { return try writeAll(period) }
            let language = document.lang ?? making.workspace.language(of: scope.tenant)
            let paths = try writing.write(
                making.data(period, tenant: scope.tenant), place.folders().words(language),
                named: making.fileName(period, scope.tenant, language))
            for path in paths { Terminal.say(path) }
        }

        private func writeAll(_ period: Period) throws {
            guard scope.tenant == nil else {
                throw UsageError.misused(option: "--tenant", problem: "all tenants were asked for", remedy: "leave one of the two away")
            }
            // Every worker speaks of the same instant.
            var place = place
            place.asOfText = try place.asOf().iso
            try PortfolioRun(
                place: place, report: report, period: period, formats: ReportFormat.all(format), folder: document.output,
                language: document.lang
            ).run()
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the reports there are.", discussion: "Example:\n  constat report list")
        @OptionGroup var place: WorkspaceOptions

        func run() throws {
            let folders = try place.folders()
            let judging = try Judging(folders)
            let rows = folders.reportNames.map { name in
                guard let definition = try? folders.report(name, judging) else {
                    return [name, "cannot be read: constat report check tells why"]
                }
                return [name, definition.period.rawValue, definition.title.en, definition.title.fr]
            }
            Terminal.say(TextTable(sides: [.left, .left, .left, .left], rows: rows).text)
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check the definition of a report of your own.", discussion: "Example:\n  constat report check Reports/mine.yaml")
        @OptionGroup var place: WorkspaceOptions
        @Argument(help: "The file.") var file: String

        func run() throws {
            let frameworks = try Judging(place.folders()).frameworks.map(\.id)
            let value: YAMLValue
            do { value = try YAMLValue.parse(String(decoding: Files.bytes(file), as: UTF8.self), file: file) } catch let fault as YAMLFault
            {
                throw UsageError(fault)
            }
            let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
            let faults = ReportDefinition.faults(value, name: name, frameworks: frameworks)
            guard faults.isEmpty else { throw UsageError.severalFaults(faults) }
            Terminal.say("\(file): nothing is wrong")
        }
    }
}
