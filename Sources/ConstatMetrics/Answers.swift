import ConstatModel

/// Answers questions about rows.
struct Answers {
    private static let missing = RecordColumns.missing
    private static let undetermined = Int8(Verdict.undetermined.rawValue)
    private static let falsePositive = Int8(Verdict.falsePositive.rawValue)
    private static let benign = Int8(Verdict.benignTruePositive.rawValue)
    private static let truePositive = Int8(Verdict.truePositive.rawValue)
    private static let people = Int64(Work.Actors([.init(.human), .init(.bulk)]).rawValue)
    private static let automation = Int64(Work.Actors(.automation).rawValue)

    /// The end of the period, and when open records are looked at.
    let end: Int64
    let asOf: Int64
    let zone: Zone
    /// By the codes of tenants; set for each part of the records.
    var clocks = ClockTable()

    func answer(_ question: Question, _ view: ColumnView, _ row: Int) -> Answer {
        switch question {
        case .any: return .yes
        case .isConfirmed: return Self.isConfirmed(view, row)
        case .hasVerdict: return hasVerdict(view, row)
        case .isFalsePositive: return Answer(view.verdict(row) == Self.falsePositive)
        case .isBenign: return Answer(view.verdict(row) == Self.benign)
        case .isNotMalicious: return Answer([Self.falsePositive, Self.benign].contains(view.verdict(row)))
        case .isTruePositive: return Answer(view.verdict(row) == Self.truePositive)
        case .isUndetermined: return Answer(view.verdict(row) == Self.undetermined)
        case .isJudged: return view.verdict(row) == Self.undetermined ? .yes : hasVerdict(view, row)
        case .decidedByTier1:
            let isJudged = view.verdict(row) != RecordColumns.none || view.has(Place.judged.index, row)
            return decided(by: Place.escalatedToTier2.index, else: isJudged, view, row)
        case .escalatedToTier2: return escalated(Place.escalatedToTier2.index, view, row)
        case .decidedByTier2: return decided(by: Place.escalatedToTier3.index, else: !view.isOpen(row), view, row)
        case .escalatedToTier3: return escalated(Place.escalatedToTier3.index, view, row)
        case .closedByTier1: return closedByTier1(view, row)
        case .reopenedAsTruePositive:
            return Answer(view.value(Place.reopenings.index, row) > 0 && view.verdict(row) == Self.truePositive)
        case .wasClosed: return knows(Place.reopenings.index, view, row, and: view.has(Place.firstClosed.index, row))
        case .reopenedWithin(let span): return reopened(within: span, view, row)
        case .workedByTier(let tier): return compare(Place.tier.index, view, row) { $0 >= tier }
        case .hasDiscovery: return view.discovery(row) != RecordColumns.none ? .yes : .leftOut(view.absence(of: Self.discovery, row))
        case .isExternal: return Answer(view.discovery(row) == Int8(Discovery.external.rawValue))
        case .judgedByKnown:
            guard case .yes = answer(.isJudged, view, row) else { return answer(.isJudged, view, row) }
            return knows(Place.actors.index, view, row)
        case .isAutomated: return Answer(view.value(Place.actors.index, row) & Self.people == 0)
        case .isAssisted:
            let actors = view.value(Place.actors.index, row)
            return Answer(actors & Self.people != 0 && actors & Self.automation != 0)
        case .judgedBy(let bit): return Answer(view.value(Place.actors.index, row) & bit != 0)
        case .hasHours: return clocks[view.tenant(row)] == nil ? .leftOut(.noHours) : .yes
        case .isOffHours: return Answer(clocks[view.tenant(row)]?.isOpen(at: view.value(Place.raised.index, row)) == false)
        case .isReporting: return isReporting(view, row)
        case .has(let place): return Answer(view.has(place, row))
        case .lacks(let place): return Answer(!view.has(place, row))
        case .knows(let place): return knows(place, view, row)
        case .gives(let place): return view.has(place, row) || view.gives(place, row) ? .yes : .leftOut(.notGiven(place))
        case .equals(let place, let value): return compare(place, view, row) { $0 == value }
        case .isNotZero(let place): return compare(place, view, row) { $0 != 0 }
        case .atLeast(let place, let least): return compare(place, view, row) { $0 >= least }
        case .isOneOf(let place, let mask): return compare(place, view, row) { mask & 1 << UInt64($0) != 0 }
        case .within(let span, let place):
            let value = view.value(place, row)
            // The last time alone is told: one after the end hides whether there was one before.
            if value != Self.missing, value >= end { return .leftOut(.missing(place)) }
            return Answer(value != Self.missing && end - value <= span)
        case .wasDue(let due, let done): return wasDue(due, done, view, row)
        case .doneBy(let due, let done):
            let value = view.value(done, row)
            return Answer(value != Self.missing && value <= lastMoment(due, view, row))
        case .isOverdue(let due):
            guard view.has(due, row) else { return .leftOut(.missing(due)) }
            return Answer(lastMoment(due, view, row) < end)
        }
    }

    private static let discovery = Place.told("discovery").index
    private static let lastEvent = Place.told("lastEvent").index, lastSeen = Place.told("lastSeen").index
    private static let silence = Place.told("silenceMinutes").index

    private func hasVerdict(_ view: ColumnView, _ row: Int) -> Answer {
        let verdict = view.verdict(row)
        if verdict == Self.undetermined { return .leftOut(.undetermined) }
        if verdict != RecordColumns.none { return .yes }
        guard view.gives(.verdict, row) else { return .leftOut(.notGiven(Place.judged.index)) }
        return view.isOpen(row) ? .open : .leftOut(.missing(Place.judged.index))
    }

    /// A tier decides by handing on, or by finishing.
    private func decided(by transfer: Int, else isFinished: Bool, _ view: ColumnView, _ row: Int) -> Answer {
        if view.has(transfer, row) { return .yes }
        guard view.gives(transfer, row) else { return .leftOut(.notGiven(transfer)) }
        if isFinished { return .yes }
        return view.isOpen(row) ? .open : .leftOut(.missing(Place.judged.index))
    }

    private func escalated(_ transfer: Int, _ view: ColumnView, _ row: Int) -> Answer {
        if view.has(transfer, row) { return .yes }
        return view.gives(transfer, row) ? .no : .leftOut(.notGiven(transfer))
    }

    private func closedByTier1(_ view: ColumnView, _ row: Int) -> Answer {
        let (closed, transfer) = (view.value(Place.firstClosed.index, row), view.value(Place.escalatedToTier2.index, row))
        guard closed != Self.missing else { return .no }
        guard view.gives(Place.escalatedToTier2.index, row) || transfer != Self.missing else {
            return .leftOut(.notGiven(Place.escalatedToTier2.index))
        }
        if transfer != Self.missing, transfer <= closed { return .no }
        return knows(Place.reopenings.index, view, row)
    }

    private func knows(_ place: Int, _ view: ColumnView, _ row: Int, and isTrue: Bool = true) -> Answer {
        guard isTrue else { return .no }
        return view.has(place, row) ? .yes : .leftOut(view.absence(of: place, row))
    }

    private func compare(_ place: Int, _ view: ColumnView, _ row: Int, _ isMet: (Int64) -> Bool) -> Answer {
        let value = view.value(place, row)
        return value == Self.missing ? .leftOut(view.absence(of: place, row)) : Answer(isMet(value))
    }

    /// Open as long as it may still come.
    private func reopened(within span: Int64, _ view: ColumnView, _ row: Int) -> Answer {
        let (closed, reopened) = (view.value(Place.firstClosed.index, row), view.value(Place.reopened.index, row))
        if reopened != Self.missing { return Answer(reopened - closed <= span) }
        return asOf - closed < span ? .open : .no
    }

    /// The last moment at which something due was in time: the end of the day where the day alone is known.
    private func lastMoment(_ due: Int, _ view: ColumnView, _ row: Int) -> Int64 {
        let value = view.value(due, row)
        guard view.isDayOnly(due, row), value != Self.missing else { return value }
        return zone.instant(of: CivilTime(utc: Instant(milliseconds: value)).adding(days: 1)).instant.milliseconds - 1
    }

    private func wasDue(_ due: Int, _ done: Int, _ view: ColumnView, _ row: Int) -> Answer {
        guard view.has(due, row) else { return .leftOut(.missing(due)) }
        return view.has(done, row) || lastMoment(due, view, row) < asOf ? .yes : .open
    }

    /// Silent for no longer than it may be at the end of the period; one that was heard of since counts as reporting.
    private func isReporting(_ view: ColumnView, _ row: Int) -> Answer {
        let (last, seen) = (view.value(Self.lastEvent, row), view.value(Self.lastSeen, row))
        let silence = view.value(Self.silence, row)
        guard silence != Self.missing else { return .leftOut(.missing(Self.silence)) }
        let heard = max(last, seen)
        guard heard != Self.missing else { return .leftOut(.missing(Self.lastEvent)) }
        return Answer(Self.isReporting(heard: heard, silence: silence, at: end))
    }

    /// - Parameter silence: how long it may be silent, in thousandths of a minute; as large as anybody writes it.
    static func isReporting(heard: Int64, silence: Int64, at end: Int64) -> Bool {
        Double(end) - Double(heard) <= Double(silence) * Double(Instant.minute) / 1_000
    }

    /// A true positive, or an open case somebody already treats as one; nobody can tell of a closed one without a verdict.
    static func isConfirmed(_ view: ColumnView, _ row: Int) -> Answer {
        let verdict = view.verdict(row)
        if verdict == truePositive { return .yes }
        if verdict == undetermined { return .leftOut(.undetermined) }
        if verdict != RecordColumns.none { return .no }
        guard view.isOpen(row) else {
            return .leftOut(view.gives(.verdict, row) ? .missing(Place.judged.index) : .notGiven(Place.judged.index))
        }
        let isTreated =
            view.has(Place.declared.index, row) || view.has(Place.contained.index, row) || view.has(Place.aware.index, row)
            || view.has(Place(.classified).index, row)
        return isTreated ? .yes : .no
    }
}
