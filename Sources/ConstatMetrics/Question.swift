import ConstatModel

/// A condition made ready for a loop over rows: places as positions, nothing that is counted by reference.
enum Question {
    case any, isConfirmed, hasVerdict, isFalsePositive, isBenign, isNotMalicious, isTruePositive, isUndetermined, isJudged
    case decidedByTier1, decidedByTier2, escalatedToTier2, escalatedToTier3, closedByTier1, reopenedAsTruePositive
    case wasClosed, reopenedWithin(Int64), workedByTier(Int64), hasDiscovery, isExternal
    case judgedByKnown, isAutomated, isAssisted, judgedBy(Int64)
    case hasHours, isOffHours, isReporting
    case has(Int), lacks(Int), knows(Int), gives(Int), isNotZero(Int), equals(Int, Int64), atLeast(Int, Int64), isOneOf(Int, UInt64),
        within(Int64, Int)
    case wasDue(Int, done: Int), doneBy(Int, done: Int), isOverdue(Int)

    /// The questions that a condition asks, in their order; all must be answered with yes.
    static func all(_ condition: Condition, of kind: RecordKind) -> [Question] {
        if case .both(let first, let second) = condition { return all(first, of: kind) + all(second, of: kind) }
        return [Question(condition, of: kind)]
    }

    private init(_ condition: Condition, of kind: RecordKind) {
        switch condition {
        case .any, .both: self = .any
        case .isConfirmed: self = .isConfirmed
        case .hasVerdict: self = .hasVerdict
        case .isFalsePositive: self = .isFalsePositive
        case .isBenign: self = .isBenign
        case .isNotMalicious: self = .isNotMalicious
        case .isTruePositive: self = .isTruePositive
        case .isUndetermined: self = .isUndetermined
        case .isJudged: self = .isJudged
        case .decidedByTier1: self = .decidedByTier1
        case .decidedByTier2: self = .decidedByTier2
        case .escalatedToTier2: self = .escalatedToTier2
        case .escalatedToTier3: self = .escalatedToTier3
        case .closedByTier1: self = .closedByTier1
        case .reopenedAsTruePositive: self = .reopenedAsTruePositive
        case .wasClosed: self = .wasClosed
        case .reopenedWithin(let days): self = .reopenedWithin(Int64(days) * Instant.day)
        case .workedByTier(let tier): self = .workedByTier(Int64(tier))
        case .hasDiscovery: self = .hasDiscovery
        case .isExternal: self = .isExternal
        case .judgedByKnown: self = .judgedByKnown
        case .isAutomated: self = .isAutomated
        case .isAssisted: self = .isAssisted
        case .judgedByAutomation: self = .judgedBy(Int64(Work.Actors(judgedBy: .automation).rawValue))
        case .judgedInBulk: self = .judgedBy(Int64(Work.Actors(judgedBy: .bulk).rawValue))
        case .hasHours: self = .hasHours
        case .isOffHours: self = .isOffHours
        case .isReporting: self = .isReporting
        case .has(let place): self = .has(place.index)
        case .lacks(let place): self = .lacks(place.index)
        case .knows(let place): self = .knows(place.index)
        case .gives(let place): self = .gives(place.index)
        case .isSet(let place): self = .equals(place.index, 1)
        case .isNotSet(let place): self = .equals(place.index, 0)
        case .isNotZero(let place): self = .isNotZero(place.index)
        case .atLeast(let place, let least): self = .atLeast(place.index, least)
        case .isWord(let place, let words): self = .isOneOf(place.index, Self.mask(words, kind, place))
        case .within(let days, let place): self = .within(Int64(days) * Instant.day, place.index)
        case .wasDue(let due, let done): self = .wasDue(due.index, done: done.index)
        case .doneBy(let due, let done): self = .doneBy(due.index, done: done.index)
        case .isOverdue(let due): self = .isOverdue(due.index)
        }
    }

    /// A bit for each word, by its position among the words of the value.
    private static func mask(_ words: [String], _ kind: RecordKind, _ place: Place) -> UInt64 {
        let known = kind.values.first { $0.name == place.name }?.words ?? []
        return words.reduce(0) { mask, word in
            guard let index = known.firstIndex(of: word) else { preconditionFailure("\(kind.word) never tells \(place.name) \(word)") }
            return mask | 1 << UInt64(index)
        }
    }
}
