extension Regime {
    /// Every path that its fields, conditions, letters and openings look at.
    public var paths: [String] { stages.flatMap(\.paths) + opening.paths }

    /// Every stage that a rule counts from or asks about.
    public var stagesNamed: [String] {
        stages.flatMap { $0.rules + $0.beside }.flatMap { rule in
            [rule.unlessSubmitted, rule.onlyIfSubmitted].compactMap(\.self)
                + (rule.anchor.word.hasPrefix("submission.") ? [String(rule.anchor.word.dropFirst("submission.".count))] : [])
        }
    }
}

extension Stage {
    fileprivate var paths: [String] {
        let fields: [String] = fields.flatMap(\.paths)
        let letter: [String] = letter.flatMap { $0.condition?.paths ?? [] }
        let rules: [String] = (rules + beside).flatMap(\.paths)
        return fields + letter + rules + (opening?.paths ?? [])
    }
}

extension FieldRequest {
    fileprivate var paths: [String] { from + (place?.otherwise?.from ?? []) + (test?.paths ?? []) }
}

extension Opening {
    fileprivate var paths: [String] { (facts + (unless + [needs].compactMap(\.self)).map(\.fact)).map { "fact.\($0)" } }
}

extension DeadlineRule {
    fileprivate var paths: [String] {
        let anchors = if case .facts(let facts) = anchor { facts } else { [String]() }
        let others = [unlessLater?.fact, unlessLater?.than].compactMap(\.self) + onlyIfUnknown + guardsUntil
        return (anchors + others).map { "fact.\($0)" }
    }
}
