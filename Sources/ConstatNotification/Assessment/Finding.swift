import ConstatModel

/// The answer to a test: what came out, what it was held against, and the answers to its parts.
public struct Finding: Sendable {
    /// The test.
    public let test: Criterion.Named
    /// What came out.
    public let outcome: Outcome
    /// The value that was compared; nil while it is unknown, and for a test that has parts.
    public let value: Fact?
    /// The paths the value was looked for at; empty for a test that has parts.
    public let paths: [String]
    /// What the value was held against, in thousandths; nil where it was held against words or is unknown.
    public let bound: Int64?
    /// In the order of the law.
    public let parts: [Finding]

    /// The tests that are unknown and of which the whole hangs, the smallest ones, in the order of the law.
    public var undecided: [Finding] {
        guard outcome == .unknown else { return [] }
        let parts = parts.flatMap(\.undecided)
        return parts.isEmpty ? [self] : parts
    }
}

extension Criterion.Named {
    /// - Returns: the answer as far as the facts go; what is unknown never counts as not met.
    public func answer(_ facts: CaseFacts) -> Finding {
        switch test {
        case .all(let parts): combined(parts, facts) { Outcome.all($0) }
        case .any(let parts): combined(parts, facts) { Outcome.atLeast(1, $0) }
        case .none(let parts): combined(parts, facts) { Outcome.atLeast(1, $0).negated }
        case .atLeast(let count, let parts): combined(parts, facts) { Outcome.atLeast(count, $0) }
        case .value(let paths, let comparison): compared(facts.first(of: paths), paths, comparison, facts)
        case .count(let path, let comparison): compared(count(facts.at(path)), [path], comparison, facts)
        case .minutes(let from, let to, let comparison): compared(minutes(from, to, facts), [from, to], comparison, facts)
        }
    }

    private func combined(_ parts: [Criterion.Named], _ facts: CaseFacts, _ rule: ([Outcome]) -> Outcome) -> Finding {
        let answers = parts.map { $0.answer(facts) }
        return Finding(test: self, outcome: rule(answers.map(\.outcome)), value: nil, paths: [], bound: nil, parts: answers)
    }

    private func compared(_ fact: Fact?, _ paths: [String], _ comparison: Criterion.Comparison, _ facts: CaseFacts) -> Finding {
        let (outcome, bound) = comparison.holds(fact?.value, facts)
        // Where the value is known, it is a part of the bound that is wanting.
        let wanting = outcome == .unknown && fact != nil ? comparison.unknownPaths(facts) : []
        return Finding(
            test: self, outcome: outcome, value: fact, paths: wanting.isEmpty ? paths : wanting, bound: bound, parts: [])
    }

    private func count(_ fact: Fact?) -> Fact? {
        fact.map { Fact(.number(Int64($0.value.words.count) * 1_000), basis: $0.basis, origin: $0.origin) }
    }

    private func minutes(_ from: String, _ to: String, _ facts: CaseFacts) -> Fact? {
        guard let start = facts.at(from)?.value.stamp, let end = facts.at(to)?.value.stamp, !start.precision.isCoarse,
            !end.precision.isCoarse
        else { return nil }
        // In thousandths of minutes, cut: a threshold in minutes is passed by a second.
        let thousandths = (end.instant.milliseconds - start.instant.milliseconds) / 60
        return Fact(.number(thousandths), origin: .computed(from: from, to: to))
    }
}

extension Criterion.Comparison {
    fileprivate func holds(_ value: FactValue?, _ facts: CaseFacts) -> (Outcome, bound: Int64?) {
        switch self {
        case .known: (value == nil ? .notMet : .met, nil)
        case .oneOf(let words), .includes(let words):
            (value.map { $0.words.contains { words.contains($0) } ? .met : .notMet } ?? .unknown, nil)
        case .above(let bound): bound.compared(value?.thousandths, facts) { $0 > $1 }
        case .from(let bound): bound.compared(value?.thousandths, facts) { $0 >= $1 }
        }
    }
}

extension Criterion.Comparison {
    /// The first path of each part of the bound that is unknown.
    fileprivate func unknownPaths(_ facts: CaseFacts) -> [String] {
        guard case .above(let bound) = self else { return [] }
        return bound.parts.compactMap { part in
            guard case .percent(_, let paths) = part, facts.first(of: paths) == nil else { return nil }
            return paths.first
        }
    }
}

extension Criterion.Bound {
    /// While a part is unknown, a value over the known ones is over the lowest of all; one below them may still be.
    fileprivate func compared(_ value: Int64?, _ facts: CaseFacts, _ isOver: (Int64, Int64) -> Bool) -> (Outcome, bound: Int64?) {
        let levels = parts.map { level($0, facts) }
        let bound = levels.compactMap(\.self).min()
        guard let value else { return (.unknown, bound) }
        if let bound, isOver(value, bound) { return (.met, bound) }
        return levels.contains(nil) ? (.unknown, bound) : (.notMet, bound)
    }

    private func level(_ part: Part, _ facts: CaseFacts) -> Int64? {
        switch part {
        case .fixed(let level): level
        // Rounded down: what lies above an exact share lies above this, and a value in thousandths is not between.
        case .percent(let share, let paths):
            facts.first(of: paths)?.value.thousandths.map { Int64(100_000).dividingFullWidth($0.multipliedFullWidth(by: share)).quotient }
        }
    }
}
