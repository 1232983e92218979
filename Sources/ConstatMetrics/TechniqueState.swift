public import ConstatModel

/// What is known of an ATT&CK technique at the end of a period.
public struct TechniqueState: Sendable {
    /// For example `T1003`.
    public let id: String
    public let name: String
    /// In the words of ATT&CK, e.g. `credential-access`.
    public let tactics: [String]
    /// Enabled rules for it.
    public let rules: Int
    /// Whether it counts as covered, at every tenant that has it: the definition of `technique-coverage`.
    public let isCovered: Bool
    /// Alerts of the period that name it.
    public let alerts: Int

    public init(id: String, name: String, tactics: [String], rules: Int, isCovered: Bool, alerts: Int) {
        (self.id, self.name, self.tactics, self.rules, self.isCovered, self.alerts) = (id, name, tactics, rules, isCovered, alerts)
    }

    /// The states of all techniques that are not deprecated, in the order of their ids.
    ///
    /// - Parameters:
    ///   - sources: log sources, with their `heartbeats`: a rule whose source is silent watches nothing.
    ///   - alerts: how many alerts name each id.
    public static func all(
        _ techniques: [Record], rules: [Record], sources: [Record], heartbeats: [Record], alerts: [String: Int], at end: Instant
    ) -> [TechniqueState] {
        var links = Links(words: LinkWords())
        links.add(heartbeats: heartbeats, logSources: sources, before: end)
        let healthy = links.reporting(sources, at: end)
        var running: [TenantName: Int] = [:]
        var watched: Set<TenantName> = []
        for rule in rules where Links.isRunning(rule, at: end) {
            let names = rule.techniques.map { TenantName(tenant: rule.tenant, name: $0) }
            for name in names { running[name, default: 0] += 1 }
            if Links.isWatching(rule, healthy: healthy, at: end) { watched.formUnion(names) }
        }
        let known = techniques.filter { $0.facts["deprecated"] != "yes" }
        return Dictionary(grouping: known, by: \.native).sorted { $0.key < $1.key }.map { id, records in
            let names = records.map { TenantName(tenant: $0.tenant, name: id) }
            return TechniqueState(
                id: id, name: records[0].title ?? "", tactics: (records[0].facts["tactics"] ?? "").split(separator: " ").map(String.init),
                rules: names.reduce(0) { $0 + (running[$1] ?? 0) }, isCovered: names.allSatisfy(watched.contains), alerts: alerts[id] ?? 0)
        }
    }
}
