public import ConstatModel

/// What the figures of a period show of one control. Never that it is fulfilled.
public struct ControlEvidence: Sendable {
    /// What figures can say of a control.
    public enum Status: String, Sendable {
        /// As far as the link says; not at all, for want of a link; or nothing, for want of data.
        case supports, partlySupports, doesNotShow, noData
    }

    /// The control it is about.
    public let control: Control
    /// What the figures can say of it.
    public let status: Status
    /// The measurements that were looked at, in the order of the link.
    public let measurements: [Measurement]
    /// Why: the reason of the link, or of the evidence by hand.
    public let because: Localized
}

extension Framework {
    /// The evidence for each control, in the order of the catalogue.
    ///
    /// A control linked to metrics is supported as far as its link says when each of them rests on records,
    /// has no data when one does not; a control without a link is not shown by figures at all.
    public func assess(_ measurements: [Measurement]) -> [ControlEvidence] {
        let byMetric = Dictionary(measurements.map { ($0.metric, $0) }, uniquingKeysWith: { first, _ in first })
        let byControl = Dictionary(links.map { ($0.control, $0) }, uniquingKeysWith: { first, _ in first })
        let hands = Dictionary(byHand.map { ($0.control, $0.because) }, uniquingKeysWith: { first, _ in first })
        return controls.map { control in
            guard let link = byControl[control.id] else {
                let because = hands[control.id] ?? Localized(en: "No link was written.", fr: "Aucun lien n’est écrit.")
                return ControlEvidence(control: control, status: .doesNotShow, measurements: [], because: because)
            }
            let used = link.metrics.compactMap { byMetric[$0] }
            let full: ControlEvidence.Status = link.strength == .supports ? .supports : .partlySupports
            // The reason of a link speaks of all its metrics: with one of them empty it would claim too much.
            let status = !used.isEmpty && used.allSatisfy(\.hasData) ? full : .noData
            return ControlEvidence(control: control, status: status, measurements: used, because: link.because)
        }
    }
}
