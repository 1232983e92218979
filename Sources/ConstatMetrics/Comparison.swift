public import ConstatModel

/// Whether a measurement can be told apart from an earlier one.
public enum Comparison: String, Sendable {
    /// Distinguishable, in the better or the worse direction; or not distinguishable.
    case better, worse, stable
    /// Distinguishable, and neither direction is the better one.
    case different
    /// Too few values on one side, or no data.
    case tooFew

    /// Distinguishable only when the 95 % intervals do not touch; a count has no interval and no judgement.
    public init(_ now: Measurement, against before: Measurement, better direction: Metric.Direction) {
        guard let new = now.interval, let old = before.interval, now.n >= 5, before.n >= 5 else {
            self = .tooFew
            return
        }
        if new.overlaps(old) {
            self = .stable
        } else if direction == .neither {
            self = .different
        } else {
            self = (new.upperBound < old.lowerBound) == (direction == .lower) ? .better : .worse
        }
    }
}
