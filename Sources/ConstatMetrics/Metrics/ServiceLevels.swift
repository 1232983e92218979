import ConstatModel

extension Metric {
    static let serviceLevelAcknowledge = serviceLevel(
        id: "service-level-acknowledge", of: "time-to-acknowledge", kind: .alert, from: [.ingested, .raised], to: .acknowledged,
        title: Localized(en: "Acknowledged in time", fr: "Prise en compte dans le délai"),
        things: Localized(en: "Alerts acknowledged", fr: "Alertes prises en compte"))

    static let serviceLevelQualify = serviceLevel(
        id: "service-level-qualify", of: "time-to-qualify", kind: .alert, from: [.ingested, .raised], to: .judged,
        title: Localized(en: "Qualified in time", fr: "Verdict dans le délai"),
        things: Localized(en: "Alerts judged", fr: "Alertes qualifiées"))

    static let serviceLevelContain = serviceLevel(
        id: "service-level-contain", of: "time-to-contain", kind: .case, population: [.isConfirmed], from: [.raised], to: .contained,
        title: Localized(en: "Contained in time", fr: "Confinement dans le délai"),
        things: Localized(en: "Confirmed cases contained", fr: "Cas confirmés confinés"))

    static let serviceLevelResolve = serviceLevel(
        id: "service-level-resolve", of: "time-to-resolve", kind: .case, from: [.ingested, .raised], to: .lastClosed,
        title: Localized(en: "Resolved in time", fr: "Résolution dans le délai"),
        things: Localized(en: "Cases resolved", fr: "Cas résolus"))

    /// Attainment of an agreed level per severity: met, among met, breached, and open but already late.
    private static func serviceLevel(
        id: String, of metric: String, kind: RecordKind, population: [Condition] = [], from: [Place], to: Place,
        title: Localized, things: Localized
    ) -> Metric {
        Metric(
            id: id, version: 2, title: title,
            definition: Localized(
                en:
                    "\(things.en) within the target of their severity (targets of \(metric) in constat.yaml), among those done and those open but already late. Time in which a record waited for somebody else does not count, unless the target says so.",
                fr:
                    "\(things.fr) dans le délai fixé pour leur gravité (objectifs de \(metric) dans constat.yaml), parmi les traités et ceux qui, ouverts, sont déjà en retard. Le temps d’attente d’un tiers ne compte pas, sauf si l’objectif le dit."
            ),
            kind: kind, population: population,
            measure: .withinTarget(metric: metric, from: from, to: to), better: .higher,
            source: Localized(
                en: "DORA RTS, Delegated Regulation (EU) 2024/1774 Art. 23(2)(c)",
                fr: "RTS DORA, règlement délégué (UE) 2024/1774, art. 23, par. 2, point c)"))
    }
}
