/// A tenant's year: its alerts, its cases, and what its case tool calls them.
struct TenantHistory {
    let alerts: [SimulatedAlert]
    /// Each at the position of its key.
    let cases: [SimulatedCase]
    /// Keys in the order the cases were raised.
    let order: [Int]
    /// The case tool's ids, per key.
    let ids: [String]
    /// The numbers people say, per key.
    let numbers: [Int]

    /// - Parameters:
    ///   - numbersFrom: what the first case is called, and how far the next one may be from it.
    ///   - id: the case tool's id of the case with that place in the order, unless its id is fixed.
    init(
        alerts: [SimulatedAlert], cases: [SimulatedCase], numbersFrom first: Int, gap: Int = 1,
        random: inout SplitMix64,
        id: (Int, inout SplitMix64) -> String
    ) {
        order = cases.indices.sorted { (cases[$0].raised, $0) < (cases[$1].raised, $1) }
        var ids = Array(repeating: "", count: cases.count)
        var numbers = Array(repeating: 0, count: cases.count)
        var number = first
        for (place, key) in order.enumerated() {
            let drawn = id(place, &random)
            ids[key] = cases[key].fixedID ?? drawn
            numbers[key] = number
            number += random.between(1...gap)
        }
        (self.alerts, self.cases, self.ids, self.numbers) = (alerts, cases, ids, numbers)
    }

    /// The cases there were at that instant, as they stood, oldest first.
    func cases(at instant: Instant) -> [SimulatedCase] { order.compactMap { cases[$0].seen(at: instant) } }

    /// The case of an alert as it stood at the time of the export.
    func caseOf(_ alert: SimulatedAlert) -> SimulatedCase? {
        alert.caseKey.flatMap { cases[$0].seen(at: Period.export) }
    }
}

/// What to make of a tenant.
struct TenantPlan {
    let slug: String
    let book: RuleBook
    let hostPrefix: String
    let alertCount: Int
    /// About how many cases come from alerts.
    let caseCount: Int
    var specials: [SpecialIncident] = []

    /// Alerts in the order they were raised, and cases by their keys.
    func simulate(seed: UInt64) -> (alerts: [SimulatedAlert], cases: [SimulatedCase]) {
        var queue = AlertSimulation(book: book, random: SplitMix64(seed: seed, stream: "\(slug) alerts"))
        var alerts = queue.alerts(alertCount - specials.reduce(0) { $0 + $1.alerts.count })
        var desk = CaseSimulation(hostPrefix: hostPrefix, random: SplitMix64(seed: seed, stream: "\(slug) cases"))
        var cases = desk.cases(about: caseCount, for: &alerts)
        for special in specials { add(special, &alerts, &cases) }
        alerts.sort { $0.raised < $1.raised }
        OddTitles.put(into: &cases)
        return (alerts, cases)
    }

    private func add(_ special: SpecialIncident, _ alerts: inout [SimulatedAlert], _ cases: inout [SimulatedCase]) {
        var incident = special.incident
        (incident.key, incident.alertCount) = (cases.count, special.alerts.count)
        cases.append(incident)
        for var alert in special.alerts {
            alert.caseKey = incident.key
            alerts.append(alert)
        }
    }
}
