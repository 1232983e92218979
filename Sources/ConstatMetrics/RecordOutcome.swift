public import ConstatModel

/// What one record means to one metric.
public enum RecordOutcome: Hashable, Sendable {
    /// Not in the population.
    case outside
    /// A duration in milliseconds, an amount in thousandths, or 1 and 0; of an amount, also what it is a part of.
    case value(Int64, of: Int64? = nil)
    /// It breached its target although nobody knows yet when it will be done.
    case late
    /// It has not got there yet.
    case open
    /// It is in the population, and cannot be used.
    case leftOut(LeftOut)
}

extension RecordOutcome {
    init(_ outcome: Outcome, _ metric: Metric) {
        if outcome.isOutside {
            self = .outside
        } else if outcome.isLate {
            self = .late
        } else if outcome.isValue {
            var of: Int64?
            if case .sums = metric.measure { of = outcome.other }
            self = .value(outcome.value, of: of)
        } else {
            self = outcome.reason.map { .leftOut($0.leftOut) } ?? .open
        }
    }
}

extension Metric {
    /// Where its value begins for one record: the first of its instants that the record has, and where it ends.
    ///
    /// - Returns: nil of metrics whose values are no plain difference of two instants of the record.
    public func ends(has: (Place) -> Bool) -> (from: Place, to: Place)? {
        switch measure {
        case .interval(let from, let to): from.first(where: has).map { ($0, to) }
        case .margin(let from, let to): (from, to)
        default: nil
        }
    }
}
