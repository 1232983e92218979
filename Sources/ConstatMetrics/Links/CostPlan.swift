public import ConstatModel

/// What costs come to in a period: those of a year or a month by days, those of an alert or a case by how many there were.
public struct CostPlan: Sendable {
    private let period: Period
    private let end: Instant
    private let currency: String
    private let raised: [RecordKind: RaisedByDay]

    /// - Parameters:
    ///   - end: of the period, or now when it is not over: nothing is reckoned beyond that day.
    ///   - currency: amounts in others are left out.
    ///   - raised: alerts and cases of the period.
    public init(_ period: Period, until end: Instant, currency: String, raised: [RecordKind: RaisedByDay]) {
        (self.period, self.currency, self.raised) = (period, currency, raised)
        self.end = min(period.end, Self.midnight(of: Stamp(end.advanced(by: -1)), period.zone, days: 1))
    }

    /// In thousandths of the currency; nil for another currency, and where the amount or what it is for is not known.
    func thousandths(of cost: Record) -> Int64? {
        let days = days(of: cost)
        if !days.contains(where: { $0.month.held > 0 }) { return 0 }
        guard let amount = cost.facts["amount"].flatMap(Thousandths.of), cost.facts["currency"] == currency else {
            return nil
        }
        switch cost.facts["per"] {
        case "year": return Self.part(amount, days.map(\.year))
        case "month": return Self.part(amount, days.map(\.month))
        case "alert": return times(amount, .alert, cost)
        case "case": return times(amount, .case, cost)
        case "once": return cost.milestones[.raised].map { isInside($0) ? amount : 0 }
        default: return nil
        }
    }

    private func isInside(_ stamp: Stamp) -> Bool {
        let day = Self.midnight(of: stamp, period.zone)
        return period.start <= day && day < end
    }

    private func times(_ amount: Int64, _ kind: RecordKind, _ cost: Record) -> Int64? {
        let (product, isTooLarge) = amount.multipliedReportingOverflow(by: Int64(raised[kind]?.count(of: cost.tenant, held(cost)) ?? 0))
        return isTooLarge ? nil : product
    }

    /// Rounded once, to a thousandth.
    private static func part(_ amount: Int64, _ days: [(held: Int, of: Int)]) -> Int64 {
        Int64(days.reduce(0.0) { $0 + Double(amount) * Double($1.held) / Double($1.of) }.rounded())
    }

    /// For each month of the period: how many of its days the cost holds, out of those of the month and of the year.
    private func days(of cost: Record) -> [(month: (held: Int, of: Int), year: (held: Int, of: Int))] {
        var found: [(month: (held: Int, of: Int), year: (held: Int, of: Int))] = []
        var month = Period.month(of: period.start, zone: period.zone)
        while let current = month, current.start < end {
            let held = heldDays(cost, max(current.start, period.start), min(current.end, end))
            if let year = Period(String(current.name.prefix(4)), zone: period.zone) {
                found.append(((held, Self.count(current.start, current.end)), (held, Self.count(year.start, year.end))))
            }
            month = Period.month(of: current.end, zone: period.zone)
        }
        return found
    }

    private func heldDays(_ cost: Record, _ from: Instant, _ to: Instant) -> Int {
        let held = held(cost).clamped(to: from..<to)
        return held.isEmpty ? 0 : Self.count(held.lowerBound, held.upperBound)
    }

    /// From the first day of the cost to its last, both included, as far as they lie in the period.
    private func held(_ cost: Record) -> Range<Instant> {
        let start = max(period.start, cost.milestones[.raised].map { Self.midnight(of: $0, period.zone) } ?? period.start)
        let last = cost.milestones[.lastClosed].map { Self.midnight(of: $0, period.zone, days: 1) } ?? end
        return start..<max(start, min(end, last))
    }

    /// The first moment of the day of a stamp, or of a day after it, in a zone. Of a day alone noon decides: it
    /// lies on that day in every zone.
    private static func midnight(of stamp: Stamp, _ zone: Zone, days: Int = 0) -> Instant {
        let inside = stamp.precision.isCoarse ? stamp.instant.advanced(by: Instant.day / 2) : stamp.instant
        return zone.instant(of: zone.civil(at: inside).startOfDay.adding(days: days)).instant
    }

    /// Whole days, whatever the change of clocks.
    private static func count(_ from: Instant, _ to: Instant) -> Int {
        Int((Double(to.milliseconds - from.milliseconds) / Double(Instant.day)).rounded())
    }
}
