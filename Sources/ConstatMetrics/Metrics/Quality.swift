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
}
