import ConstatModel

extension Metric {
    /// The alerts raised in the period.
    ///
    /// - Unit: alerts. Duplicates and merged alerts count once.
    static let alertVolume = Metric(
        id: "alert-volume",
        title: Localized(en: "Alerts", fr: "Alertes"),
        definition: Localized(
            en: "Alerts raised in the period, each counted once; merged ones are left to their survivor.",
            fr: "Alertes levées pendant la période, comptées une fois chacune ; les alertes fusionnées reviennent à celle qui subsiste."),
        kind: .alert, measure: .count, better: .neither,
        source: Localized(
            en: "ANSSI, PDIS v2.0, IV.5.1.e",
            fr: "ANSSI, PDIS v2.0, IV.5.1.e"))

    /// The time from the first activity to the alert that found it, over confirmed cases.
    ///
    /// - Unit: milliseconds.
    /// - Leaves out: no first activity; raised before first activity; a day without a time.
    static let timeToDetect = Metric(
        id: "time-to-detect", aliases: ["mttd"],
        title: Localized(en: "Time to detect", fr: "Délai de détection"),
        definition: Localized(
            en: "From the first malicious activity (firstActivity) to the instant the case was raised (raised), over confirmed cases.",
            fr: "De la première activité malveillante (firstActivity) à la levée du cas (raised), sur les cas confirmés."),
        kind: .case, population: .confirmed,
        measure: .interval(from: [.firstActivity], to: .raised), better: .lower,
        source: Localized(
            en: "DORA, Regulation (EU) 2022/2554 Art. 10; NIST SP 800-61r3",
            fr: "DORA, règlement (UE) 2022/2554, art. 10 ; NIST SP 800-61r3"))

    /// The share of confirmed cases that a third party noticed first.
    ///
    /// - Unit: share from 0 to 1.
    /// - Leaves out: cases that do not say who noticed.
    static let externalDiscoveryShare = Metric(
        id: "external-discovery-share",
        title: Localized(en: "External discovery", fr: "Découverte externe"),
        definition: Localized(
            en: "Confirmed cases first noticed by a third party, among confirmed cases that say who noticed.",
            fr: "Cas confirmés signalés d’abord par un tiers, parmi les cas confirmés dont l’origine du signalement est connue."),
        kind: .case, population: .confirmed,
        measure: .share(of: .isExternal, among: .hasDiscovery), better: .lower,
        source: Localized(
            en: "VERIS, discovery_method; Mandiant, M-Trends (internal and external detection)",
            fr: "VERIS, discovery_method ; Mandiant, M-Trends (détection interne et externe)"))
}
