public import ConstatModel

/// Something an authority would object to in a report, or that is not settled yet.
public struct ReportRemark: Hashable, Sendable {
    /// Missing, ill-formed, or contradicting another field: to be mended. Not established: it may have to be filled.
    public enum Kind: String, Sendable { case missing, malformed, implausible, notEstablished }

    /// The number in the template, e.g. `2.4`.
    public let number: String
    public let kind: Kind
    /// What is wrong, in both languages.
    public let problem: Localized
    /// V, S, K or ?, and where the rule is from; nil where the template itself says so.
    public let source: Localized?

    /// Whether the report may not be sent like this.
    public var isFault: Bool { kind != .notEstablished }
}
