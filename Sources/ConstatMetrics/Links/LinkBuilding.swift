public import ConstatModel

extension Links {
    private static func key(_ record: Record) -> Int64 {
        Batch.key(record.kind, source: record.source, tenant: record.tenant, native: record.native)
    }

    /// When somebody covers each tenant.
    public mutating func add(cover records: [Record]) { set(cover: Dictionary(grouping: records, by: \.tenant).mapValues(Cover.init)) }

    /// Alerts in which an indicator was seen.
    ///
    /// - Parameter sources: those that there are alerts of; a match names the alert alone.
    public mutating func add(matches: [Record], alertSources sources: [String]) {
        var keys: Set<Int64> = []
        for match in matches {
            guard let alert = match.facts["alert"] else { continue }
            for source in sources { keys.insert(Batch.key(.alert, source: source, tenant: match.tenant, native: alert)) }
        }
        self[.told("matched")] = Values(keys, of: Set(matches.map(\.tenant)))
    }

    /// Cases that a hunt opened.
    public mutating func add(hunts: [Record], caseSources sources: [String]) {
        var keys: Set<Int64> = []
        for hunt in hunts {
            for native in (hunt.facts["cases"] ?? "").split(separator: " ") {
                for source in sources { keys.insert(Batch.key(.case, source: source, tenant: hunt.tenant, native: String(native))) }
            }
        }
        self[.told("hunted")] = Values(keys, of: Set(hunts.map(\.tenant)))
    }

    /// Since when the indicator of each match is known: from when it holds, else when it was taken in.
    public mutating func add(indicators: [Record], matches: [Record]) {
        var since: [TenantName: Int64] = [:]
        for indicator in indicators {
            let from = indicator.facts["validFrom"].flatMap { Stamp(told: $0)?.instant }
            since[TenantName(tenant: indicator.tenant, name: indicator.native)] = (from ?? indicator.instant(.raised))?.milliseconds
        }
        var values: [Int64: Int64] = [:]
        for match in matches {
            values[Self.key(match)] = match.facts["indicator"].flatMap { since[TenantName(tenant: match.tenant, name: $0)] }
        }
        self[.told("indicatorSince")] = Values(values)
    }

    /// When each log source was last seen before an instant.
    public mutating func add(heartbeats: [Record], logSources: [Record], before end: Instant) {
        var seen: [TenantName: Int64] = [:]
        for heartbeat in heartbeats {
            guard let name = heartbeat.facts["logSource"], let at = heartbeat.instant(.raised), at <= end else { continue }
            let source = TenantName(tenant: heartbeat.tenant, name: name)
            seen[source] = max(seen[source] ?? .min, at.milliseconds)
        }
        var values: [Int64: Int64] = [:]
        for source in logSources { values[Self.key(source)] = seen[TenantName(tenant: source.tenant, name: source.native)] }
        self[.told("lastSeen")] = Values(values)
    }

    /// Rules that raised an alert.
    ///
    /// - Parameters:
    ///   - fired: the tenant and the rule's name or id, as alerts tell them.
    ///   - tenants: those that there are alerts of at all.
    public mutating func add(rules: [Record], fired: Set<TenantName>, tenants: Set<String>) {
        let keys = rules.filter { rule in
            [rule.native, rule.title].contains { $0.map { fired.contains(TenantName(tenant: rule.tenant, name: $0)) } ?? false }
        }
        self[.told("fired")] = Values(Set(keys.map(Self.key)), of: tenants)
    }

    /// Techniques that a rule detects which runs, was tested within a year, and whose log source reports, where it names one.
    ///
    /// - Parameter healthy: the tenants and ids of log sources that report.
    public mutating func add(techniques: [Record], rules: [Record], healthy: Set<TenantName>, before end: Instant) {
        var detected: Set<TenantName> = []
        for rule in rules where Self.isWatching(rule, healthy: healthy, at: end) {
            detected.formUnion(rule.techniques.map { TenantName(tenant: rule.tenant, name: $0) })
        }
        let found = techniques.filter { detected.contains(TenantName(tenant: $0.tenant, name: $0.native)) }
        self[.told("detected")] = Values(Set(found.map(Self.key)), of: Set(rules.map(\.tenant)))
    }

    /// Whether a rule runs, was tested within a year, and its log source reports, where it names one.
    static func isWatching(_ rule: Record, healthy: Set<TenantName>, at end: Instant) -> Bool {
        guard isRunning(rule, at: end), let tested = rule.facts["tested"].flatMap({ Stamp(told: $0)?.instant }), tested < end,
            end.milliseconds - tested.milliseconds <= 365 * Instant.day
        else { return false }
        return rule.facts["logSource"].map { healthy.contains(TenantName(tenant: rule.tenant, name: $0)) } ?? true
    }

    /// Whether a rule is there and enabled.
    static func isRunning(_ rule: Record, at end: Instant) -> Bool { rule.facts["state"] == "enabled" && isThere(rule, at: end) }

    private static func isThere(_ record: Record, at end: Instant) -> Bool {
        (record.instant(.raised).map { $0 < end } ?? true) && (record.instant(.lastClosed).map { $0 >= end } ?? true)
    }

    /// The alerts of each case: the first of all, the first that behaviour raised, the first that anything else did.
    public mutating func add(_ alerts: CaseAlerts) {
        self[.told("firstAlert")] = Values(alerts.first)
        self[.told("firstBehaviour")] = Values(alerts.firstBehaviour)
        self[.told("firstOther")] = Values(alerts.firstOther)
    }

    /// What each cost comes to in a period.
    public mutating func add(costs: [Record], _ plan: CostPlan) {
        var values: [Int64: Int64] = [:]
        for cost in costs { values[Self.key(cost)] = plan.thousandths(of: cost) }
        self[.told("amountInPeriod")] = Values(values)
    }
}

extension Links {
    /// Those of some log sources that report at an instant, as `Condition.isReporting` says; one that tells no limit of silence does not.
    public func reporting(_ sources: [Record], at end: Instant) -> Set<TenantName> {
        let reporting = sources.filter { source in
            guard let silence = source.facts["silenceMinutes"].flatMap(Thousandths.of) else { return false }
            let last = source.facts["lastEvent"].flatMap { Stamp(told: $0)?.instant.milliseconds }
            let seen = self[.told("lastSeen")]?.byKey[Self.key(source)]
            guard let heard = [last, seen].compactMap(\.self).max() else { return false }
            return Answers.isReporting(heard: heard, silence: silence, at: end.milliseconds)
        }
        return Set(reporting.map { TenantName(tenant: $0.tenant, name: $0.native) })
    }
}
