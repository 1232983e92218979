public import ConstatModel

/// When a stage is due under one rule: provable from rule, trigger and article.
public struct Deadline: Sendable {
    /// The rule it was computed by.
    public let rule: DeadlineRule
    /// When the trigger happened.
    public let anchor: Stamp
    /// The strict instant, never later than the legal limit.
    public let due: Instant
    /// The latest the law may allow, for information; nil when nothing later is claimed.
    public let legalLatest: Instant?
    /// Noon of the next working day, where the easing for weekends and holidays holds; nil where it does not.
    public let eased: Instant?
    /// A guard rail: the event that the law counts from is not known yet, and this is the date that it must not pass unseen.
    public let isGuardRail: Bool
    /// The article of the stage's easing, even where it does not hold; nil without one.
    public let easingArticle: Localized?

    /// The last instant that is in time.
    public var limit: Instant { eased ?? due }
}

/// Computes deadlines for the facts of one case.
public struct Clockwork: Sendable {
    private let zone: Zone
    private let workingDays: WorkingDays
    private let entityType: String?
    private let nis2Class: String?
    /// Whether an authority withdrew the easing, for stages whose easing knows exemptions: (EU) 2025/301 Art. 5(6).
    private let isEasingWithdrawn: Bool

    /// - Parameter zone: of the authority: months, weekends and holidays are its own.
    public init(zone: Zone, workingDays: WorkingDays, entityType: String?, nis2Class: String?, isEasingWithdrawn: Bool = false) {
        (self.zone, self.workingDays, self.entityType, self.nis2Class) = (zone, workingDays, entityType, nis2Class)
        self.isEasingWithdrawn = isEasingWithdrawn
    }

    /// The deadline that counts for a stage: the earliest of its rules; nil while no trigger has happened.
    ///
    /// - Parameter expected: submissions that are still to come and are counted from, for a projection.
    public func deadline(
        of stage: Stage, _ facts: CaseFacts, _ submissions: [Submission], expected: [Submission] = []
    ) -> Deadline? {
        deadlines(of: stage, facts, submissions, expected: expected).first
    }

    /// The deadlines of all rules whose trigger has happened, the earliest first.
    public func deadlines(
        of stage: Stage, _ facts: CaseFacts, _ submissions: [Submission], expected: [Submission] = []
    ) -> [Deadline] {
        stage.rules.compactMap { deadline($0, stage, facts, submissions, expected) }.sorted { $0.due < $1.due }
    }

    /// The facts that a stage which follows another waits for: sent is that other one, and unknown what the deadline counts from.
    public func awaited(_ stage: Stage, _ facts: CaseFacts, _ submissions: [Submission]) -> [String] {
        guard !submissions.contains(where: { $0.stage == stage.id }), deadlines(of: stage, facts, submissions).isEmpty else { return [] }
        return stage.rules.flatMap { rule -> [String] in
            guard rule.onlyIfSubmitted != nil, holds(rule, stage, facts, submissions), case .facts(let ids) = rule.anchor else { return [] }
            return ids
        }
    }

    /// Other readings of the law, for information.
    public func beside(_ stage: Stage, _ facts: CaseFacts, _ submissions: [Submission]) -> [Deadline] {
        stage.beside.compactMap { deadline($0, stage, facts, submissions) }
    }

    private func deadline(
        _ rule: DeadlineRule, _ stage: Stage, _ facts: CaseFacts, _ submissions: [Submission], _ expected: [Submission] = []
    ) -> Deadline? {
        guard holds(rule, stage, facts, submissions), let anchor = anchor(rule, facts, submissions + expected) else { return nil }
        let due = due(rule, anchor.instant)
        return Deadline(
            rule: rule, anchor: anchor, due: due, legalLatest: legalLatest(rule, anchor.instant, due),
            eased: eased(due, stage.easing),
            isGuardRail: !rule.guardsUntil.isEmpty && rule.guardsUntil.allSatisfy { facts[$0].map { $0.value.words == ["no"] } ?? true },
            easingArticle: stage.easing?.article)
    }

    private func holds(_ rule: DeadlineRule, _ stage: Stage, _ facts: CaseFacts, _ submissions: [Submission]) -> Bool {
        if let stage = rule.unlessSubmitted, submissions.contains(where: { $0.stage == stage }) { return false }
        if let stage = rule.onlyIfSubmitted, !submissions.contains(where: { $0.stage == stage }) { return false }
        if !rule.entityTypes.isEmpty, !rule.entityTypes.contains(entityType ?? "") { return false }
        // A stage that was sent keeps the deadline it had.
        let isSent = submissions.contains { $0.stage == stage.id }
        if !isSent, rule.onlyIfUnknown.contains(where: { facts[$0] != nil }) { return false }
        guard let unless = rule.unlessLater, let late = facts.stamp([unless.fact])?.instant, let early = facts.stamp([unless.than])?.instant
        else { return true }
        return late <= early.advanced(by: Int64(unless.hours) * Instant.hour)
    }

    private func anchor(_ rule: DeadlineRule, _ facts: CaseFacts, _ submissions: [Submission]) -> Stamp? {
        switch rule.anchor {
        case .facts(let ids): facts.stamp(ids)
        case .submission(let stage, let isLatest):
            (isLatest ? submissions.last { $0.stage == stage } : submissions.first { $0.stage == stage })
                .map { Stamp($0.submittedAt) }
        }
    }

    private func due(_ rule: DeadlineRule, _ anchor: Instant) -> Instant {
        switch rule.length {
        case .hours(let hours): return anchor.advanced(by: Int64(hours) * Instant.hour)
        case .days(let days): return due(rule, on: zone.civil(at: anchor).adding(days: days))
        case .workingDays(let days): return due(rule, on: workingDays.adding(days, to: zone.civil(at: anchor)))
        case .months(let months): return due(rule, on: zone.civil(at: anchor).adding(months: months))
        }
    }

    private func due(_ rule: DeadlineRule, on day: CivilTime) -> Instant {
        rule.isToEndOfDay ? endOfDay(day) : zone.instant(of: day).instant
    }

    /// Regulation 1182/71: the hour of the event is not counted; a last day that is not worked moves on.
    private func legalLatest(_ rule: DeadlineRule, _ anchor: Instant, _ due: Instant) -> Instant? {
        switch (rule.legalLatest, rule.length) {
        case (.nextFullHour, .hours(let hours)):
            let hour = anchor.milliseconds / Instant.hour + 1
            return Instant(milliseconds: (hour + Int64(hours)) * Instant.hour)
        case (.endOfNextWorkingDay, _): return endOfDay(workingDays.next(from: zone.civil(at: due)))
        default: return nil
        }
    }

    private func eased(_ due: Instant, _ easing: Easing?) -> Instant? {
        guard let easing, easing.holds(for: entityType, nis2Class), !(isEasingWithdrawn && easing.hasExemptions) else { return nil }
        let day = zone.civil(at: due)
        guard !workingDays.isWorking(day) else { return nil }
        var noon = workingDays.next(from: day)
        (noon.hour, noon.minute, noon.second, noon.millisecond) = (12, 0, 0, 0)
        return zone.instant(of: noon).instant
    }

    /// 23:59:59 of that day.
    private func endOfDay(_ day: CivilTime) -> Instant {
        var end = day
        (end.hour, end.minute, end.second, end.millisecond) = (23, 59, 59, 0)
        return zone.instant(of: end).instant
    }
}
