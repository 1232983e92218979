public import ConstatModel

/// Which smaller records a list shows, and what of them.
public struct RecordList: Hashable, Sendable {
    /// Which of them: begun or done in the period, or not done at its end.
    public enum Choice: String, Sendable, CaseIterable { case raised, closed, open }

    public let kind: RecordKind
    public let choice: Choice
    /// `title`, `raised`, `lastClosed`, `status`, or what the kind tells.
    public let columns: [String]
    public let most: Int
}
