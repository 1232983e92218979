public import ConstatModel

/// A test of the law as a value: one comparison, or several that are combined. Answered with yes, no or unknown.
public indirect enum Criterion: Sendable {
    /// How a value is compared.
    public enum Comparison: Sendable {
        /// One of these words, or holding one of these.
        case oneOf([String]), includes([String])
        /// Strictly greater, and greater or equal.
        case above(Bound), from(Bound)
        /// It is there; never unknown.
        case known
    }

    /// All of them, any of them, none of them, so many of them.
    case all([Named]), any([Named]), none([Named]), atLeast(Int, of: [Named])
    /// The first known of several paths.
    case value([String], Comparison)
    /// The number of items of a list.
    case count(String, Comparison)
    /// The minutes between two instants.
    case minutes(from: String, to: String, Comparison)

    /// A test that the law names.
    public struct Named: Sendable {
        /// Unique in its file; empty for an unnamed part of a condition.
        public let id: String
        /// What is asked, in words.
        public let title: Localized
        /// The article that asks.
        public let article: Localized
        /// V, S, K or ?: how sure we are of the text and of our reading.
        public let confidence: String
        /// The test.
        public let test: Criterion
    }

    /// A number, or the lower of several, of which some may be a share of another value.
    public struct Bound: Sendable {
        /// A part of a bound.
        public enum Part: Sendable { case fixed(Int64), percent(Int64, of: [String]) }
        /// At least one; the lowest counts.
        public let parts: [Part]
    }
}

/// What came out of a test.
public enum Outcome: String, Sendable {
    case met, notMet, unknown

    /// Yes only when all are, no as soon as one is not.
    static func all(_ outcomes: [Outcome]) -> Outcome {
        outcomes.contains(.notMet) ? .notMet : outcomes.contains(.unknown) ? .unknown : .met
    }

    /// So many are met; unknown while the unknown ones could decide.
    static func atLeast(_ count: Int, _ outcomes: [Outcome]) -> Outcome {
        let met = outcomes.count { $0 == .met }
        if met >= count { return .met }
        return met + outcomes.count { $0 == .unknown } >= count ? .unknown : .notMet
    }

    var negated: Outcome { self == .met ? .notMet : self == .notMet ? .met : .unknown }
}
