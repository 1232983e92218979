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
    /// What its records must be, all of it; none of it: every record of the kind but merged ones.
    public var population: [Condition] = []
    /// What decides whether a record belongs to a period.
    public var anchor = Anchor.at(.raised)
    /// What is taken from each record, and so the unit.
    public let measure: Measure
    /// Which way the headline value improves.
    public let better: Direction
    /// Whether it is work that waits for working hours: then business hours stand beside the wall clock.
    public var isWork = false
    /// Whether it may be about the work of very few people: then their number must be known.
    public var isAboutFew = false
    /// The laws, standards or pages that decided.
    public let source: Localized

    /// The unit of the headline value: milliseconds, a count, a share from 0 to 1, an amount.
    public var unit: Measurement.Unit {
        switch measure {
        case .count, .breaches, .difference: .count
        case .interval, .days, .margin, .age: .milliseconds
        case .share, .withinTarget, .holdsTarget, .sums: .share
        case .sum, .rate: .number
        case .minutes, .uncovered: .total
        }
    }

    /// The columns that its records must come with.
    public var needs: RecordNeeds {
        var needs = RecordNeeds([Given(.raised), Given(.lastClosed), .status])
        if case .at(let place) = anchor { needs.insert(place) }
        for condition in population { needs.formUnion(condition.needs) }
        if isAboutFew { needs.places.insert(.assignee) }
        switch measure {
        case .count, .uncovered, .difference, .rate, .breaches: break
        case .interval(let from, let to): for place in from + [to] { needs.insert(place) }
        case .days(let from, let to), .margin(let from, let to): for place in [from, to] { needs.insert(place) }
        case .withinTarget(_, let from, let to):
            for place in from + [to] { needs.insert(place) }
            needs.given.insert(.severity)
            needs.pauses = true
        case .share(let of, let among):
            needs.formUnion(of.needs)
            needs.formUnion(among.needs)
        case .sum(let place), .minutes(let place), .holdsTarget(_, let place): needs.insert(place)
        case .sums(let of, let per): for place in [of, per] { needs.insert(place) }
        case .age(let from): for place in [from, .firstClosed, .reopened] { needs.insert(place) }
        }
        return needs
    }

    /// Whether it is the share of records that held a target: the others are exceptions.
    public var isOfTargets: Bool {
        switch measure {
        case .withinTarget, .holdsTarget: true
        default: false
        }
    }

    /// Whether it is the time that no record covers: it lies between records, not in them.
    public var isUncovered: Bool { if case .uncovered = measure { true } else { false } }

    /// Whether it is how long something took, as against how long it has been open.
    public var isTime: Bool {
        if case .age = measure { return false }
        return unit == .milliseconds
    }

    /// The metrics it is made of; none when it looks at records itself.
    public var parts: [String] {
        switch measure {
        case .breaches(let of): of
        case .difference(let of, let less): [of, less]
        case .rate(let of, let per): [of, per]
        default: []
        }
    }
}

/// What decides whether a record belongs to a period.
public enum Anchor: Hashable, Sendable {
    /// The instant that must lie in it.
    case at(Place)
    /// It was there at the end of the period, or at `asOf` when that is earlier.
    case end
    /// What the population asks: other records know the period.
    case links

    /// The word on pages, e.g. `raised`.
    public var word: String {
        switch self {
        case .at(let place): place.name
        case .end: "state at its end"
        case .links: "by days"
        }
    }
}

/// What is taken from each record of the population.
public enum Measure: Sendable {
    /// The record itself: how many there are.
    case count
    /// From the first of `from` that the record has, to `to`.
    case interval(from: [Place], to: Place)
    /// Whole days from one calendar day to another, in the zone of the period.
    case days(from: Place, to: Place)
    /// The same as an interval, but below zero where the second came first.
    case margin(from: Place, to: Place)
    /// Among the records for which `among` holds, those for which `of` holds.
    case share(of: Condition, among: Condition)
    /// Among records with a target for their severity: done within it. Open and already late counts as breached.
    case withinTarget(metric: String, from: [Place], to: Place)
    /// Among records that tell a number of days: as many as the target of a metric, or more.
    case holdsTarget(metric: String, days: Place)
    /// How long records open at the period's end had been open then.
    case age(from: Place)
    /// What the records tell, together: as a number, or as minutes of work.
    case sum(Place), minutes(Place)
    /// What the records tell under one name, as a share of what they tell under another.
    case sums(of: Place, per: Place)
    /// The time of the period in which no record covers a tenant.
    case uncovered
    /// Other metrics: those that breached their targets; one less another; one per another.
    case breaches(of: [String]), difference(of: String, less: String), rate(of: String, per: String)
}
