public import ConstatModel

/// What is measured, as a value: nothing in it runs. The evaluator computes it over columns; another
/// evaluator may turn the same value into an engine's SQL.
public struct Metric: Sendable {
    /// Which way the headline value improves, if either does.
    public enum Direction: String, Sendable { case lower, higher, neither }

    /// The headline and name on the command line, e.g. `time-to-detect`.
    public let id: String
    /// What people type instead, e.g. `mttd`.
    public var aliases: [String] = []
    /// Raised when the definition changes.
    public var version = 1
    /// The short name on pages and in tables.
    public let title: Localized
    /// The definition in one or two sentences, naming the two instants or the two counts.
    public let definition: Localized
    /// The kind of record it looks at.
    public let kind: RecordKind
    /// Which records of the kind it looks at.
    public var population: Population = .all
    /// What is taken from each record, and so the unit.
    public let measure: Measure
    /// Which way the headline value improves.
    public let better: Direction
    /// Whether it is work that waits for working hours: then business hours stand beside the wall clock.
    public var isWork = false
    /// The laws, standards or pages that decided.
    public let source: Localized

    /// The unit of the headline value: milliseconds, a count, or a share from 0 to 1.
    public var unit: Measurement.Unit {
        switch measure {
        case .count: .count
        case .interval, .age: .milliseconds
        case .share, .withinTarget: .share
        }
    }

    /// The milestones and fields that its records must come with.
    public var needs: Given {
        var needs: Given = [Given(.raised), Given(.lastClosed), .status]
        if population == .confirmed {
            needs.formUnion([.verdict, Given(.declared), Given(.contained), Given(.aware), Given(.classified)])
        }
        switch measure {
        case .count: break
        case .interval(let from, let to), .withinTarget(_, let from, let to):
            for milestone in from + [to] { needs.insert(Given(milestone)) }
            if case .withinTarget = measure { needs.insert(.severity) }
        case .share(let of, let among): needs.formUnion(of.needs.union(among.needs))
        case .age(let from): needs.insert(Given(from))
        }
        return needs
    }

    /// The milestone that decides which period a record belongs to; nil when a state at the period's end is measured.
    public var anchor: Milestone? { if case .age = measure { nil } else { .raised } }
}

/// Which records of a kind a metric looks at.
public enum Population: String, Sendable {
    /// Every record of the kind but merged ones.
    case all
    /// True positives, and open cases that were declared, contained, or known to be significant.
    case confirmed
}

/// What is taken from each record of the population.
public enum Measure: Sendable {
    /// The record itself: how many there are.
    case count
    /// From the first of `from` that the record has, to `to`.
    case interval(from: [Milestone], to: Milestone)
    /// Among the records for which `among` holds, those for which `of` holds.
    case share(of: Condition, among: Condition)
    /// Among records with a target for their severity: done within it. Open and already late counts as breached.
    case withinTarget(metric: String, from: [Milestone], to: Milestone)
    /// How long records open at the period's end had been open then.
    case age(from: Milestone)
}

/// A question about one record.
public enum Condition: String, Sendable {
    /// True, benign or false positive; undetermined and unverdicted are left out.
    case hasVerdict
    /// The verdict says false positive.
    case isFalsePositive
    /// The verdict says benign true positive; true positive; undetermined.
    case isBenign, isTruePositive, isUndetermined
    /// There is a verdict, be it that nobody can tell.
    case isJudged
    /// Tier 1 has decided: a verdict, or a transfer to tier 2.
    case decidedByTier1
    /// It was handed from tier 1 to tier 2.
    case escalatedToTier2
    /// Tier 2 has finished with it or handed it on.
    case decidedByTier2
    /// It was handed from tier 2 to tier 3.
    case escalatedToTier3
    /// Who noticed first is known; other records are left out.
    case hasDiscovery
    /// A third party noticed first.
    case isExternal

    /// What must be known of a record to answer.
    var needs: Given {
        switch self {
        case .hasVerdict, .isFalsePositive, .isBenign, .isTruePositive, .isUndetermined, .isJudged: .verdict
        case .decidedByTier1: [.verdict, Given(.verdict), Given(.escalatedToTier2)]
        case .escalatedToTier2: Given(.escalatedToTier2)
        case .decidedByTier2, .escalatedToTier3: [.verdict, Given(.escalatedToTier3)]
        case .hasDiscovery, .isExternal: .discovery
        }
    }
}
