import ConstatModel
import ConstatYAML

extension Profile {
    static func transitions(_ value: YAMLValue?) throws(YAMLFault) -> [TransitionRule] {
        var rules: [TransitionRule] = []
        for item in try value?.asItems() ?? [] { rules.append(try TransitionRule(item)) }
        return rules
    }

    static func derive(_ value: YAMLValue?) throws(YAMLFault) -> [Milestone: DerivationRule] {
        guard let value else { return [:] }
        try value.allow(Set(DerivationRule.milestones.map(\.rawValue)))
        var rules: [Milestone: DerivationRule] = [:]
        for entry in try value.asEntries() {
            if let milestone = Milestone(rawValue: entry.key) { rules[milestone] = try derivation(entry.value) }
        }
        return rules
    }

    /// `no`, or `{first: status, to: […], by: human}`.
    private static func derivation(_ value: YAMLValue) throws(YAMLFault) -> DerivationRule {
        if value.entries == nil {
            guard ["no", "false"].contains(value.text ?? "") else {
                throw value.fault("this is no way to derive a milestone", remedy: "write no, or {first: status, to: [closed], by: human}")
            }
            return .never
        }
        try value.allow(["first", "last", "to", "by"])
        let change = try value.required(value["first"] == nil ? "last" : "first")
        let word = try change.asText()
        let field = Transition.Field(word: word)
        guard field != nil || word == "any" else {
            throw value.fault(
                "\(word) does not change", remedy: "known: any, \(Transition.Field.allCases.map(\.word).joined(separator: ", "))")
        }
        var by: Transition.Actor?
        if let actor = value["by"] {
            let word = try actor.asText()
            by = Transition.Actor(word: word)
            if by == nil { throw actor.fault("this is no actor", remedy: "known: human, automation, bulk") }
        }
        return DerivationRule(field: field, to: try values(value["to"]), by: by, isLast: value["last"] != nil)
    }

    /// What the field changes to: words of the house, or native ones that no map turns into such.
    private static func values(_ value: YAMLValue?) throws(YAMLFault) -> Set<String> {
        guard let value else { return [] }
        let words = try value.asTexts()
        // The store keeps the rule in one line, with bars in it.
        for word in words where word.contains(where: { $0 == "|" || $0.isNewline }) {
            throw value.fault("a value here cannot hold a line end or |")
        }
        return Set(words)
    }
}

extension TransitionRule {
    init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow(["of", "each", "when", "at", "to", "from", "who", "by", "keeps"])
        let of = try value.required("of")
        guard let field = Transition.Field(word: try of.asText()) else {
            throw of.fault("this does not change", remedy: "known: \(Transition.Field.allCases.map(\.word).joined(separator: ", "))")
        }
        self.field = field
        each = try (value["each"]?.asTexts() ?? []).map(FieldPath.init)
        when = try Recognition.conditions(value["when"])
        at = try TimeRule.list(value.required("at"))
        to = try Self.rule(value.required("to"), field)
        if let keeps = value["keeps"], try keeps.asText() != "last" {
            throw keeps.fault("a tool keeps all changes or the last", remedy: "write keeps: last, or leave it out")
        }
        isLastOnly = value["keeps"] != nil
        if let item = value["from"] { from = try Self.rule(item, field) } else { from = nil }
        if let item = value["who"] { who = try FieldRule(item) } else { who = nil }
        if let item = value["by"] {
            let rule = try FieldRule(item)
            try rule.checkWords(Transition.Actor.allCases.map(\.word), named: "actor", at: item)
            by = rule
        } else {
            by = nil
        }
    }

    /// The field of a record that changes.
    static func field(_ field: Transition.Field) -> Profile.Field {
        switch field {
        case .status: .status
        case .severity: .severity
        case .verdict: .verdict
        case .tier: .tier
        case .assignee: .assignee
        }
    }

    private static func rule(_ value: YAMLValue, _ field: Transition.Field) throws(YAMLFault) -> FieldRule {
        let rule = try FieldRule(value)
        try rule.checkWords(of: Self.field(field), at: value)
        return rule
    }
}

extension CSVReader.Layout {
    init(_ root: YAMLValue) throws(YAMLFault) {
        skip = try root["skip"]?.asNumber() ?? 0
        if let value = root["skip"], !(0...100).contains(skip) {
            throw value.fault("so many lines cannot stand above a header", remedy: "write a number from 0 to 100")
        }
        guard let value = root["separator"] else { return }
        let text = value.text == "tab" ? "\t" : value.text ?? ""
        guard text.utf8.count == 1, let byte = text.utf8.first else {
            throw value.fault("a separator is one character", remedy: "write \",\", \";\" or tab")
        }
        separator = byte
    }
}

extension Given {
    /// What fields, milestones and changes of a profile together can give.
    init(fields: Set<Profile.Field>, milestones: [Milestone], transitions: [TransitionRule], derive: [Milestone: DerivationRule]) {
        self = milestones.reduce(into: Given()) { $0.insert(Given($1)) }
        let byField: [(Profile.Field, Transition.Field?, Given)] = [
            (.severity, .severity, .severity), (.status, .status, .status), (.verdict, .verdict, .verdict), (.tier, .tier, .tier),
            (.discovery, nil, .discovery),
        ]
        let changing = Set(transitions.map(\.field))
        for (field, change, flag) in byField where fields.contains(field) || change.map(changing.contains) ?? false { insert(flag) }
        let usual: [(Transition.Field, [Milestone])] = [
            (.status, [.acknowledged, .firstClosed, .lastClosed, .reopened]), (.assignee, [.acknowledged]), (.verdict, [.verdict]),
            (.tier, [.escalatedToTier2, .escalatedToTier3]),
        ]
        for (field, milestones) in usual where changing.contains(field) {
            for milestone in milestones where derive[milestone]?.isNever != true { insert(Given(milestone)) }
        }
        for (milestone, rule) in derive where !rule.isNever { insert(Given(milestone)) }
        let statuses = transitions.filter { $0.field == .status }
        if !statuses.isEmpty, !statuses.contains(where: \.isLastOnly) { insert(.statusHistory) }
    }
}
