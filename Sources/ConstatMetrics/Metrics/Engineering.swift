import ConstatModel

extension Metric {
    private static let state = Place.told("state")
    private static let source = (
        en: "ANSSI, PDIS v2.0, IV.5.1.e (rules)", fr: "ANSSI, PDIS v2.0, IV.5.1.e (règles)"
    )

    static let rulesAdded = Metric(
        "rules-added", .rule, .count,
        en: Wording("Rules added", "Detection rules that went live in the period (raised).", source.en),
        fr: Wording("Règles ajoutées", "Règles de détection mises en service pendant la période (raised).", source.fr))

    static let rulesChanged = Metric(
        "rules-changed", .rule, .count, anchor: .at(.told("changed")),
        en: Wording("Rules changed", "Detection rules whose last change, as last exported (changed), lies in the period.", source.en),
        fr: Wording(
            "Règles modifiées", "Règles dont la dernière modification, selon le dernier export (changed), est dans la période.", source.fr))

    static let rulesRetired = Metric(
        "rules-retired", .rule, .count, anchor: .at(.lastClosed),
        en: Wording("Rules retired", "Detection rules taken out of service in the period (lastClosed).", source.en),
        fr: Wording("Règles retirées", "Règles de détection retirées du service pendant la période (lastClosed).", source.fr))

    static let testedRuleShare = Metric(
        "tested-rule-share", .rule, .share(of: .within(days: 365, .told("tested")), among: .isWord(state, ["enabled"])), better: .higher,
        anchor: .end,
        en: Wording(
            "Rules tested within a year",
            "Rules enabled (as last exported) at the end of the period that a test made fire at most 365 days before that end, among all enabled; one tested again since is left out, for only its last test is told.",
            "DORA, Regulation (EU) 2022/2554 Art. 10(1); PDIS v2.0"),
        fr: Wording(
            "Règles testées depuis moins d’un an",
            "Règles actives (selon le dernier export) à la fin de la période qu’un test a déclenchées depuis 365 jours au plus, parmi les règles actives ; une règle testée depuis est écartée, car seul son dernier test est connu.",
            "DORA, règlement (UE) 2022/2554, art. 10, par. 1 ; PDIS v2.0"))

    static let silentRuleShare = Metric(
        "silent-rule-share", .rule,
        .share(of: .isNotSet(.told("fired")), among: .both(.isWord(state, ["enabled"]), .knows(.told("fired")))), anchor: .end,
        en: Wording(
            "Silent rules",
            "Rules enabled at the end of the period that raised no alert in it, among all enabled; a rule is known by its id or its title, which alerts that name no rule may bear.",
            source.en),
        fr: Wording(
            "Règles muettes",
            "Règles actives à la fin de la période qui n’ont levé aucune alerte, parmi les règles actives ; identifiées par identifiant ou titre, que peut porter une alerte sans règle nommée.",
            source.fr))

    static let ruleChangeDelay = Metric(
        "rule-change-delay", .rule, of: [.has(.told("requested"))], .days(from: .told("requested"), to: .told("changed")), better: .lower,
        anchor: .at(.told("changed")),
        en: Wording(
            "Delay to change a rule on request",
            "Calendar days from the request (requested) to the change (changed) of rules changed in the period that somebody asked for.",
            "ANSSI, PDIS v2.0, IV.5.1.e (mean delay to update rules after a client's request)"),
        fr: Wording(
            "Délai de modification d’une règle sur demande",
            "Jours calendaires entre la demande (requested) et la modification (changed) des règles modifiées dans la période à la demande d’un tiers.",
            "ANSSI, PDIS v2.0, IV.5.1.e (délai moyen de mise à jour des règles après demande du commanditaire)"))

    static let techniqueCoverage = Metric(
        "technique-coverage", .technique, of: [.lacks(.told("deprecated"))],
        .share(of: .isSet(.told("detected")), among: .knows(.told("detected"))), better: .higher, anchor: .end,
        en: Wording(
            "ATT&CK techniques covered",
            "Techniques that an enabled rule names which was tested within 365 days and whose log source, where it names one, reports, among all imported techniques in force. A sub-technique does not cover its technique.",
            "MITRE ATT&CK; DeTTECT"),
        fr: Wording(
            "Techniques ATT&CK couvertes",
            "Techniques citées par une règle active, testée depuis 365 jours au plus et dont la source de journaux, si elle en cite une, émet, parmi les techniques importées en vigueur. Une sous-technique ne couvre pas sa technique.",
            "MITRE ATT&CK ; DeTTECT"))

    static let failedRunShare = Metric(
        "failed-run-share", .playbookRun,
        .share(of: .isWord(.told("outcome"), ["failed"]), among: .isWord(.told("outcome"), ["succeeded", "failed", "cancelled"])),
        better: .lower,
        en: Wording(
            "Failed runs", "Playbook runs that failed, among those that ended (succeeded, failed, cancelled).",
            "MITRE D3FEND practice; Google SecOps playbook report"),
        fr: Wording(
            "Exécutions en échec", "Exécutions de playbook en échec, parmi les terminées (réussies, en échec, annulées).",
            "pratique MITRE D3FEND ; rapport de playbooks Google SecOps"))

    static let timeSaved = Metric(
        "time-saved", .playbookRun, of: [.isWord(.told("outcome"), ["succeeded"])], .minutes(.told("savedMinutes")), better: .higher,
        en: Wording(
            "Time saved",
            "The minutes of work that playbook runs which succeeded saved, as the organisation reckons them per run (savedMinutes).",
            "Cortex XSOAR, return on investment"),
        fr: Wording(
            "Temps gagné", "Minutes de travail épargnées par les exécutions réussies, telles que l’organisation les estime (savedMinutes).",
            "Cortex XSOAR, retour sur investissement"))
}
