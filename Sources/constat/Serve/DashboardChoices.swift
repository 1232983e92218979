import ConstatDocuments
import ConstatModel
import ConstatResources
import ConstatStore

/// What can be chosen on top of each page.
struct DashboardChoices {
    private static let mostPeriods = 24
    let all: [DashboardFrame.Choice]

    init(_ making: ReportMaking, _ scope: DashboardScope, _ folders: ResourceFolders, _ words: Words) throws {
        let periods = Self.periods(making, scope.period)
        let tenants = try making.tenants()
        all = [
            DashboardFrame.Choice(
                name: "report", title: words("serve.report"), chosen: scope.report,
                // One that is broken is left out; constat report check tells why.
                options: folders.reportNames.compactMap { name in
                    (try? folders.report(name, making.judging)).map { (name, $0.title[scope.language]) }
                }),
            DashboardFrame.Choice(
                name: "period", title: words("serve.period"), chosen: scope.period.name,
                options: periods.map { ($0.name, words.name(of: $0)) }),
            DashboardFrame.Choice(
                name: "tenant", title: words("report.tenant"), chosen: scope.tenant ?? "",
                options: [("", words("serve.allTenants"))] + tenants.map { ($0, making.workspace.name(of: $0)) }),
            DashboardFrame.Choice(
                name: "lang", title: words("serve.language"), chosen: scope.language.rawValue,
                options: [("en", "English"), ("fr", "Français")]),
        ]
    }

    /// The last period that is over.
    static func latest(_ making: ReportMaking) -> Period? {
        making.definition.period.period(holding: making.asOf, zone: making.workspace.zone)?.previous
    }

    /// The one that runs and those before it; the chosen one in any case.
    private static func periods(_ making: ReportMaking, _ chosen: Period) -> [Period] {
        var periods = [making.definition.period.period(holding: making.asOf, zone: making.workspace.zone)].compactMap(\.self)
        while periods.count < mostPeriods, let before = periods.last?.previous { periods.append(before) }
        return periods.contains(chosen) ? periods : periods + [chosen]
    }
}
