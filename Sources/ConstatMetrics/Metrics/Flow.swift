import ConstatModel

extension Metric {
    static let incidentVolume = Metric(
        "incident-volume", .case, of: [.isConfirmed], .count,
        en: Wording(
            "Confirmed incidents",
            "Cases raised in the period and judged true positive, or open and treated as an incident. By RSIT class: --by class.",
            "ANSSI, PDIS v2.0, IV.5.1.e (confirmed incidents per month)"),
        fr: Wording(
            "Incidents confirmés",
            "Cas levés pendant la période et jugés vrais positifs, ou ouverts et traités comme un incident. Par classe RSIT : --by class.",
            "ANSSI, PDIS v2.0, IV.5.1.e (incidents avérés par mois)"))

    static let closedAlerts = closed("closed-alerts", .alert, Localized(en: "Alerts closed", fr: "Alertes closes"))
    static let closedCases = closed("closed-cases", .case, Localized(en: "Cases closed", fr: "Cas clos"))

    private static func closed(_ id: String, _ kind: RecordKind, _ title: Localized) -> Metric {
        Metric(
            id, kind, .count, anchor: .at(.lastClosed),
            en: Wording(
                title.en, "Those whose last closure (lastClosed) lies in the period, whenever they were raised.",
                "ANSSI, PDIS v2.0, IV.5.1.e (tickets closed)"),
            fr: Wording(
                title.fr, "Dont la dernière clôture (lastClosed) est dans la période, quelle que soit la date de levée.",
                "ANSSI, PDIS v2.0, IV.5.1.e (tickets fermés)"))
    }

    static let alertsWithClosing = Metric(
        "alerts-with-closing", .alert, of: [.gives(.lastClosed)], .count,
        en: Wording(
            "Alerts whose closing is told",
            "Alerts raised in the period by sources that tell when an alert was closed; others are left out.",
            "ANSSI, PDIS v2.0, IV.5.1.e (trend of open tickets)"),
        fr: Wording(
            "Alertes dont la clôture est dite",
            "Alertes levées pendant la période par des sources qui disent quand une alerte a été close ; les autres sont écartées.",
            "ANSSI, PDIS v2.0, IV.5.1.e (tendance des tickets ouverts)"))

    /// Of alerts whose closing no source tells, none would ever leave.
    static let netFlowAlerts = netFlow(
        "net-flow-alerts", .alert, .difference(of: "alerts-with-closing", less: "closed-alerts"),
        Localized(en: "Net flow of alerts", fr: "Solde des alertes"))
    static let netFlowCases = netFlow(
        "net-flow-cases", .case, .difference(of: "case-volume", less: "closed-cases"),
        Localized(en: "Net flow of cases", fr: "Solde des cas"))

    private static func netFlow(_ id: String, _ kind: RecordKind, _ measure: Measure, _ title: Localized) -> Metric {
        Metric(
            id, kind, measure, better: .lower,
            en: Wording(
                title.en, "Those raised in the period, less those closed in it: above zero the backlog grows. Merged ones are in neither.",
                "ANSSI, PDIS v2.0, IV.5.1.e (trend of open tickets)"),
            fr: Wording(
                title.fr, "Levés moins clos pendant la période : au-dessus de zéro, le stock croît. Les fusionnés ne sont d’aucun côté.",
                "ANSSI, PDIS v2.0, IV.5.1.e (tendance des tickets ouverts)"))
    }

    static let offHoursShare = Metric(
        "off-hours-share", .alert, .share(of: .isOffHours, among: .hasHours),
        en: Wording(
            "Raised off hours",
            "Alerts raised outside of the working hours of their tenant (calendar in constat.yaml), among those whose tenant's hours are known. Others by hours: --by hours.",
            "Implementing Regulation (EU) 2024/2690 Annex 3.2.2"),
        fr: Wording(
            "Levées hors heures ouvrées",
            "Alertes levées hors des heures ouvrées de leur entité (calendar dans constat.yaml), parmi celles dont les heures sont connues. Autres mesures : --by hours.",
            "règlement d’exécution (UE) 2024/2690, annexe, 3.2.2"))

    static let timeWithoutCover = Metric(
        "time-without-cover", .cover, .uncovered, better: .lower,
        en: Wording(
            "Time without cover",
            "The time of the period in which no cover holds, over the tenants that record cover; n counts the rows of cover that reach into it.",
            "Implementing Regulation (EU) 2024/2690 Annex 3.2.2; DORA RTS 2024/1774 Art. 23"),
        fr: Wording(
            "Temps sans permanence",
            "Temps de la période pendant lequel aucune permanence n’est tenue, pour les entités qui les déclarent ; n compte les permanences qui y entrent.",
            "règlement d’exécution (UE) 2024/2690, annexe, 3.2.2 ; RTS DORA 2024/1774, art. 23"))

    static let uncoveredShare = Metric(
        "uncovered-share", .alert, .share(of: .isNotSet(.told("covered")), among: .knows(.told("covered"))), better: .lower,
        en: Wording(
            "Raised without cover", "Alerts raised while nobody covered their tenant, among those of tenants that record cover.",
            "Implementing Regulation (EU) 2024/2690 Annex 3.2.2"),
        fr: Wording(
            "Levées sans permanence",
            "Alertes levées sans permanence de leur entité, parmi celles des entités qui déclarent leurs permanences.",
            "règlement d’exécution (UE) 2024/2690, annexe, 3.2.2"))

    static let ransomwareShare = Metric(
        "ransomware-share", .case, of: [.isConfirmed],
        .share(of: .isSet(.told("ransomware")), among: .knows(.told("ransomware"))), better: .lower,
        en: Wording(
            "Ransomware",
            "Confirmed cases whose category says ransomware or that name ATT&CK T1486, among confirmed cases that tell a category or a technique.",
            "ENISA Reference Incident Classification Taxonomy; words in Controls/rsit.yaml"),
        fr: Wording(
            "Rançongiciels",
            "Cas confirmés dont la catégorie dit rançongiciel ou qui nomment ATT&CK T1486, parmi les cas confirmés qui donnent une catégorie ou une technique.",
            "ENISA, Reference Incident Classification Taxonomy ; mots dans Controls/rsit.yaml"))
}
