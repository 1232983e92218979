import ConstatMetrics
import ConstatModel

extension Measurement {
    /// The word of its only dimension; empty for the whole.
    var groupWord: String { group.first?.word ?? "" }

    /// The reason that most records were left out for; nil when none was.
    var mostLeftOut: LeftOut? { leftOut.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
}

extension Comparison {
    /// `good`, `bad`, or empty where it says neither.
    var style: String { self == .better ? "good" : self == .worse ? "bad" : "" }
}
