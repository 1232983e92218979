public import ConstatModel

/// Every metric there is, in the order of pages and tables.
public enum MetricCatalogue {
    /// A part of the catalogue with what it is about.
    public struct Section: Sendable {
        public let title: Localized
        public let metrics: [Metric]

        init(_ en: String, _ fr: String, _ metrics: [Metric]) { (title, self.metrics) = (Localized(en: en, fr: fr), metrics) }
    }

    /// In the order of pages and tables.
    public static let sections = [
        Section("Detect", "Détecter", detect), Section("Respond", "Répondre", respond), Section("Tiers", "Niveaux", tiers),
        Section("Quality and automation", "Qualité et automatisation", quality),
        Section("Flow and service levels", "Flux et niveaux de service", flow),
        Section("Detection engineering and coverage", "Ingénierie de détection et couverture", engineering),
        Section("Hunting, learning, people", "Chasse, retour d’expérience, équipes", practice),
        Section("Service and duty to notify", "Service et notification", service),
    ]

    /// In the order of pages and tables.
    public static let all = sections.flatMap(\.metrics)

    private static let detect: [Metric] = [
        .alertVolume, .caseVolume, .incidentVolume, .timeToDetect, .dwellTime, .externalDiscoveryShare, .ingestLatency,
        .behaviourLeadTime, .intelligenceShare, .retroSearchTime, .indicatorAge,
    ]
    private static let respond: [Metric] = [
        .timeToAcknowledge, .timeToTriage, .timeToQualify, .timeToDeclare, .timeToContain, .timeToRespond, .timeToEradicate,
        .timeToRecover, .timeToResolve,
    ]
    private static let tiers: [Metric] =
        [.escalationToTier2, .escalationToTier3, .timeToEscalate, .timeToEscalateToTier3, .bounceBackShare, .missedEscalationShare]
        + Metric.loads
    private static let quality: [Metric] = [
        .falsePositiveShare, .benignShare, .precision, .undeterminedShare, .reclassificationShare, .reopeningShare, .judgedAlerts,
        .alertToIncidentRatio, .unattendedVerdictShare, .bulkVerdictShare, .automationShare, .assistedShare,
        .caseUnattendedVerdictShare, .caseBulkVerdictShare, .caseAutomationShare, .caseAssistedShare, .ransomwareShare,
    ]
    private static let flow: [Metric] = [
        .serviceLevelAcknowledge, .serviceLevelQualify, .serviceLevelContain, .serviceLevelResolve, .backlogAlerts, .backlogCases,
        .closedAlerts, .closedCases, .alertsWithClosing, .netFlowAlerts, .netFlowCases, .offHoursShare, .timeWithoutCover, .uncoveredShare,
    ]
    private static let engineering: [Metric] = [
        .rulesAdded, .rulesChanged, .rulesRetired, .testedRuleShare, .silentRuleShare, .ruleChangeDelay, .techniqueCoverage,
        .failedRunShare, .timeSaved, .logSourcesReporting, .retentionHeld, .eventsPerDay, .unparsedShare,
    ]
    private static let practice: [Metric] = [
        .huntsDone, .huntFindings, .rulesFromHunts, .huntedIncidentShare, .reviewsInTime, .overdueActionShare, .trainingParticipation,
        .trainingSuccess, .exercises, .findingsClosed,
    ]
    private static let service: [Metric] = [
        .serviceDeviations, .handoverDelay, .cost, .costPerAlert, .costPerCase, .timeToNotify, .notificationMargin, .notifiedInTime,
    ]

    /// The figure of quality that each figure of speed is read with: what is fast and done again was not fast.
    public static let beside: [String: String] = [
        "time-to-acknowledge": "unattended-verdict-share", "time-to-triage": "undetermined-share",
        "time-to-qualify": "reclassification-share",
        "time-to-declare": "precision", "time-to-contain": "reopening-share", "time-to-eradicate": "reopening-share",
        "time-to-recover": "reopening-share", "time-to-resolve": "reopening-share",
    ]

    /// The metric of an id or alias; nil when there is none.
    public static func metric(_ name: String) -> Metric? {
        all.first { $0.id == name || $0.aliases.contains(name) }
    }
}
