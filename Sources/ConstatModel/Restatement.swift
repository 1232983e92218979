/// A frozen figure that would be another one today: the old, the new, and why.
public struct Restatement: Hashable, Sendable {
    /// Which figure of a month.
    public struct Key: Hashable, Sendable {
        public let metric: String
        public let group: [GroupKey]

        public init(_ measurement: Measurement) { (metric, group) = (measurement.metric, measurement.group) }
    }

    /// What changed it.
    public enum Cause: Hashable, Sendable {
        /// An import after the freeze, by the number of its receipt.
        case receipt(Int)
        /// The metric's definition has another version; from 0 where it was not measured then.
        case definition(from: Int, to: Int)
        /// What `constat.yaml` or the rules of Controls/ say is not what it was: targets, calendars, words, deadlines.
        case configuration
        /// Notifications were recorded after the freeze.
        case register
        /// The month was frozen again since, for this reason.
        case again(String)

        /// One line, e.g. `receipt 7`.
        public var text: String {
            switch self {
            case .receipt(let number): "receipt \(number)"
            case .definition(let from, let to): "definition v\(from) → v\(to)"
            case .configuration: "constat.yaml or Controls/ changed"
            case .register: "notifications recorded since"
            case .again(let reason): "frozen again: \(reason)"
            }
        }
    }

    public let freeze: Freeze
    public let key: Key
    /// Nil for a group that was not there.
    public let old: Measurement?
    /// Nil for a group that is not there any more.
    public let new: Measurement?
    /// Empty when none is known: then the tool itself computes otherwise.
    public let causes: [Cause]

    public init(freeze: Freeze, key: Key, old: Measurement?, new: Measurement?, causes: [Cause]) {
        (self.freeze, self.key, self.old, self.new, self.causes) = (freeze, key, old, new, causes)
    }

    /// Another headline, not the counts behind it alone.
    public var isOfValue: Bool {
        if let old, let new, old.version != new.version { return true }
        return old?.value != new?.value
    }

    /// The new figure is frozen, too: what differs was seen and said.
    public var isSettled: Bool { causes.contains { if case .again = $0 { true } else { false } } }
}
