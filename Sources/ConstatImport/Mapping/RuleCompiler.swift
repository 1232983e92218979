import ConstatModel

/// Turns the paths of a profile's rules into slots of levels.
struct RuleCompiler {
    /// The path of the wrapper, for records that are wrapped.
    let prefix: String
    /// From the row inwards.
    var chain: [Level]
    /// A workbook's dates have no zone: times that should name one may do without.
    let isWorkbook: Bool

    func source(_ path: FieldPath) -> ValueRule.Source {
        let (out, path) = path.outward
        let index = chain.count - 1 - out
        let level = chain[max(index, 0)]
        if path == .key { return ValueRule.Source(level: level, slot: nil, isMany: false) }
        let whole = index == 0 ? FieldPath(prefix + path.text) : path
        return ValueRule.Source(level: level, slot: level.slot(whole), isMany: whole.isMany)
    }

    func conditions(_ conditions: [(path: FieldPath, texts: [String])]) -> [Condition] {
        conditions.map { Condition(source: source($0.path), texts: $0.texts) }
    }

    func rule(_ rule: FieldRule, codes: [String: Int64]? = nil) -> ValueRule {
        ValueRule(rule, sources: rule.from.map(source), conditions: conditions(rule.when), codes: codes)
    }

    func time(_ rules: [TimeRule]) -> InstantRules {
        InstantRules(rules.map { InstantRule($0, format: format($0.format), value: rule($0.field)) })
    }

    /// How times that a profile expects in one writing are written here.
    func format(_ format: TimeFormat) -> TimeFormat { isWorkbook && format == .iso8601 ? .iso8601Local : format }

    /// A compiler for what lies `count` arrays deeper.
    func deeper(by count: Int) -> RuleCompiler {
        RuleCompiler(prefix: prefix, chain: chain + (0..<count).map { _ in Level() }, isWorkbook: isWorkbook)
    }
}
