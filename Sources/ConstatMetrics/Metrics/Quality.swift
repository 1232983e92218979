import ConstatModel

extension Metric {
    /// The share of false positives among alerts with a verdict. A false *discovery* share: true negatives are unknown.
    ///
    /// - Unit: share from 0 to 1.
    /// - Leaves out: undetermined; closed without a verdict.
    static let falsePositiveShare = Metric(
        id: "false-positive-share", aliases: ["fpr"],
        title: Localized(en: "False positives", fr: "Faux positifs"),
        definition: Localized(
            en:
                "Alerts judged false positive, among alerts judged true positive, benign true positive or false positive. An alert promoted to a case without a verdict of its own has the verdict of its case.",
            fr:
                "Alertes jugées faux positifs, parmi celles jugées vrais positifs, vrais positifs bénins ou faux positifs. Une alerte versée à un cas sans verdict propre a le verdict de son cas."
        ),
        kind: .alert, measure: .share(of: .isFalsePositive, among: .hasVerdict), better: .lower,
        source: Localized(
            en: "Implementing Regulation (EU) 2024/2690 Annex 3.2.2",
            fr: "règlement d’exécution (UE) 2024/2690, annexe, 3.2.2"))

    static let benignShare = shareOfVerdicts(
        "benign-share", .isBenign, title: Localized(en: "Benign true positives", fr: "Vrais positifs bénins"),
        things: Localized(
            en: "benign true positive (a right detection of what is allowed)",
            fr: "vrais positifs bénins (détection juste d’un acte permis)"))

    static let precision = shareOfVerdicts(
        "precision", .isTruePositive, better: .higher, title: Localized(en: "Precision", fr: "Précision"),
        things: Localized(en: "true positive", fr: "vrais positifs"))

    /// The share of alerts whose verdict says that nobody can tell.
    ///
    /// - Unit: share from 0 to 1.
    static let undeterminedShare = Metric(
        id: "undetermined-share",
        title: Localized(en: "Undetermined", fr: "Indéterminées"),
        definition: Localized(
            en: "Alerts judged undetermined, among all alerts that were judged.",
            fr: "Alertes jugées indéterminées, parmi toutes les alertes jugées."),
        kind: .alert, measure: .share(of: .isUndetermined, among: .isJudged), better: .lower,
        source: Localized(
            en: "Implementing Regulation (EU) 2024/2690 Annex 3.4.1",
            fr: "règlement d’exécution (UE) 2024/2690, annexe, 3.4.1"))

    private static func shareOfVerdicts(
        _ id: String, _ condition: Condition, better: Direction = .neither, title: Localized, things: Localized
    ) -> Metric {
        Metric(
            id: id, title: title,
            definition: Localized(
                en: "Alerts judged \(things.en), among alerts judged true positive, benign true positive or false positive.",
                fr: "Alertes jugées \(things.fr), parmi celles jugées vrais positifs, vrais positifs bénins ou faux positifs."),
            kind: .alert, measure: .share(of: condition, among: .hasVerdict), better: better,
            source: Localized(
                en: "Implementing Regulation (EU) 2024/2690 Annex 3.2.2",
                fr: "règlement d’exécution (UE) 2024/2690, annexe, 3.2.2"))
    }

    static let reclassificationShare = Metric(
        "reclassification-share", .case, .share(of: .atLeast(.reclassifications, 1), among: .knows(.reclassifications)), better: .lower,
        en: Wording(
            "Reclassified", "Cases whose verdict was changed after it was first set, among those whose changes of the verdict are told.",
            "Implementing Regulation (EU) 2024/2690 Annex 3.4.2(e)"),
        fr: Wording(
            "Reclassés", "Cas dont le verdict a changé après avoir été posé, parmi ceux dont les changements de verdict sont connus.",
            "règlement d’exécution (UE) 2024/2690, annexe, 3.4.2 e)"))

    static let reopeningShare = Metric(
        "reopening-share", .case, .share(of: .reopenedWithin(days: 30), among: .wasClosed), better: .lower, anchor: .at(.firstClosed),
        en: Wording(
            "Reopened within 30 days",
            "Cases opened again within 30 days of their first closure (firstClosed, reopened), among those first closed in the period; open while the 30 days last.",
            "Implementing Regulation (EU) 2024/2690 Annex 3.6"),
        fr: Wording(
            "Rouverts sous 30 jours",
            "Cas rouverts dans les 30 jours de leur première clôture (firstClosed, reopened), parmi ceux clos une première fois dans la période ; en attente tant que courent les 30 jours.",
            "règlement d’exécution (UE) 2024/2690, annexe, 3.6"))

    static let judgedAlerts = Metric(
        "judged-alerts", .alert, of: [.isJudged], .count,
        en: Wording(
            "Alerts judged", "Alerts raised in the period that have a verdict, their own or that of their case.",
            "FIRST, CSIRT Services Framework metrics"),
        fr: Wording(
            "Alertes jugées", "Alertes levées pendant la période qui ont un verdict, propre ou celui de leur cas.",
            "FIRST, mesures du CSIRT Services Framework"))

    static let alertToIncidentRatio = Metric(
        "alert-to-incident-ratio", .alert, .rate(of: "judged-alerts", per: "incident-volume"),
        en: Wording(
            "Alerts per incident", "Alerts judged in the period per confirmed incident raised in it; merged ones count once.",
            "ANSSI, PDIS v2.0, IV.5.1.e (alerts and confirmed incidents per month)"),
        fr: Wording(
            "Alertes par incident",
            "Alertes jugées pendant la période, par incident confirmé levé dans la période ; les fusions comptent une fois.",
            "ANSSI, PDIS v2.0, IV.5.1.e (alertes et incidents avérés par mois)"))

    static let unattendedVerdictShare = verdictBy("unattended-verdict-share", .alert, unattended)
    static let bulkVerdictShare = verdictBy("bulk-verdict-share", .alert, bulk)
    static let automationShare = verdictBy("automation-share", .alert, automated)
    static let assistedShare = verdictBy("assisted-share", .alert, assisted)
    static let caseUnattendedVerdictShare = verdictBy("case-unattended-verdict-share", .case, unattended)
    static let caseBulkVerdictShare = verdictBy("case-bulk-verdict-share", .case, bulk)
    static let caseAutomationShare = verdictBy("case-automation-share", .case, automated)
    static let caseAssistedShare = verdictBy("case-assisted-share", .case, assisted)

    /// Who had a hand in a verdict, in words.
    private struct Hand {
        let condition: Condition
        let better: Direction
        let title: Localized
        let which: Localized
    }

    private static let unattended = Hand(
        condition: .judgedByAutomation, better: .neither,
        title: Localized(en: "Verdicts without a human", fr: "Verdicts sans humain"),
        which: Localized(
            en: "whose last verdict (or closure, where no verdict is told) an automation set",
            fr: "dont le dernier verdict (ou, à défaut, la clôture) vient d’un automate"))
    private static let bulk = Hand(
        condition: .judgedInBulk, better: .neither, title: Localized(en: "Judged in bulk", fr: "Jugés en masse"),
        which: Localized(
            en: "whose last verdict (or closure) was one act on many records",
            fr: "dont le dernier verdict (ou la clôture) est un acte unique sur plusieurs enregistrements"))
    private static let automated = Hand(
        condition: .isAutomated, better: .higher, title: Localized(en: "Automated", fr: "Automatisés"),
        which: Localized(en: "that nobody but automation changed", fr: "que seul un automate a modifiés"))
    private static let assisted = Hand(
        condition: .isAssisted, better: .higher, title: Localized(en: "Assisted", fr: "Assistés"),
        which: Localized(en: "that both people and automation changed", fr: "que des personnes et un automate ont modifiés"))

    private static func verdictBy(_ id: String, _ kind: RecordKind, _ hand: Hand) -> Metric {
        let (english, french) = kind == .alert ? ("Alerts", "Alertes") : ("Cases", "Cas")
        return Metric(
            id, kind, .share(of: hand.condition, among: .judgedByKnown), better: hand.better,
            en: Wording(
                "\(hand.title.en), \(english.lowercased())",
                "\(english) \(hand.which.en), among judged \(english.lowercased()) whose history is told.",
                "Implementing Regulation (EU) 2024/2690 Annex 3.2.2 (automated where feasible)"),
            fr: Wording(
                "\(hand.title.fr), \(french.lowercased())",
                "\(french) \(hand.which.fr), parmi les \(kind == .alert ? "alertes jugées" : "cas jugés") dont l’historique est connu.",
                "règlement d’exécution (UE) 2024/2690, annexe, 3.2.2 (automatisation dans la mesure du possible)"))
    }
}
