public import ArgumentParser
public import ConstatModel

/// Which stretch of time, and whose.
struct PeriodOptions: ParsableArguments {
    @Option(help: ArgumentHelp("2026-10, 2026-Q3, 2026 or 2026-10-01..2026-10-15.", valueName: "period"))
    var period: String

    @Option(help: ArgumentHelp("One tenant only.", valueName: "tenant"))
    var tenant: String?

    func period(in zone: Zone) throws -> Period {
        guard let period = Period(period, zone: zone) else { throw UsageError.badPeriod(self.period) }
        return period
    }
}

extension Language: ExpressibleByArgument {}
