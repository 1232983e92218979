/// All that is known of one record: the states that exports gave, the changes, and the records merged into it.
///
/// What is derived depends on these alone, never on the order in which they came.
public struct RecordHistory: Sendable {
    /// The states, the newest first.
    public var states: [Record]
    /// The changes, in any order.
    public var transitions: [Transition] = []
    /// All changes of the status are among the transitions, not the last ones only.
    public var isStatusComplete = false
    /// What a source's profiles say instead of the usual rules.
    public var rules: [Milestone: DerivationRule] = [:]
    /// The earliest instants of all records merged into this one.
    public var merged = EarliestStamps()

    public init(states: [Record]) { self.states = states }

    /// Those of some changes of one record that set what already held.
    public static func repetitions(in transitions: [Transition]) -> Set<Transition> { Changes.repetitions(in: transitions) }

    /// Milestones that an older state keeps telling when the newest has forgotten them.
    private static let remembered: [Milestone] = [
        .firstActivity, .compromised, .ingested, .acknowledged, .verdict, .declared, .escalatedToTier2, .escalatedToTier3,
        .contained, .eradicated, .recovered, .firstClosed,
    ]

    /// Where all a source says is "not later than", the earliest of that.
    private func tightestRaised(_ record: Record) -> Stamp? {
        let own = record.milestones[.raised]
        guard own?.precision == .bounded else { return own }
        return states.compactMap { $0.milestones[.raised] }.filter { $0.precision == .bounded }.min { $0.instant < $1.instant }
    }

    /// An export that tells the day alone gives way to a change on that very day.
    private static func isOnly(_ own: Stamp, theDayOf derived: Stamp?) -> Bool {
        guard own.precision == .day, let derived else { return false }
        return derived.instant >= own.instant && derived.instant.milliseconds < own.instant.milliseconds + Instant.day
    }

    /// The record as all of it together tells; nil without a state.
    public func derived() -> Record? {
        guard var record = states.first else { return nil }
        let changes = Changes(transitions)
        changes.bringUpToDate(&record)
        for milestone in DerivationRule.milestones {
            let derived = changes.stamp(milestone, rules[milestone], isClosed: record.status == .closed)
            if let own = record.milestones[milestone], !Self.isOnly(own, theDayOf: derived) { continue }
            record.milestones[milestone] = derived
        }
        for milestone in Self.remembered where record.milestones[milestone] == nil {
            record.milestones[milestone] = states.lazy.compactMap { $0.milestones[milestone] }.first
        }
        if isStatusComplete { changes.count(&record) }
        record.milestones[.raised] = tightestRaised(record)
        for milestone in EarliestStamps.milestones {
            if let stamp = merged[milestone] { record.milestones[milestone] = EarliestStamps.earlier(stamp, record.milestones[milestone]) }
        }
        return record
    }
}
