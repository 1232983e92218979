public import ConstatModel

/// A law or standard as a catalogue of controls, with our opinion on which metrics speak to them.
public struct Framework: Sendable {
    /// The folder's name, e.g. `nis2`.
    public let id: String
    public let title: Localized
    public let shortTitle: Localized
    public let version: String
    public let officialText: String
    public let groups: [ControlGroup]
    public let links: [EvidenceLink]
    /// Controls that no metric speaks to: documents have to be attached by hand.
    public let byHand: [HandEvidence]
    /// The day our links were last looked at, `2026-11-21`.
    public let reviewed: String

    public var controls: [Control] { groups.flatMap(\.controls) }
}

public struct ControlGroup: Sendable {
    public let id: String
    public let title: Localized
    public let controls: [Control]
}

/// One requirement: the official label, our own short title and summary, and how sure we are of the text.
public struct Control: Sendable {
    public let id: String
    /// As lawyers cite it, e.g. `Art. 21(2)(b)`.
    public let label: String
    public let title: Localized
    public let summary: Localized
    public let link: String
    /// V read in the text, S second-hand, K own knowledge, ? not established.
    public let confidence: String
}

/// Which metrics speak to a control, and why.
public struct EvidenceLink: Sendable {
    public enum Strength: String, Sendable { case supports, partly }

    public let control: String
    public let metrics: [String]
    /// The most this evidence can ever show of the control.
    public let strength: Strength
    public let because: Localized
}

public struct HandEvidence: Sendable {
    public let control: String
    public let because: Localized
}
