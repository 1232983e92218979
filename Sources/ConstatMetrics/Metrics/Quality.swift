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
}
