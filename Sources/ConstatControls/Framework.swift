public import ConstatModel
public import ConstatYAML

/// A law or standard as a catalogue of controls, with our opinion on which metrics speak to them.
public struct Framework: Sendable {
    /// The folder's name, e.g. `nis2`.
    public let id: String
    /// The full name of the law or standard.
    public let title: Localized
    /// The name in tables, e.g. `NIS2`; the id when the catalogue gives none.
    public let shortTitle: Localized
    /// The version of our catalogue, not of the law.
    public let version: String
    /// The address of the law itself; empty when the catalogue gives none.
    public let officialText: String
    /// In the order of the catalogue.
    public let groups: [ControlGroup]
    /// In the order of `evidence.yaml`, at most one per control.
    public let links: [EvidenceLink]
    /// Controls that no metric speaks to: documents have to be attached by hand.
    public let byHand: [HandEvidence]
    /// The day our links were last looked at, `2026-11-21`.
    public let reviewed: String

    /// The controls of all groups, in the order of the catalogue.
    public var controls: [Control] { groups.flatMap(\.controls) }
}

/// Controls that stand together in a law, e.g. under one article.
public struct ControlGroup: Sendable {
    /// As in the catalogue, e.g. `art-21`.
    public let id: String
    /// The group's heading.
    public let title: Localized
    /// In the order of the catalogue.
    public let controls: [Control]
}

/// One requirement: the official label, our own short title and summary, and how sure we are of the text.
public struct Control: Sendable {
    /// As in the catalogue and in links, e.g. `art-21.2.b`.
    public let id: String
    /// As lawyers cite it, e.g. `Art. 21(2)(b)`.
    public let label: String
    /// Our own short title.
    public let title: Localized
    /// Our own words, not the law's.
    public let summary: Localized
    /// What an auditor wants to establish, and how; nil where the catalogue has none.
    public let objective: Localized?
    public let test: Localized?
    /// The address of the text; empty when the catalogue gives none.
    public let link: String
    /// V read in the text, S second-hand, K own knowledge, ? not established.
    public let confidence: String
    /// Where it stands in the catalogue.
    public let place: YAMLPlace
}

/// Which metrics speak to a control, and why.
public struct EvidenceLink: Sendable {
    /// How far metrics can speak to a control: wholly, or to a part of it.
    public enum Strength: String, Sendable { case supports, partly }

    /// The control's id.
    public let control: String
    /// The ids of the metrics; all must have data for the link to hold.
    public let metrics: [String]
    /// The most this evidence can ever show of the control.
    public let strength: Strength
    /// What the metrics show of the control, and what they do not.
    public let because: Localized
    /// What an auditor wants to establish with them, and how; nil where nothing was written.
    public let objective: Localized?
    public let test: Localized?
    /// Where it stands in `evidence.yaml`.
    public let place: YAMLPlace
}

/// A control that figures cannot show, and why.
public struct HandEvidence: Sendable {
    /// The control's id.
    public let control: String
    /// Where it stands in `evidence.yaml`.
    public let place: YAMLPlace
    /// What has to be attached instead.
    public let because: Localized
}
