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
        kind: .case, population: [.isConfirmed],
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
        kind: .case, population: [.isConfirmed],
        measure: .share(of: .isExternal, among: .hasDiscovery), better: .lower,
        source: Localized(
            en: "VERIS, discovery_method; Mandiant, M-Trends (internal and external detection)",
            fr: "VERIS, discovery_method ; Mandiant, M-Trends (détection interne et externe)"))

    /// The cases raised in the period.
    ///
    /// - Unit: cases. Merged cases count once.
    static let caseVolume = Metric(
        id: "case-volume",
        title: Localized(en: "Cases", fr: "Cas"),
        definition: Localized(
            en: "Cases raised in the period, each counted once; merged ones are left to their survivor.",
            fr: "Cas levés pendant la période, comptés une fois chacun ; les cas fusionnés reviennent à celui qui subsiste."),
        kind: .case, measure: .count, better: .neither,
        source: Localized(en: "ANSSI, PDIS v2.0, IV.5.1.e (tickets opened)", fr: "ANSSI, PDIS v2.0, IV.5.1.e (tickets ouverts)"))

    /// The time from the first foothold to the case that found it, over confirmed cases.
    ///
    /// - Unit: milliseconds.
    /// - Leaves out: cases whose compromise nobody dated.
    static let dwellTime = Metric(
        id: "dwell-time",
        title: Localized(en: "Dwell time", fr: "Durée de présence"),
        definition: Localized(
            en: "From the confirmed foothold (compromised) to the instant the case was raised (raised), over confirmed cases.",
            fr: "De la compromission établie (compromised) à la levée du cas (raised), sur les cas confirmés."),
        kind: .case, population: [.isConfirmed], measure: .interval(from: [.compromised], to: .raised), better: .lower,
        source: Localized(en: "STIX, Initial_Compromise; Mandiant, M-Trends", fr: "STIX, Initial_Compromise ; Mandiant, M-Trends"))

    /// The time an alert takes from the tool that raised it into the queue.
    ///
    /// - Unit: milliseconds.
    static let ingestLatency = Metric(
        id: "ingest-latency",
        title: Localized(en: "Ingest latency", fr: "Délai d’acheminement"),
        definition: Localized(
            en: "From the instant a tool raised the alert (raised) to the instant it reached the queue (ingested).",
            fr: "De la levée de l’alerte par un outil (raised) à son arrivée dans la file (ingested)."),
        kind: .alert, measure: .interval(from: [.raised], to: .ingested), better: .lower,
        source: Localized(
            en: "DORA, Regulation (EU) 2022/2554 Art. 10(1) (prompt detection)",
            fr: "DORA, règlement (UE) 2022/2554, art. 10, par. 1 (détection rapide)"))
}
