public import ArgumentParser
public import ConstatModel
import ConstatStore

/// Which stretch of time, and whose.
struct PeriodOptions: ParsableArguments {
    @Option(help: ArgumentHelp("2026-10, 2026-W41, 2026-Q3, 2026 or 2026-10-01..2026-10-15.", valueName: "period"))
    var period: String

    @Option(help: ArgumentHelp("One tenant only.", valueName: "tenant"))
    var tenant: String?

    /// - Throws: when the tenant is neither in the store nor in the configuration: a typing error is not "no data".
    func checkTenant(_ store: Store, _ workspace: Workspace) throws {
        if let tenant { try workspace.check(tenant: tenant, store) }
    }

    /// - Throws: for a period that has not begun at an instant: it has no figures yet.
    func period(in zone: Zone, asOf: Instant) throws -> Period {
        guard let period = Period(period, zone: zone) else { throw UsageError.badPeriod(self.period) }
        guard period.start < asOf else { throw UsageError.notBegun(self.period) }
        return period
    }
}

extension Language: ExpressibleByArgument {}
