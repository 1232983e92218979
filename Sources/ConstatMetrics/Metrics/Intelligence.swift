import ConstatModel

extension Metric {
    static let behaviourLeadTime = Metric(
        "behaviour-lead-time", .case, of: [.isConfirmed, .has(.told("firstBehaviour"))],
        .margin(from: .told("firstBehaviour"), to: .told("firstOther")), better: .higher,
        en: Wording(
            "Lead of behaviour alerts",
            "From the first alert of the case that behaviour analysis (UEBA) raised to the first that another technology raised, over confirmed cases that have the former. Below zero where behaviour came later.",
            "PDIS v2.0 (ANSSI), IV.5.1.e (detection); technology by Controls/technologies.yaml"),
        fr: Wording(
            "Avance des alertes comportementales",
            "De la première alerte du cas levée par l’analyse comportementale (UEBA) à la première levée par une autre technologie, sur les cas confirmés qui ont la première. Négatif si l’analyse comportementale est venue après.",
            "PDIS v2.0 (ANSSI), IV.5.1.e (détection) ; technologie selon Controls/technologies.yaml"))

    static let intelligenceShare = Metric(
        "intelligence-share", .alert, .share(of: .isSet(.told("matched")), among: .knows(.told("matched"))),
        en: Wording(
            "Alerts with a known indicator",
            "Alerts in which an indicator of compromise was seen, among all alerts, where matches are imported.",
            "ANSSI, PDIS v2.0, IV.5.1.e (indicators)"),
        fr: Wording(
            "Alertes avec indicateur connu",
            "Alertes dans lesquelles un indicateur de compromission a été vu, parmi toutes, si les correspondances sont importées.",
            "ANSSI, PDIS v2.0, IV.5.1.e (marqueurs)"))

    static let retroSearchTime = Metric(
        "retro-search-time", .indicator, .interval(from: [.raised], to: .told("searched")), better: .lower,
        en: Wording(
            "Time to search back",
            "From taking an indicator in (raised) to the end of the search for it through the stored logs (searched); one not searched for yet is open. By type: --by type.",
            "ANSSI, PDIS v2.0, IV.5.1.e (mean retro-search time per indicator type)"),
        fr: Wording(
            "Délai de recherche rétroactive",
            "De l’intégration d’un indicateur (raised) à la fin de sa recherche dans les journaux conservés (searched) ; un indicateur non encore recherché reste ouvert. Par type : --by type.",
            "ANSSI, PDIS v2.0, IV.5.1.e (temps moyen de recherche a posteriori par type de marqueur)"))

    static let indicatorAge = Metric(
        "indicator-age", .match, .days(from: .told("indicatorSince"), to: .raised), better: .neither,
        en: Wording(
            "Age of indicators at match",
            "Calendar days from the day an indicator holds from (indicatorSince: validFrom, else the day it was taken in) to the match (raised).",
            "ANSSI, PDIS v2.0, IV.5.1.e (indicators)"),
        fr: Wording(
            "Âge des indicateurs à la correspondance",
            "Jours calendaires entre le début de validité d’un indicateur (indicatorSince : validFrom, sinon le jour de son intégration) et la correspondance (raised).",
            "ANSSI, PDIS v2.0, IV.5.1.e (marqueurs)"))
}
