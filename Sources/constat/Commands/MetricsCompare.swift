import ArgumentParser
import ConstatMetrics
import ConstatModel
import ConstatResources

extension Metrics {
    struct Compare: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print another tool's figures beside ours, with the instants that differ and the records that make the difference.",
            discussion: """
                The other tool's figures are computed from the same store, by the definitions in Controls/vendors.yaml.

                Example:
                  constat metrics compare --with sentinel --period 2026-10
                """)
        @OptionGroup var place: WorkspaceOptions
        @OptionGroup var scope: PeriodOptions
        @Option(help: "The tool, e.g. sentinel, thehive, kibana.") var with: String
        @Option(help: ArgumentHelp("Name so many records on each side.", valueName: "number")) var records = 3

        func run() throws {
            let (workspace, folders) = (try place.workspace(), try place.folders())
            let period = try scope.period(in: workspace.zone, asOf: place.asOf())
            let file = try folders.yaml(.controls, "vendors.yaml")
            let vendors: [Vendor]
            do { vendors = try Vendor.all(file) } catch { throw UsageError(error) }
            guard let vendor = vendors.first(where: { $0.tool == with }) else {
                throw UsageError.unknownWord(option: "--with", word: with, known: vendors.map(\.tool))
            }
            let store = try place.openStore()
            try scope.checkTenant(store, workspace)
            let measuring = try Measuring(
                store: store, workspace: workspace, judging: { try Judging(folders) }, asOf: place.asOf(), tenant: scope.tenant)
            Terminal.say("\(vendor.title) · \(period.name)\n\(vendor.source) (\(vendor.checked), \(vendor.confidence))")
            for metric in vendor.metrics {
                let difference = try VendorDifference(metric, measuring, period)
                Terminal.say("\n" + difference.text(naming: max(records, 0)))
            }
        }
    }
}
