import ConstatModel

/// Which path has which role, as far as names and values tell.
struct DraftGuesses: Sendable {
    struct Guess: Sendable {
        /// The first that is there counts.
        let paths: [DraftField]
        /// Nil for what is no time.
        let writing: TimeWriting?
    }

    /// How many records this rests on.
    let records: Int
    private(set) var byRole: [DraftRule.Role: Guess] = [:]
    private let writings: [String: TimeWriting]

    init(_ collector: FieldCollector) {
        records = collector.records
        writings = Self.writings(collector.fields)
        var free = collector.fields
        for rule in DraftRule.all {
            guard let guess = best(for: rule, among: free) else { continue }
            byRole[rule.role] = guess
            let taken = Set(guess.paths.map(\.path))
            free.removeAll { taken.contains($0.path) }
        }
    }

    subscript(field: Profile.Field) -> Guess? { byRole[.field(field)] }

    subscript(milestone: Milestone) -> Guess? { byRole[.milestone(milestone)] }

    var hasID: Bool { self[.id] != nil }

    /// What a profile needs and nothing was found for, in a profile's words.
    var missing: [String] {
        [("id", self[.id] == nil), (Milestone.raised.rawValue, self[.raised] == nil)].filter(\.1).map(\.0)
    }

    /// How much these records look like alerts or cases.
    var points: Int {
        let telling: [DraftRule.Role] = [
            .field(.severity), .field(.status), .field(.verdict), .field(.title), .field(.assignee), .field(.rule), .milestone(.lastClosed),
        ]
        return (hasID ? 3 : 0) + (self[.raised] == nil ? 0 : 3) + telling.count { byRole[$0] != nil }
    }

    // MARK: One role

    private struct Candidate {
        let field: DraftField
        let points: Int
        let isSure: Bool
    }

    private func best(for rule: DraftRule, among free: [DraftField]) -> Guess? {
        let candidates = free.compactMap { candidate($0, rule) }
        guard let first = candidates.max(by: { $0.points < $1.points }) else { return nil }
        guard rule.need == .times else { return Guess(paths: [first.field], writing: nil) }
        let writing = writings[first.field.path]
        guard rule.role == .milestone(.lastClosed), first.isSure else { return Guess(paths: [first.field], writing: writing) }
        // Solved is when the work ends; where a ticket closes by itself days later, that counts only of what was never solved.
        let others = candidates.filter { other in
            other.isSure && other.field.path != first.field.path && writings[other.field.path]?.word == writing?.word
        }
        return Guess(paths: [first.field] + others.prefix(1).map(\.field), writing: writing)
    }

    private func candidate(_ field: DraftField, _ rule: DraftRule) -> Candidate? {
        if rule.need == .techniques { return techniques(field, rule) }
        guard !field.isMany, field.filled > 0, let fit = rule.fit(field.name) else { return nil }
        guard let more = points(of: field, rule, isSure: fit.isSure) else { return nil }
        // A field that most records lack is likely to be another's.
        let rareness = 100 - field.filled * 100 / max(records, 1)
        return Candidate(field: field, points: fit.points + more - (rule.need == .times ? 0 : rareness), isSure: fit.isSure)
    }

    /// What the values add to a name; nil when they are not what the role needs.
    private func points(of field: DraftField, _ rule: DraftRule, isSure: Bool) -> Int? {
        switch rule.need {
        case .unique: return field.isUnique(among: records) ? 0 : nil
        case .distinct: return field.isDistinct && !isTime(field) ? 0 : nil
        case .short: return isShort(field) && !isTime(field) ? 0 : nil
        case .text: return isText(field) && !isTime(field) ? 0 : nil
        case .few: return isText(field) && !isTime(field) && isFew(field) ? 0 : nil
        case .words: return words(field, rule, isSure: isSure)
        case .times: return time(field, rule)
        case .techniques: return nil
        }
    }

    private func isTime(_ field: DraftField) -> Bool { writings[field.path] != nil || TimeWriting.isTime(field.values) }

    private func isShort(_ field: DraftField) -> Bool { field.values.allSatisfy { ["text", "whole number"].contains($0.kind) } }

    private func isText(_ field: DraftField) -> Bool { field.values.allSatisfy { $0.kind.hasSuffix("text") } }

    private func isFew(_ field: DraftField) -> Bool {
        let words = field.distinct.count
        return !field.hasLong && (words * 2 <= field.filled || words <= 3)
    }

    /// A field whose words are known goes before one with the better name.
    private func words(_ field: DraftField, _ rule: DraftRule, isSure: Bool) -> Int? {
        guard case .field(let target) = rule.role, let words = DraftVocabulary(field, in: target, isSure: isSure) else { return nil }
        if words.known > 0 { return 300 }
        return isSure ? 0 : nil
    }

    /// Every record must have been raised, or most; other milestones are there for some only.
    private func time(_ field: DraftField, _ rule: DraftRule) -> Int? {
        guard let writing = writings[field.path] else { return nil }
        guard rule.role == .milestone(.raised) else { return 0 }
        guard writing.instants * 2 > records else { return nil }
        return -300 * (records - min(writing.instants, records)) / max(records, 1)
    }

    private func techniques(_ field: DraftField, _ rule: DraftRule) -> Candidate? {
        let count = field.values.compactMap(\.string).count { !TechniqueID.all(in: $0).isEmpty }
        let isNamed = rule.names.contains { !field.name.all.isDisjoint(with: $0.words) }
        guard count > 0, isNamed || count * 2 >= field.values.count else { return nil }
        return Candidate(field: field, points: count * 2 + (isNamed ? 1 : 0), isSure: isNamed)
    }

    /// How the fields whose names speak of a time write it; where one leaves day and month open, another may settle it.
    private static func writings(_ fields: [DraftField]) -> [String: TimeWriting] {
        let rules = DraftRule.all.filter { $0.need == .times }
        var found: [String: TimeWriting] = [:]
        for field in fields where !field.isMany && rules.contains(where: { $0.fit(field.name) != nil }) {
            found[field.path] = TimeWriting(field.values)
        }
        let settled = fields.compactMap { found[$0.path] }.first { !$0.isOpen && $0.isDayFirst != nil }
        guard let isDayFirst = settled?.isDayFirst else { return found }
        return found.mapValues { $0.settled(isDayFirst: isDayFirst) }
    }
}
