import ConstatModel

extension Metric {
    private static let training = (
        en: "Directive (EU) 2022/2555 Art. 20(2); Implementing Regulation (EU) 2024/2690 Annex 8.1, 8.2",
        fr: "directive (UE) 2022/2555, art. 20, par. 2 ; règlement d’exécution (UE) 2024/2690, annexe, 8.1, 8.2"
    )
    private static let hunting = (en: "TaHiTI threat hunting methodology; PDIS v2.0", fr: "méthode de chasse TaHiTI ; PDIS v2.0")
    private static let reviews = (
        en: "Implementing Regulation (EU) 2024/2690 Annex 3.6; DORA, Regulation (EU) 2022/2554 Art. 13(2)",
        fr: "règlement d’exécution (UE) 2024/2690, annexe, 3.6 ; DORA, règlement (UE) 2022/2554, art. 13, par. 2"
    )

    static let huntsDone = Metric(
        "hunts-done", .hunt, .count, anchor: .at(.lastClosed),
        en: Wording("Hunts done", "Hunts that ended in the period (lastClosed), whatever came out. By outcome: --by outcome.", hunting.en),
        fr: Wording(
            "Chasses menées",
            "Chasses terminées pendant la période (lastClosed), quel qu’en soit le résultat. Par résultat : --by outcome.", hunting.fr))

    static let huntFindings = Metric(
        "hunt-findings", .hunt, .sum(.told("findings")), anchor: .at(.lastClosed),
        en: Wording("Findings of hunts", "Findings of the hunts that ended in the period.", hunting.en),
        fr: Wording("Constats des chasses", "Constats des chasses terminées pendant la période.", hunting.fr))

    static let rulesFromHunts = Metric(
        "rules-from-hunts", .hunt, .sum(.told("rulesBorn")), better: .higher, anchor: .at(.lastClosed),
        en: Wording("Rules born of hunts", "Detection rules that came out of the hunts that ended in the period.", hunting.en),
        fr: Wording("Règles nées des chasses", "Règles de détection issues des chasses terminées pendant la période.", hunting.fr))

    static let huntedIncidentShare = Metric(
        "hunted-incident-share", .case, of: [.isConfirmed],
        .share(of: .both(.isSet(.told("hunted")), .lacks(.told("firstAlert"))), among: .knows(.told("hunted"))),
        en: Wording(
            "Incidents found only by a hunt",
            "Confirmed cases that a hunt names and that no alert belongs to, among all confirmed cases, where hunts are imported.",
            hunting.en),
        fr: Wording(
            "Incidents trouvés par la seule chasse",
            "Cas confirmés cités par une chasse et auxquels aucune alerte n’est rattachée, parmi les cas confirmés, si les chasses sont importées.",
            hunting.fr))

    static let reviewsInTime = Metric(
        "reviews-in-time", .review, .share(of: .doneBy(.told("due"), done: .lastClosed), among: .wasDue(.told("due"), done: .lastClosed)),
        better: .higher, anchor: .at(.told("due")),
        en: Wording(
            "Reviews held in time", "Reviews after incidents held by the day they were due, among those due in the period.", reviews.en),
        fr: Wording(
            "Retours d’expérience tenus à temps", "Retours d’expérience tenus au plus tard à l’échéance, parmi ceux dus dans la période.",
            reviews.fr))

    static let overdueActionShare = Metric(
        "overdue-action-share", .action, .share(of: .isOverdue(.told("due")), among: .any), better: .lower, anchor: .end,
        en: Wording(
            "Actions overdue", "Improvement actions not done at the end of the period that were due before it, among all not done then.",
            reviews.en),
        fr: Wording(
            "Actions en retard",
            "Actions d’amélioration non faites à la fin de la période et échues avant elle, parmi toutes les non faites.", reviews.fr))

    static let trainingParticipation = Metric(
        "training-participation", .training, .sums(of: .told("participants"), per: .told("invited")), better: .higher,
        en: Wording(
            "Training participation", "People who came, as a share of those invited, over the sessions of the period.", training.en),
        fr: Wording("Participation aux formations", "Part des invités qui sont venus, sur les séances de la période.", training.fr))

    static let trainingSuccess = Metric(
        "training-success", .training, of: [.has(.told("passed"))], .sums(of: .told("passed"), per: .told("participants")), better: .higher,
        en: Wording("Training passed", "People who passed, as a share of those who came, over the sessions with a test.", training.en),
        fr: Wording("Réussite aux formations", "Part des participants qui ont réussi, sur les séances avec épreuve.", training.fr))

    static let exercises = Metric(
        "exercises", .exercise, .count, better: .higher,
        en: Wording(
            "Exercises", "Exercises that began in the period. By kind: --by form.",
            "Implementing Regulation (EU) 2024/2690 Annex 4.1, 4.3; DORA Art. 11(6)"),
        fr: Wording(
            "Exercices", "Exercices commencés pendant la période. Par nature : --by form.",
            "règlement d’exécution (UE) 2024/2690, annexe, 4.1, 4.3 ; DORA, art. 11, par. 6"))

    static let findingsClosed = Metric(
        "findings-closed", .exercise, .sums(of: .told("findingsClosed"), per: .told("findings")), better: .higher,
        en: Wording(
            "Exercise findings closed", "Findings dealt with, as a share of all findings of the exercises of the period.",
            "DORA, Regulation (EU) 2022/2554 Art. 24(5)"),
        fr: Wording(
            "Constats d’exercice soldés", "Part des constats traités, sur les exercices de la période.",
            "DORA, règlement (UE) 2022/2554, art. 24, par. 5"))
}
