import ConstatModel

/// The rules of a profile for facts about an incident, or for the values of a smaller kind.
struct FactRules {
    private enum Rule {
        case text(ValueRule)
        case word(ValueRule)
        case number(ValueRule)
        case instant(InstantRules)
    }

    private let rules: [(name: String, rule: Rule)]
    private let profile: Profile
    private let door: Door

    init(_ profile: Profile, _ compiler: RuleCompiler, _ door: Door) {
        (self.profile, self.door) = (profile, door)
        rules = profile.facts.filter { door.privacy.treatment(.fact($0.fact)) != .drop }.map { fact, rule in
            switch rule {
            case .text(let rule, let words):
                let codes = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, Int64($0)) })
                let compiled = compiler.rule(rule, codes: words.isEmpty ? nil : codes)
                return (fact, words.isEmpty && !rule.hasMap ? .text(compiled) : .word(compiled))
            case .number(let rule): return (fact, .number(compiler.rule(rule)))
            case .instant(let rules): return (fact, .instant(compiler.time(rules)))
            }
        }
    }

    /// Writes the facts of the row, as one text.
    func put(_ out: inout Mapped) {
        guard !rules.isEmpty else { return }
        var found: [String: String] = [:]
        for (name, rule) in rules {
            if let text = text(rule, name, &out) { found[name] = door.privacy.applied(.fact(name), text) }
        }
        if !found.isEmpty { out.records.set(text: RecordColumn.facts, FactsText.encode(found)) }
    }

    private func text(_ rule: Rule, _ name: String, _ out: inout Mapped) -> String? {
        switch rule {
        case .text(let rule): return plain(rule)
        case .word(let rule): return word(rule, name, &out)
        case .number(let rule):
            guard let text = plain(rule) else { return nil }
            let number = NumberText.plain(text, decimalMark: profile.decimalMark)
            if number == nil { out.add(.unknownValue, name) }
            return number
        case .instant(let rules): return instant(rules, name, &out)
        }
    }

    private func instant(_ rules: InstantRules, _ name: String, _ out: inout Mapped) -> String? {
        switch rules.read(door.zone) {
        case .instant(let instant, let precision, _):
            if precision == .day { out.add(.dayOnly, name) }
            return precision == .day ? String(door.zone.civil(at: instant).iso.prefix(10)) : instant.iso
        case .unreadable:
            out.add(.unreadableTime, name)
            return nil
        case .absent, .noTime: return nil
        }
    }

    private func word(_ rule: ValueRule, _ name: String, _ out: inout Mapped) -> String? {
        switch rule.word() {
        case .known(let code): return rule.name(of: code)
        case .unknown:
            out.add(.unknownValue, name)
            return nil
        case .absent, .silent: return nil
        }
    }

    /// A fact as text: yes and no for booleans, the items of a list with commas.
    private func plain(_ rule: ValueRule) -> String? {
        switch rule.value() {
        case .bool(let value): return value ? "yes" : "no"
        case .array: return items(rule)
        default: return rule.sources.contains(where: \.isMany) ? items(rule) : rule.text()
        }
    }

    private func items(_ rule: ValueRule) -> String? {
        var items: [String] = []
        for source in rule.sources { source.level.each(source.slot ?? 0) { _, item in items += [item.string].compactMap(\.self) } }
        return items.isEmpty ? nil : items.joined(separator: ", ")
    }
}
