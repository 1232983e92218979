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
}
