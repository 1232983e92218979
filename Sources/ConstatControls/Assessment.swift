public import ConstatModel

/// What the figures of a period show of one control. Never that it is fulfilled.
public struct ControlEvidence: Sendable {
    /// What figures can say of a control.
    public enum Status: String, Sendable, CaseIterable {
        /// As far as the link says; not at all, for want of a link; nothing, for want of data; or nobody asks it of this organisation.
        case supports, partlySupports, doesNotShow, noData, notApplicable
    }

    /// The control it is about.
    public let control: Control
    /// What the figures can say of it.
    public let status: Status
    /// The measurements that were looked at, in the order of the link.
    public let measurements: [Measurement]
    /// Of these, the metrics that missed a target.
    public let missed: [String]
    /// What an auditor wants to establish, and how; nil where nothing was written.
    public let objective: Localized?
    public let test: Localized?
    /// Why: the reason of the link, of the evidence by hand, or of the organisation.
    public let because: Localized

    /// Single records that broke a target: those of the shares of records that held one.
    public let exceptions: Int
}

extension Framework {
    /// The evidence for each control, in the order of the catalogue.
    ///
    /// A control linked to metrics is supported as far as its link says when each of them rests on records, and in part only when
    /// one of them missed its target; it has no data when one does not. A control without a link is not shown by figures at all.
    ///
    /// - Parameters:
    ///   - measurements: of whole populations.
    ///   - missed: the metrics that missed a target.
    ///   - shares: the metrics that are shares of records which held a target.
    ///   - notApplicable: why controls are not asked of the organisation, by their ids.
    public func assess(
        _ measurements: [Measurement], missed: Set<String> = [], shares: Set<String> = [], notApplicable: [String: Localized] = [:]
    ) -> [ControlEvidence] {
        let byMetric = Dictionary(measurements.map { ($0.metric, $0) }, uniquingKeysWith: { first, _ in first })
        let byControl = Dictionary(links.map { ($0.control, $0) }, uniquingKeysWith: { first, _ in first })
        let hands = Dictionary(byHand.map { ($0.control, $0.because) }, uniquingKeysWith: { first, _ in first })
        return controls.map { control in
            let link = byControl[control.id]
            func evidence(_ status: ControlEvidence.Status, _ used: [Measurement], _ because: Localized) -> ControlEvidence {
                ControlEvidence(
                    control: control, status: status, measurements: used, missed: used.map(\.metric).filter(missed.contains),
                    objective: link?.objective ?? control.objective, test: link?.test ?? control.test, because: because,
                    exceptions: used.filter { shares.contains($0.metric) }.reduce(0) { $0 + $1.n - ($1.numerator ?? $1.n) })
            }
            if let reason = notApplicable[control.id] { return evidence(.notApplicable, [], reason) }
            guard let link else {
                return evidence(.doesNotShow, [], hands[control.id] ?? Localized(en: "No link was written.", fr: "Aucun lien n’est écrit."))
            }
            let used = link.metrics.compactMap { byMetric[$0] }
            // The reason of a link speaks of all its metrics: with one of them empty it would claim too much.
            guard !used.isEmpty, used.allSatisfy(\.hasData) else { return evidence(.noData, used, link.because) }
            let isWhole = link.strength == .supports && !used.contains { missed.contains($0.metric) }
            return evidence(isWhole ? .supports : .partlySupports, used, link.because)
        }
    }
}
