/// How many records of each kind an auditor draws, and how.
public struct Sampling: Hashable, Sendable, Codable {
    /// How the size comes about.
    public enum Size: Hashable, Sendable, Codable {
        /// So many: somebody's judgement.
        case judgement(Int)
        /// So many that none with an error among them says, with so much confidence, that fewer than this share of all have one.
        case attribute(confidence: Int, tolerable: Int)
    }

    /// What makes the draw another one.
    public var seed = "1"
    public var size = Size.attribute(confidence: 95, tolerable: 10)
    /// Whether each severity is drawn from by its share, one record at least.
    public var bySeverity = false

    public init() {}

    /// How many of so many records are drawn.
    ///
    /// For attributes: the smallest sample without an error whose chance, if the tolerable number of records had one, is below what
    /// confidence leaves (hypergeometric, no error expected).
    public func count(of population: Int) -> Int {
        switch size {
        case .judgement(let count): return min(count, population)
        case .attribute(let confidence, let tolerable):
            // The smallest number of errors that is a share too large.
            let errors = (population * tolerable + 99) / 100
            guard population > 0, errors > 0 else { return population }
            var (chance, count) = (1.0, 0)
            while count < population, chance > Double(100 - confidence) / 100 {
                let rest = population - errors - count
                chance *= rest <= 0 ? 0 : Double(rest) / Double(population - count)
                count += 1
            }
            return count
        }
    }

    /// The most that can be asked for, of however many records.
    var most: Int {
        switch size {
        case .judgement(let count): count
        case .attribute: count(of: 10_000_000)
        }
    }

    /// How many further records stand ready for those that cannot be tested.
    static func replacements(of count: Int) -> Int { count == 0 ? 0 : max(2, (count + 9) / 10) }

    /// Whether the size is one that can be written.
    var isPossible: Bool {
        switch size {
        case .judgement(let count): (1...10_000).contains(count)
        case .attribute(let confidence, let tolerable): (50...99).contains(confidence) && (1...50).contains(tolerable)
        }
    }

    /// From what people write: `25`, or `95/10` for confidence and tolerable share in per cent; nil for anything else.
    public static func size(_ text: String) -> Size? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        if parts.count == 1, let count = parts[0], (1...10_000).contains(count) { return .judgement(count) }
        guard parts.count == 2, let confidence = parts[0], let tolerable = parts[1], (50...99).contains(confidence),
            (1...50).contains(tolerable)
        else { return nil }
        return .attribute(confidence: confidence, tolerable: tolerable)
    }
}
