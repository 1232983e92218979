import ArgumentParser
import ConstatMetrics
import ConstatModel

struct Incident: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Look at incidents.", subcommands: [IncidentFacts.self, Recurring.self])

    struct Recurring: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List confirmed cases with the same root cause within six months: candidates for a recurring incident.",
            discussion: """
                DORA asks for it every month (RTS 2024/1772 Art. 8(2)), NIS2 every quarter (Implementing Regulation 2024/2690 Art. 4). The
                six months end with --period. Whether the cases of a group together meet the criteria is for a person to say.

                Example:
                  constat incident recurring --period 2026-10 --tenant acme
                """)
        @OptionGroup var place: WorkspaceOptions
        @OptionGroup var scope: PeriodOptions

        func run() throws {
            let workspace = try place.workspace()
            let asOf = try place.asOf()
            let period = try scope.period(in: workspace.zone, asOf: asOf)
            let store = try place.openStore()
            try scope.checkTenant(store, workspace)
            let recurring = try RecurringReading(store: store, tenant: scope.tenant).causes(
                until: Evaluator.end(of: period, asOf: asOf), zone: workspace.zone)
            let rows = recurring.groups.flatMap { group in
                group.cases.enumerated().map { index, record in
                    [
                        index == 0 ? "\(group.cases.count)" : "", index == 0 ? group.tenant : "", index == 0 ? group.cause : "",
                        record.number ?? record.native, record.instant(.raised)?.iso ?? "", record.severity?.word ?? "",
                    ]
                }
            }
            if !rows.isEmpty {
                let head = ["cases", "tenant", "root cause", "case", "raised", "severity"]
                Terminal.say(TextTable(sides: [.right, .left, .left, .left, .left, .left], rows: [head] + rows).text)
            }
            Terminal.say(
                "\(recurring.window.lowerBound.iso) to \(recurring.window.upperBound.iso), assessed \(asOf.iso): "
                    + "\(grouped(recurring.groups.count)) candidate groups in \(grouped(recurring.confirmed)) confirmed cases, "
                    + "\(grouped(recurring.withoutCause)) of them without a root cause")
        }
    }
}
