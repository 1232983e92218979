import ConstatModel

/// Finds the changes of one field in a row.
struct TransitionMapper {
    private let rule: TransitionRule
    private let chain: [Level]
    private let prefix: String
    private let outer: Int
    private let conditions: [Condition]
    private let at: InstantRules
    private let to: ValueRule
    private let from: ValueRule?
    private let who: ValueRule?
    private let by: ValueRule?
    private let native: Set<String>
    private let given: Given
    private let door: Door

    init(_ rule: TransitionRule, of profile: Profile, _ record: RuleCompiler, _ door: Door) {
        let inner = record.deeper(by: rule.each.count)
        (self.rule, self.door, chain, prefix, outer) = (rule, door, inner.chain, record.prefix, record.chain.count - 1)
        conditions = inner.conditions(rule.when)
        at = inner.time(rule.at)
        given = profile.given
        native = Set(profile.derive.values.filter { $0.field == rule.field }.flatMap(\.to))
        let codes = FieldRule.codes(of: TransitionRule.field(rule.field))
        to = inner.rule(rule.to, codes: codes)
        from = rule.from.map { inner.rule($0, codes: codes) }
        who = rule.who.map { inner.rule($0) }
        let actors = Transition.Actor.allCases.map { ($0.word, Int64($0.rawValue)) }
        by = rule.by.map { inner.rule($0, codes: Dictionary(uniqueKeysWithValues: actors)) }
    }

    /// How many changes the row tells of the record with this key.
    func map(_ key: Int64, _ row: Int, into out: inout Mapped, _ hash: inout Hash64) -> Int {
        var found: [Transition] = []
        walk(0, &found, &out)
        for transition in found {
            out.changes.set(TransitionColumn.given, given.rawValue)
            out.changes.append(transition, key: key, row: row, &hash)
        }
        return found.count
    }

    private func walk(_ depth: Int, _ found: inout [Transition], _ out: inout Mapped) {
        guard depth < rule.each.count else {
            if let transition = transition(&out) { found.append(transition) }
            return
        }
        var items: [(String?, JSONElement)] = []
        let path = rule.each[depth]
        chain[outer + depth].items(outer + depth == 0 ? FieldPath(prefix + path.text) : path) { items.append(($0, $1)) }
        for (key, item) in items {
            chain[outer + depth + 1].fill(item)
            chain[outer + depth + 1].key = key
            walk(depth + 1, &found, &out)
        }
    }

    private func transition(_ out: inout Mapped) -> Transition? {
        guard conditions.allSatisfy(\.holds), to.holds else { return nil }
        let (word, isChange) = word(to, &out)
        guard isChange else { return nil }
        switch at.read(door.zone) {
        case .absent, .noTime: return nil
        case .unreadable:
            out.add(.unreadableTime, "transition")
            return nil
        case .instant(let instant, _, let fault):
            if let fault { out.add(fault == .ambiguousLocalTime ? .ambiguousLocalTime : .skippedLocalTime, "transition") }
            if instant > door.asOf { out.add(.futureTime, "transition") }
            let before = from.flatMap { self.word($0, &out).word }
            let isHiddenRepetition = word == Transition.somebody && from?.text() == to.text()
            return Transition(
                rule.field, at: instant, from: before, to: isHiddenRepetition ? Transition.unchanged : word, by: actor,
                who: who?.text().flatMap { door.privacy.applied(.assignee, $0) }
            )
        }
    }

    /// The word a field changed to; nil is "taken away", which only an assignee can be.
    private func word(_ value: ValueRule, _ out: inout Mapped) -> (word: String?, isChange: Bool) {
        if rule.field == .assignee {
            // A key that is not there says nothing; one that is empty says that nobody has it now.
            let text = value.text()
            return (text.map { door.privacy.applied(.assignee, $0) ?? Transition.somebody }, text != nil || value.isEmptied)
        }
        switch value.word() {
        case .known(let code): return (value.name(of: code), true)
        case .unknown:
            if let text = value.text(), native.contains(text) { return (text, true) }
            out.add(.unknownValue, rule.field.word)
            return (nil, false)
        case .absent, .silent: return (nil, false)
        }
    }

    private var actor: Transition.Actor {
        if case .known(let code) = by?.word() { return Transition.Actor(rawValue: Int(code)) ?? .human }
        return .human
    }
}
