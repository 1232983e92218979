import ConstatModel

extension Metric {
    /// The share of alerts decided by tier 1 that it handed to tier 2.
    ///
    /// - Unit: share from 0 to 1.
    static let escalationToTier2 = Metric(
        id: "escalation-t1-t2",
        title: Localized(en: "Escalation T1→T2", fr: "Escalade N1→N2"),
        definition: Localized(
            en: "Alerts transferred from tier 1 to tier 2 at least once, among alerts that tier 1 decided (a verdict or a transfer).",
            fr:
                "Alertes transmises au moins une fois du niveau 1 au niveau 2, parmi celles que le niveau 1 a tranchées (verdict ou transfert)."
        ),
        kind: .alert, measure: .share(of: .escalatedToTier2, among: .decidedByTier1), better: .neither,
        source: Localized(
            en: "DORA, Regulation (EU) 2022/2554 Art. 13(2)(c)",
            fr: "DORA, règlement (UE) 2022/2554, art. 13, par. 2, point c)"))

    /// The share of cases decided by tier 2 that it handed to tier 3.
    ///
    /// - Unit: share from 0 to 1.
    static let escalationToTier3 = Metric(
        id: "escalation-t2-t3",
        title: Localized(en: "Escalation T2→T3", fr: "Escalade N2→N3"),
        definition: Localized(
            en: "Cases transferred from tier 2 to tier 3 at least once, among cases that tier 2 decided (closed or transferred).",
            fr: "Cas transmis au moins une fois du niveau 2 au niveau 3, parmi ceux que le niveau 2 a tranchés (clôture ou transfert)."),
        kind: .case, measure: .share(of: .escalatedToTier3, among: .decidedByTier2), better: .neither,
        source: Localized(
            en: "DORA, Regulation (EU) 2022/2554 Art. 13(2)(c)",
            fr: "DORA, règlement (UE) 2022/2554, art. 13, par. 2, point c)"))

    static let timeToEscalate = Metric(
        "time-to-escalate", .alert, of: [.escalatedToTier2], .interval(from: [.ingested, .raised], to: .escalatedToTier2), better: .lower,
        en: Wording(
            "Time to escalate",
            "From the alert reaching the queue (ingested, or raised) to its first transfer to tier 2 (escalatedToTier2), over those that were transferred.",
            "DORA, Regulation (EU) 2022/2554 Art. 13(2)(c)"),
        fr: Wording(
            "Délai d’escalade",
            "De l’arrivée de l’alerte dans la file (ingested, ou raised) à son premier transfert au niveau 2 (escalatedToTier2), sur celles qui ont été transmises.",
            "DORA, règlement (UE) 2022/2554, art. 13, par. 2, point c)"))

    static let timeToEscalateToTier3 = Metric(
        "time-to-escalate-tier-3", .case, of: [.escalatedToTier3], .interval(from: [.escalatedToTier2, .raised], to: .escalatedToTier3),
        better: .lower,
        en: Wording(
            "Time to tier 3",
            "From the transfer to tier 2 (escalatedToTier2, or raised) to the first transfer to tier 3 (escalatedToTier3), over cases that were transferred.",
            "DORA, Regulation (EU) 2022/2554 Art. 13(2)(c)"),
        fr: Wording(
            "Délai vers le niveau 3",
            "Du transfert au niveau 2 (escalatedToTier2, ou raised) au premier transfert au niveau 3 (escalatedToTier3), sur les cas transmis.",
            "DORA, règlement (UE) 2022/2554, art. 13, par. 2, point c)"))

    static let bounceBackShare = Metric(
        "bounce-back-share", .case, .share(of: .atLeast(.returns, 1), among: .both(.escalatedToTier2, .knows(.returns))), better: .lower,
        en: Wording(
            "Handed back",
            "Cases handed back to a lower tier at least once, among those transferred to tier 2 whose transfers are all told.",
            "DORA, Regulation (EU) 2022/2554 Art. 13(2)(c)"),
        fr: Wording(
            "Renvois",
            "Cas renvoyés au moins une fois à un niveau inférieur, parmi ceux transmis au niveau 2 dont tous les transferts sont connus.",
            "DORA, règlement (UE) 2022/2554, art. 13, par. 2, point c)"))

    static let missedEscalationShare = Metric(
        "missed-escalation-share", .case, .share(of: .reopenedAsTruePositive, among: .closedByTier1), better: .lower,
        en: Wording(
            "Missed escalations",
            "Cases that tier 1 closed (firstClosed, no transfer to tier 2 before), that were opened again and are true positives, among all that tier 1 closed.",
            "DORA, Regulation (EU) 2022/2554 Art. 13(2)(c)"),
        fr: Wording(
            "Escalades manquées",
            "Cas clos par le niveau 1 (firstClosed, sans transfert antérieur au niveau 2), rouverts et vrais positifs, parmi tous ceux que le niveau 1 a clos.",
            "DORA, règlement (UE) 2022/2554, art. 13, par. 2, point c)"))

    static let loads = (1...3).map { tier in
        Metric(
            "load-tier-\(tier)", .case, .share(of: .workedByTier(tier), among: .knows(.tier)), isAboutFew: true,
            en: Wording(
                "Reached tier \(tier)",
                "Cases that tier \(tier) or a higher one worked on, among those whose tier is known; the numerator is the load.",
                "DORA RTS, Delegated Regulation (EU) 2024/1774 Art. 22"),
            fr: Wording(
                "Parvenus au niveau \(tier)",
                "Cas que le niveau \(tier) ou un niveau supérieur a traités, parmi ceux dont le niveau est connu ; le numérateur est la charge.",
                "RTS DORA, règlement délégué (UE) 2024/1774, art. 22"))
    }
}
