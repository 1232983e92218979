public import ConstatModel

/// A question about one record.
public enum Condition: Hashable, Sendable {
    /// Every record.
    case any
    /// A true positive, or an open case that was declared, contained, or known to be significant.
    case isConfirmed
    /// True, benign or false positive; undetermined and unverdicted are left out.
    case hasVerdict
    /// The verdict says false positive; benign true positive; true positive; undetermined.
    case isFalsePositive, isBenign, isTruePositive, isUndetermined
    /// The verdict says false positive or benign.
    case isNotMalicious
    /// There is a verdict, be it that nobody can tell.
    case isJudged
    /// Tier 1 has decided: a verdict, or a transfer to tier 2; tier 2 has finished with it or handed it on.
    case decidedByTier1, decidedByTier2
    /// It was handed from tier 1 to tier 2; from tier 2 to tier 3.
    case escalatedToTier2, escalatedToTier3
    /// Closed while it was with tier 1, by a source that tells reopenings.
    case closedByTier1
    /// Opened again, and a true positive in the end.
    case reopenedAsTruePositive
    /// It was closed at least once, and whether it was opened again is told; opened again within so many days of that.
    case wasClosed, reopenedWithin(days: Int)
    /// This tier or a higher one worked on it; others are left out when no tier is known.
    case workedByTier(Int)
    /// Who noticed first is known; other records are left out.
    case hasDiscovery
    /// A third party noticed first.
    case isExternal
    /// There is a verdict, and who acted is known.
    case judgedByKnown
    /// Nobody but automation acted; automation and people both did; automation set the verdict; one act on many did.
    case isAutomated, isAssisted, judgedByAutomation, judgedInBulk
    /// The tenant's hours are known; raised outside of them.
    case hasHours, isOffHours
    /// There is a value, there is none; neither leaves a record out.
    case has(Place), lacks(Place)
    /// There is a value; records without one are left out.
    case knows(Place)
    /// The source tells it where it is there; records of other sources are left out.
    case gives(Place)
    /// The value is one, zero; records without one are left out.
    case isSet(Place), isNotSet(Place)
    /// The value is not zero; records without one are left out.
    case isNotZero(Place)
    /// The value is so much or more; records without one are left out.
    case atLeast(Place, Int64)
    /// The value is one of the words; records without one are left out.
    case isWord(Place, [String])
    /// The instant lies at most so many days before the end of the period; without one it does not.
    case within(days: Int, Place)
    /// Something was due, and that day has passed or it is done; records that are not due yet are open.
    case wasDue(Place, done: Place), doneBy(Place, done: Place)
    /// It is due before the end of the period; records that tell no day are left out.
    case isOverdue(Place)
    /// A log source that has been silent for no longer than it may be.
    case isReporting
    /// Both, in this order.
    indirect case both(Condition, Condition)

    /// The word on pages, e.g. `isFalsePositive`, `knows(due)`.
    public var word: String {
        switch self {
        case .reopenedWithin(let days): "reopenedWithin(\(days) d)"
        case .workedByTier(let tier): "workedByTier(\(tier))"
        case .has(let place): "has(\(place.name))"
        case .lacks(let place): "no \(place.name)"
        case .knows(let place): "knows(\(place.name))"
        case .gives(let place): "gives(\(place.name))"
        case .isSet(let place): place.name
        case .isNotSet(let place): "not \(place.name)"
        case .isNotZero(let place): "\(place.name) ≠ 0"
        case .atLeast(let place, let least): "\(place.name) ≥ \(least)"
        case .isWord(let place, let words): "\(place.name) = \(words.joined(separator: ", "))"
        case .within(let days, let place): "\(place.name) ≤ \(days) d"
        case .wasDue(let due, _): "wasDue(\(due.name))"
        case .doneBy(let due, let done): "\(done.name) ≤ \(due.name)"
        case .isOverdue(let due): "isOverdue(\(due.name))"
        case .both(let first, let second): "\(first.word), \(second.word)"
        default: "\(self)"
        }
    }

    /// The columns that are needed to answer.
    var needs: RecordNeeds {
        switch self {
        case .any, .hasHours, .isOffHours: RecordNeeds()
        case .isConfirmed: RecordNeeds([.verdict, Given(.declared), Given(.contained), Given(.aware), Given(.classified)])
        case .hasVerdict, .isFalsePositive, .isBenign, .isTruePositive, .isUndetermined, .isNotMalicious, .isJudged: RecordNeeds(.verdict)
        case .decidedByTier1: RecordNeeds([.verdict, Given(.verdict), Given(.escalatedToTier2)])
        case .escalatedToTier2: RecordNeeds(Given(.escalatedToTier2))
        case .decidedByTier2, .escalatedToTier3: RecordNeeds([.verdict, Given(.escalatedToTier3)])
        case .closedByTier1: RecordNeeds([Given(.firstClosed), Given(.escalatedToTier2)], places: [.reopenings])
        case .reopenedAsTruePositive: RecordNeeds(.verdict, places: [.reopenings])
        case .wasClosed, .reopenedWithin: RecordNeeds([Given(.firstClosed), Given(.reopened)], places: [.reopenings])
        case .workedByTier: RecordNeeds(places: [.tier])
        case .hasDiscovery, .isExternal: RecordNeeds(.discovery)
        case .judgedByKnown, .isAutomated, .isAssisted, .judgedByAutomation, .judgedInBulk: RecordNeeds(.verdict, places: [.actors])
        case .has(let place), .lacks(let place), .knows(let place), .gives(let place), .isSet(let place), .isNotSet(let place),
            .isNotZero(let place),
            .atLeast(let place, _),
            .isWord(let place, _),
            .within(_, let place), .isOverdue(let place):
            Self.needs(place)
        case .wasDue(let due, let done), .doneBy(let due, let done): Self.needs(due, done)
        case .isReporting: Self.needs(.told("lastEvent"), .told("silenceMinutes"), .told("lastSeen"))
        case .both(let first, let second): Self.union(first.needs, second.needs)
        }
    }

    private static func needs(_ places: Place...) -> RecordNeeds {
        var needs = RecordNeeds()
        for place in places { needs.insert(place) }
        return needs
    }

    private static func union(_ first: RecordNeeds, _ second: RecordNeeds) -> RecordNeeds {
        var needs = first
        needs.formUnion(second)
        return needs
    }
}

extension Place {
    static let firstActivity = Place(.firstActivity), compromised = Place(.compromised), raised = Place(.raised)
    static let ingested = Place(.ingested), acknowledged = Place(.acknowledged), judged = Place(.verdict), declared = Place(.declared)
    static let escalatedToTier2 = Place(.escalatedToTier2), escalatedToTier3 = Place(.escalatedToTier3)
    static let contained = Place(.contained), eradicated = Place(.eradicated), recovered = Place(.recovered)
    static let reopened = Place(.reopened), firstClosed = Place(.firstClosed), lastClosed = Place(.lastClosed), aware = Place(.aware)

    /// What a smaller kind tells, or other records say of it, under a name.
    static func told(_ name: String) -> Place { Place(value: name) }
}
