/// The changes of one record in the order of time, without those to the value that already held.
struct Changes {
    private struct Change {
        var transition: Transition
        /// The value before: as the change says, else the one of the change before; nil when nobody knows.
        var before: String?
        /// False for the first that is known of a field: the state it began in, when the source does not say from what.
        var hasBefore: Bool
    }

    private var all: [Change] = []

    init(_ transitions: [Transition]) {
        var last: [Transition.Field: Transition] = [:]
        let inOrder = Set(transitions).sorted(by: Self.isBefore)
        for transition in inOrder {
            let previous = last[transition.field]
            if Self.isRepetition(transition, after: previous) { continue }
            let before = transition.from ?? previous?.to
            all.append(Change(transition: transition, before: before, hasBefore: previous != nil || transition.from != nil))
            last[transition.field] = transition
        }
    }

    /// Whether it sets what already held. Of names that are gone nobody can tell but where that was marked.
    private static func isRepetition(_ transition: Transition, after previous: Transition?) -> Bool {
        if transition.to == Transition.unchanged { return true }
        if transition.to == Transition.somebody { return false }
        if let previous, previous.to == transition.to { return true }
        return transition.from != nil && transition.from == transition.to
    }

    /// Those of some changes of one record that set what already held.
    static func repetitions(in transitions: [Transition]) -> Set<Transition> {
        Set(transitions).subtracting(Changes(transitions).all.map(\.transition))
    }

    /// By time; of changes at one instant in the order of the work: new before in progress before closed.
    private static func isBefore(_ left: Transition, _ right: Transition) -> Bool {
        if left.at != right.at { return left.at < right.at }
        if left.field != right.field { return left.field.rawValue < right.field.rawValue }
        func rank(_ transition: Transition) -> Int { transition.to.flatMap { Status(word: $0)?.rawValue } ?? 0 }
        if rank(left) != rank(right) { return rank(left) < rank(right) }
        func rest(_ transition: Transition) -> [String] {
            [transition.to ?? "", transition.from ?? "", transition.by.word, transition.who ?? ""]
        }
        return rest(left).lexicographicallyPrecedes(rest(right))
    }

    /// Takes over the last change of each field that the newest state is too old to know of, or does not tell.
    func bringUpToDate(_ record: inout Record) {
        let revision = record.revision
        for field in Transition.Field.allCases {
            guard let change = all.last(where: { $0.transition.field == field })?.transition,
                change.at > revision || isUnset(field, record)
            else { continue }
            switch field {
            case .status:
                guard record.status != .merged, let status = change.to.flatMap(Status.init(word:)) else { continue }
                record.status = status
                if status.isOpen { record.milestones[.lastClosed] = nil }
            case .verdict: record.verdict = change.to.flatMap(Verdict.init(word:)) ?? record.verdict
            case .severity: record.severity = change.to.flatMap(Severity.init(word:)) ?? record.severity
            case .assignee: record.assignee = change.to
            case .tier: break  // the highest of all counts, below
            }
        }
        let tiers = all.compactMap { $0.transition.field == .tier ? $0.transition.to.flatMap { Int($0) } : nil }
        if let highest = tiers.max() { record.tier = max(record.tier ?? 1, highest) }
    }

    private func isUnset(_ field: Transition.Field, _ record: Record) -> Bool {
        switch field {
        case .status: record.status == nil
        case .verdict: record.verdict == nil
        case .severity: record.severity == nil
        case .assignee: record.assignee == nil
        case .tier: false
        }
    }

    /// When a milestone happened, by a profile's rule or the usual one; nil when no change gives it.
    func stamp(_ milestone: Milestone, _ rule: DerivationRule?, isClosed: Bool) -> Stamp? {
        let found: Change?
        if let rule {
            let isLast = rule.isLast || milestone == .lastClosed
            found = isLast ? all.last { rule.isMet(by: $0.transition) } : all.first { rule.isMet(by: $0.transition) }
        } else {
            found = usual(milestone)
        }
        if milestone == .lastClosed, !isClosed { return nil }
        return found.map { Stamp($0.transition.at) }
    }

    private func usual(_ milestone: Milestone) -> Change? {
        switch milestone {
        case .acknowledged: all.first(where: isAcknowledging)
        case .verdict: all.first { $0.transition.field == .verdict && $0.transition.to != nil }
        case .escalatedToTier2: all.first { isEscalation($0, to: 2) }
        case .escalatedToTier3: all.first { isEscalation($0, to: 3) }
        case .firstClosed: all.first { $0.transition.field == .status && $0.transition.to == Status.closed.word }
        case .lastClosed: all.last { $0.transition.field == .status && $0.transition.to == Status.closed.word }
        case .reopened: all.first(where: isReopening)
        default: nil
        }
    }

    /// A person takes it: sets an assignee, or moves the status on; taking it up again after its end is none.
    private func isAcknowledging(_ change: Change) -> Bool {
        guard change.transition.by == .human, let to = change.transition.to, change.before != Status.closed.word else { return false }
        switch change.transition.field {
        case .assignee: return true
        case .status: return to == Status.inProgress.word || to == Status.pending.word
        default: return false
        }
    }

    /// From a lower tier, which must be known: the tier a record began in is no escalation.
    private func isEscalation(_ change: Change, to tier: Int) -> Bool {
        guard change.transition.field == .tier, change.hasBefore, let to = change.transition.to.flatMap({ Int($0) }) else { return false }
        return to >= tier && (change.before.flatMap { Int($0) } ?? 1) < tier
    }

    private func isReopening(_ change: Change) -> Bool {
        guard change.transition.field == .status, change.before == Status.closed.word else { return false }
        return change.transition.to.flatMap(Status.init(word:))?.isOpen ?? false
    }

    /// Counts reopenings, pauses and what else the changes tell, where there is a history of the status.
    func count(_ record: inout Record) {
        let statuses = all.filter { $0.transition.field == .status }
        guard !statuses.isEmpty else { return }
        record.reopenings = statuses.count(where: isReopening)
        let ends = statuses.dropFirst().map { Optional($0.transition.at) } + [nil]
        record.pauses = zip(statuses, ends).filter { $0.0.transition.to == Status.pending.word }.map {
            Pause(from: $0.0.transition.at, to: $0.1)
        }
        record.work = work
    }

    private var work: Work {
        var work = Work()
        let changes = all.map(\.transition)
        for change in changes { work.actors.insert(Work.Actors(change.by)) }
        let verdicts = changes.filter { $0.field == .verdict && $0.to != nil }
        let judging = verdicts.last ?? changes.last { $0.field == .status && $0.to == Status.closed.word }
        if let judging { work.actors.insert(Work.Actors(judgedBy: judging.by)) }
        if !verdicts.isEmpty { work.reclassifications = verdicts.count - 1 }
        let tiers = all.filter { $0.transition.field == .tier }
        if !tiers.isEmpty { work.returns = tiers.count(where: isReturn) }
        work.firstChange = changes.first?.at
        work.firstAssigned = changes.first { $0.field == .assignee && $0.to != nil }?.at
        work.firstInProgress = changes.first { $0.field == .status && $0.to == Status.inProgress.word }?.at
        return work
    }

    /// Handed back to a lower tier.
    private func isReturn(_ change: Change) -> Bool {
        guard let to = change.transition.to.flatMap({ Int($0) }), let from = change.before.flatMap({ Int($0) }) else { return false }
        return to < from
    }
}
