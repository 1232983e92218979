import ConstatModel

extension Metric {
    private static let expected = Condition.isWord(.told("expected"), ["yes"])
    private static let logs = (
        en: "ANSSI, PDIS v2.0, IV.5.1.e (events); Implementing Regulation (EU) 2024/2690 Annex 3.2",
        fr: "ANSSI, PDIS v2.0, IV.5.1.e (événements) ; règlement d’exécution (UE) 2024/2690, annexe, 3.2"
    )

    static let logSourcesReporting = Metric(
        "log-sources-reporting", .logSource, .share(of: .isReporting, among: expected), better: .higher, anchor: .end,
        en: Wording(
            "Log sources reporting",
            "Log sources that should report and had been silent for no longer than they may (silenceMinutes) at the end of the period, by their last event or heartbeat, among all that should. The others are silent; one that was heard of later is not.",
            logs.en),
        fr: Wording(
            "Sources de journaux actives",
            "Sources attendues dont le silence ne dépassait pas le seuil (silenceMinutes) à la fin de la période, d’après leur dernier événement ou relevé, parmi toutes les attendues. Les autres sont muettes ; une source revenue depuis ne l’est pas.",
            logs.fr))

    static let retentionHeld = Metric(
        "retention-held", .logSource, of: [expected], .holdsTarget(metric: "retention-held", days: .told("retentionDays")), better: .higher,
        anchor: .end,
        en: Wording(
            "Retention held",
            "Expected log sources that keep their logs as many days as the target of retention-held in constat.yaml, or more.", logs.en),
        fr: Wording(
            "Conservation tenue",
            "Sources attendues dont les journaux sont conservés au moins le nombre de jours fixé (objectif retention-held dans constat.yaml).",
            logs.fr))

    static let eventsPerDay = Metric(
        "events-per-day", .logSource, of: [expected], .sum(.told("eventsPerDay")), anchor: .end,
        en: Wording("Events a day", "Events that the expected log sources send a day, as last exported. By type: --by type.", logs.en),
        fr: Wording(
            "Événements par jour", "Événements émis par jour par les sources attendues, selon le dernier export. Par type : --by type.",
            logs.fr))

    static let unparsedShare = Metric(
        "unparsed-share", .logSource, of: [expected], .sums(of: .told("unparsedPerDay"), per: .told("eventsPerDay")), better: .lower,
        anchor: .end,
        en: Wording(
            "Unparsed events", "Events that are not parsed, as a share of all events of the expected log sources, as last exported.",
            logs.en),
        fr: Wording(
            "Événements non analysés", "Part des événements non analysés, sur les sources attendues, selon le dernier export.", logs.fr))
}
