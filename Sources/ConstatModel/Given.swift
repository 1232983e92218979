/// What a source's profile can give at all, so that "not measurable here" is told from "missing".
public struct Given: OptionSet, Hashable, Sendable {
    public let rawValue: Int64

    public init(rawValue: Int64) { self.rawValue = rawValue }

    public init(_ milestone: Milestone) { rawValue = 1 << Int64(milestone.index) }

    public static let severity = Given(rawValue: 1 << 40)
    public static let status = Given(rawValue: 1 << 41)
    public static let verdict = Given(rawValue: 1 << 42)
    public static let tier = Given(rawValue: 1 << 43)
    public static let discovery = Given(rawValue: 1 << 44)
}
