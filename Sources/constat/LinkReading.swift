import ConstatMetrics
import ConstatModel
import ConstatStore

/// Reads from a store what records say of one another, as far as it is asked for.
struct LinkReading {
    let store: Store
    let tenant: String?
    let asOf: Instant
    let words: LinkWords
    let currency: String

    /// The links that metrics over a period need.
    ///
    /// - Parameter kinds: how many records of each kind there are; kinds that are not there link nothing.
    func links(_ places: Set<Place>, in period: Period, _ kinds: [RecordKind: Int]) throws -> Links {
        var links = Links(words: words)
        let end = Evaluator.end(of: period, asOf: asOf)
        func needs(_ names: String...) -> Bool { names.contains { places.contains(Place(value: $0)) } }
        func has(_ kind: RecordKind) -> Bool { (kinds[kind] ?? 0) > 0 }
        if needs("covered"), has(.cover) { links.add(cover: try records(.cover)) }
        if needs("matched"), has(.match) { links.add(matches: try records(.match), alertSources: try store.sources(of: .alert)) }
        if needs("hunted"), has(.hunt) { links.add(hunts: try records(.hunt), caseSources: try store.sources(of: .case)) }
        if needs("indicatorSince"), has(.match) { links.add(indicators: try records(.indicator), matches: try records(.match)) }
        if needs("lastSeen"), has(.logSource) {
            links.add(heartbeats: try records(.heartbeat), logSources: try records(.logSource), before: end)
        }
        if needs("fired"), has(.rule), has(.alert) {
            let rules = try records(.rule)
            let tenants = try store.tenants(of: .alert)
            links.add(rules: rules, fired: try fired(rules, period), tenants: Set(tenants))
        }
        if needs("detected"), has(.technique), has(.rule) {
            links.add(techniques: try records(.technique), rules: try records(.rule), healthy: try healthy(end), before: end)
        }
        if needs("firstAlert", "firstBehaviour", "firstOther"), has(.case), has(.alert) { links.add(try caseAlerts()) }
        if needs("amountInPeriod"), has(.cost) { links.add(costs: try records(.cost), try costPlan(period)) }
        return links
    }

    /// The kinds that say something of others under these names; of some only those raised in the period do.
    static func kinds(of places: Set<Place>) -> [(kind: RecordKind, isOfPeriod: Bool)] {
        let kinds: [(name: String, kinds: [RecordKind], isOfPeriod: Bool)] = [
            ("covered", [.cover], false), ("matched", [.match], false), ("hunted", [.hunt], false),
            ("indicatorSince", [.indicator], false), ("lastSeen", [.heartbeat], false), ("fired", [.alert], true),
            ("detected", [.rule, .logSource, .heartbeat], false), ("firstAlert", [.alert], false), ("firstBehaviour", [.alert], false),
            ("firstOther", [.alert], false),
            ("amountInPeriod", [.alert, .case], true),
        ]
        return kinds.filter { places.contains(Place(value: $0.name)) }.flatMap { entry in entry.kinds.map { ($0, entry.isOfPeriod) } }
    }

    private func records(_ kind: RecordKind) throws -> [Record] { try store.records(kind, tenant: tenant, .any).map(\.record) }

    /// What alerts of the period name as their rule; of those that name none, the title.
    private func fired(_ rules: [Record], _ period: Period) throws -> Set<TenantName> {
        let end = Evaluator.end(of: period, asOf: asOf).milliseconds
        var fired: Set<TenantName> = []
        try store.eachColumns(.alert, tenant: tenant, .raised(in: period), needs: RecordNeeds(Given(.raised), places: [.rule])) { columns in
            guard !columns[.rule].isEmpty else { return }
            let named = zip(zip(columns.tenant, columns[.rule]), columns[.raised]).lazy.filter {
                $0.0.1 != RecordColumns.missing && $0.1 < end
            }
            for pair in named.map({ Int64($0.0.0) << 32 | $0.0.1 }).distinct() {
                let (code, rule) = (Int32(truncatingIfNeeded: pair >> 32), Int32(truncatingIfNeeded: pair))
                if let tenant = columns.names[code], let rule = columns.names[rule] { fired.insert(TenantName(tenant: tenant, name: rule)) }
            }
        }
        let titles = Set(rules.compactMap(\.title))
        for found in try store.titlesOfAlertsWithoutRule(tenant: tenant, period, before: end, among: titles) {
            fired.insert(TenantName(tenant: found.tenant, name: found.title))
        }
        return fired
    }

    /// Log sources that report at an instant.
    private func healthy(_ end: Instant) throws -> Set<TenantName> {
        var links = Links(words: words)
        let sources = try records(.logSource)
        links.add(heartbeats: try records(.heartbeat), logSources: sources, before: end)
        return links.reporting(sources, at: end)
    }

    private func caseAlerts() throws -> CaseAlerts {
        var alerts = CaseAlerts()
        try store.eachColumns(.alert, tenant: tenant, .any, needs: CaseAlerts.needs) { alerts.add($0, words) }
        return alerts
    }

    private func costPlan(_ period: Period) throws -> CostPlan {
        var raised: [RecordKind: RaisedByDay] = [:]
        for kind in RecordKind.main {
            var days = RaisedByDay(period)
            try store.eachColumns(kind, tenant: tenant, .raised(in: period), needs: RecordNeeds(Given(.raised))) { days.add($0) }
            raised[kind] = days
        }
        return CostPlan(period, until: Evaluator.end(of: period, asOf: asOf), currency: currency, raised: raised)
    }
}
