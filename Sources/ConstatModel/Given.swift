/// What a source's profile can give at all, so that "not measurable here" is told from "missing".
public struct Given: OptionSet, Hashable, Sendable {
    public let rawValue: Int64

    public init(rawValue: Int64) { self.rawValue = rawValue }

    /// The bit of a milestone.
    public init(_ milestone: Milestone) { rawValue = 1 << Int64(milestone.index) }

    /// Records can hold a severity.
    public static let severity = Given(rawValue: 1 << 40)
    /// Records can hold a status.
    public static let status = Given(rawValue: 1 << 41)
    /// Records can hold a verdict of their own.
    public static let verdict = Given(rawValue: 1 << 42)
    /// Records can hold the highest tier that worked on them.
    public static let tier = Given(rawValue: 1 << 43)
    /// All changes of the status are told, so that reopenings and pauses can be counted.
    public static let statusHistory = Given(rawValue: 1 << 45)
    /// Records can hold who noticed first.
    public static let discovery = Given(rawValue: 1 << 44)
}
