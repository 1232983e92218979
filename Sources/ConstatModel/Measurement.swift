/// A metric's value for one period and scope, with all it rests on.
///
/// `population = n + open + left out`, always. An empty value means "no data", never zero.
public struct Measurement: Hashable, Sendable {
    /// What values are in: milliseconds, a number of records, a share from 0 to 1, any other number, or milliseconds in all.
    public enum Unit: String, Sendable, Codable { case milliseconds, count, share, number, total }

    /// The id of the metric, e.g. `time-to-detect`.
    public var metric: String
    /// The version of the metric's definition.
    public var version: Int
    /// The period that was asked for.
    public var period: Period
    /// The dimensions and their words, e.g. `severity: high`; empty for the whole.
    public var group: [GroupKey] = []
    /// The unit of the headline value, its interval and its targets.
    public var unit: Unit
    /// Records the metric looked at.
    public var population = 0
    /// Records the value rests on.
    public var n = 0
    /// Records that have not got there yet.
    public var open = 0
    /// How many records each reason left out; reasons without records are not in it.
    public var leftOut: [LeftOut: Int] = [:]
    /// Of a share: how many met the condition.
    public var numerator: Int?
    /// Of records with a target: how many of those that breached it are open still.
    public var late = 0
    /// Of what records tell together: how much, and of how much it is a part, where it is.
    public var sums: Sums?
    /// How many people worked on the records, where that is known and matters; at most `fewestPeople`.
    public var people: Int?
    /// Of a duration: in milliseconds; empty for counts and shares.
    public var statistics = Statistics()
    /// Of a duration, where some have not got there yet: how long it takes when these are reckoned with.
    public var survival: Survival?
    /// False when no record of the kind was ever imported: then even a count is no data, not zero.
    public var isMeasurable = true
    /// True for what was counted at the period's end: then an empty population says "nothing is open".
    public var isState = false

    /// Of a duration of work: the same in business hours, where these are known for all of its records.
    public var business: Statistics?
    /// Whether the measurement says anything at all.
    public var hasData: Bool { isMeasurable && (n > 0 || isState) }
    /// 95 % interval of the headline value (median: order statistics; share: Wilson).
    public var interval: ClosedRange<Double>?

    /// A measurement of no records yet.
    public init(metric: String, version: Int, period: Period, unit: Unit) {
        (self.metric, self.version, self.period, self.unit) = (metric, version, period, unit)
    }

    /// Fewer than this make no figure.
    public static let fewest = 5
    /// There are records, and too few of them for a figure.
    public var isTooFew: Bool {
        if isOfFewPeople { return true }
        if let sums { return sums.per.map { $0 < Double(Self.fewest) } ?? false }
        return (unit == .milliseconds || unit == .share) && n > 0 && n < Self.fewest
    }
    /// It is the work of so few people that any figure would be about them.
    public var isOfFewPeople: Bool { people.map { $0 < Self.fewestPeople } ?? false }
    /// The interval that may be shown.
    public var shownInterval: ClosedRange<Double>? { isTooFew || !isMeasurable ? nil : interval }
    /// Of the work of fewer people than this no figure is made.
    public static let fewestPeople = 3

    /// The statistics that may be shown: none of too few values.
    public var shown: Statistics { isTooFew || !isMeasurable ? Statistics() : statistics }

    /// The headline: median of a duration, the share, the count; nil when there is no data, and of too few records.
    public var value: Double? {
        guard isMeasurable, !isTooFew else { return nil }
        if let sums { return n == 0 && population > 0 ? nil : sums.value }
        switch unit {
        case .milliseconds: return statistics.median
        case .count: return Double(n)
        case .share: return numerator.flatMap { n == 0 ? nil : Double($0) / Double(n) }
        case .number, .total: return nil
        }
    }

    /// What is judged and compared: the value, or of a duration with open records that which reckons with them; nil when that
    /// cannot be told yet. Who finishes the easy ones and leaves the others open has not become faster.
    public var judged: (value: Double, interval: ClosedRange<Double>?)? {
        guard let survival, !isTooFew else { return value.map { ($0, interval) } }
        guard let median = survival.median else { return nil }
        let ends = survival.low.flatMap { low in survival.high.map { Double(low)...Double($0) } }
        return (Double(median), ends)
    }

    /// Records left out, for whatever reason.
    public var leftOutCount: Int { leftOut.values.reduce(0, +) }
    /// Fewer than 20: shown with a mark.
    public var isSmall: Bool { n < 20 }
}

/// What records tell together.
public struct Sums: Hashable, Sendable, Codable {
    /// How much; below zero where more went than came.
    public let of: Double
    /// Of how much that is a part; nil where it is none.
    public let per: Double?

    public init(of: Double, per: Double? = nil) { (self.of, self.per) = (of, per) }

    /// The number, or the part; nil of nothing.
    public var value: Double? {
        guard let per else { return of }
        return per == 0 ? nil : of / per
    }
}

/// One dimension of a grouped measurement.
public struct GroupKey: Hashable, Comparable, Sendable, Codable {
    /// What it is split by, e.g. `severity`.
    public let dimension: String
    /// The value in that dimension, e.g. `high`.
    public let word: String

    public init(_ dimension: String, _ word: String) { (self.dimension, self.word) = (dimension, word) }

    public static func < (left: GroupKey, right: GroupKey) -> Bool {
        (left.dimension, left.rank, left.word) < (right.dimension, right.rank, right.word)
    }

    /// Severities go from the gravest down; other words by themselves.
    private var rank: Int {
        dimension == "severity" ? Severity.allCases.count - (Severity(word: word)?.rawValue ?? -1) : 0
    }
}

/// Order statistics of durations in milliseconds.
public struct Statistics: Hashable, Sendable, Codable {
    /// The middle value, or the mean of the two middle ones.
    public var median: Double?
    /// Nearest rank; empty below five values.
    public var p90: Int64?
    /// Nearest rank; empty below five values.
    public var p95: Int64?
    /// The arithmetic mean; empty without values.
    public var mean: Double?
    /// The shortest and the longest; empty without values.
    public var min: Int64?
    public var max: Int64?

    /// Statistics of no values: all empty.
    public init() {}
}

/// How long it takes when those are reckoned with who have not got there yet (Kaplan and Meier), in milliseconds.
public struct Survival: Hashable, Sendable, Codable {
    /// By when half have got there; nil when it cannot be told yet.
    public let median: Int64?
    /// The ends of the median's 95 % interval; nil where it is open.
    public let low: Int64?
    public let high: Int64?

    public init(median: Int64?, low: Int64?, high: Int64?) { (self.median, self.low, self.high) = (median, low, high) }
}
