import ConstatModel

extension Metric {
    static let backlogAlerts = backlog(
        id: "backlog-alerts", kind: .alert, title: Localized(en: "Age of open alerts", fr: "Âge des alertes ouvertes"),
        things: Localized(en: "Alerts", fr: "Alertes levées avant la fin de la période et non closes à cette date"))

    static let backlogCases = backlog(
        id: "backlog-cases", kind: .case, title: Localized(en: "Age of open cases", fr: "Âge des cas ouverts"),
        things: Localized(en: "Cases", fr: "Cas levés avant la fin de la période et non clos à cette date"))

    /// What was open at the end of the period, and for how long: n is the backlog, the statistics are ages.
    private static func backlog(id: String, kind: RecordKind, title: Localized, things: Localized) -> Metric {
        Metric(
            id: id, title: title,
            definition: Localized(
                en:
                    "\(things.en) raised before the end of the period and not closed by then; their age is the time from raised to that end. One that was closed before the end and opened again counts when it was open then; where the reopening is not dated, it is left out.",
                fr:
                    "\(things.fr) ; leur âge va de raised à cette fin. Un élément clos avant la fin puis rouvert compte s’il était ouvert alors ; si la réouverture n’est pas datée, il est écarté."
            ),
            kind: kind, anchor: .end, measure: .age(from: .raised), better: .lower,
            source: Localized(
                en: "ANSSI, PDIS v2.0, IV.5.1.e (cumulative open)",
                fr: "ANSSI, PDIS v2.0, IV.5.1.e (cumul des tickets ouverts)"))
    }
}
