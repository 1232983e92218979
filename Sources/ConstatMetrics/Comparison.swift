public import ConstatModel

/// Whether a measurement can be told apart from an earlier one.
public enum Comparison: String, Sendable {
    /// Distinguishable, in the better or the worse direction; or not distinguishable.
    case better, worse, stable
    /// Distinguishable, and neither direction is the better one.
    case different
    /// Too few values on one side, or no data.
    case tooFew

    /// Distinguishable when the 95 % interval of the difference does not hold zero: the interval follows from those of the two
    /// values (Zou and Donner, "method of variance estimates recovery"; for shares it is Newcombe's). Five values at least on each
    /// side, six of a duration; a count has no interval and no judgement.
    public init(_ now: Measurement, against before: Measurement, better direction: Metric.Direction) {
        // Another definition is another figure.
        guard now.version == before.version, let new = now.judged?.interval, let old = before.judged?.interval,
            let value = now.judged?.value, let earlier = before.judged?.value
        else {
            self = .tooFew
            return
        }
        let difference = value - earlier
        let low = difference - Self.length(value - new.lowerBound, old.upperBound - earlier)
        let high = difference + Self.length(new.upperBound - value, earlier - old.lowerBound)
        if low <= 0, high >= 0 {
            self = .stable
        } else if direction == .neither {
            self = .different
        } else {
            self = (difference < 0) == (direction == .lower) ? .better : .worse
        }
    }

    private static func length(_ one: Double, _ other: Double) -> Double { (one * one + other * other).squareRoot() }
}
