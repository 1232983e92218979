import ConstatModel

/// Every metric there is, in the order of pages and tables.
public enum MetricCatalogue {
    /// In the order of pages and tables.
    public static let all: [Metric] = [
        .alertVolume, .caseVolume, .timeToDetect, .dwellTime, .externalDiscoveryShare, .ingestLatency,
        .timeToAcknowledge, .timeToTriage, .timeToQualify, .timeToDeclare, .timeToContain, .timeToEradicate, .timeToRecover, .timeToResolve,
        .escalationToTier2, .escalationToTier3, .falsePositiveShare, .benignShare, .precision, .undeterminedShare,
        .serviceLevelAcknowledge, .serviceLevelContain, .serviceLevelResolve, .backlogAlerts, .backlogCases,
    ]

    /// The metric of an id or alias; nil when there is none.
    public static func metric(_ name: String) -> Metric? {
        all.first { $0.id == name || $0.aliases.contains(name) }
    }
}

/// What a measurement can be split by.
public enum Dimension: String, CaseIterable, Sendable {
    /// The raw value is the word after `--by`; a month is that of `raised`, e.g. `2026-10`.
    case severity, tenant, source, month
}
