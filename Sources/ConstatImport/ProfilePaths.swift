extension Profile {
    /// Whether a record is wrapped, as this profile knows it.
    func isWrapped(_ cursor: JSONCursor) -> Bool { within.map { cursor.value($0).isThere } ?? false }

    /// This profile for records that are wrapped: paths go through the wrapper, `^` leads outside of it.
    func inside() -> Profile { prefixed(within?.text ?? "") }

    /// This profile for records that are not wrapped.
    func outside() -> Profile { prefixed("") }

    private func prefixed(_ prefix: String) -> Profile {
        func moved(_ path: FieldPath) -> FieldPath {
            path.text.hasPrefix("^") ? FieldPath(String(path.text.dropFirst())) : FieldPath(prefix + path.text)
        }
        func moved(_ rule: FieldRule) -> FieldRule {
            var rule = rule
            rule.from = rule.from.map(moved)
            rule.when = rule.when.map { (moved($0.path), $0.texts) }
            return rule
        }
        var profile = self
        profile.fields = fields.mapValues(moved)
        profile.milestones = milestones.map { milestone, rules in
            (milestone, rules.map { TimeRule(field: moved($0.field), format: $0.format, precision: $0.precision) })
        }
        profile.facts = facts.map { ($0.fact, moved($0.rule)) }
        profile.recognise = Recognition(
            has: recognise.has.map(moved), lacks: recognise.lacks.map(moved),
            equals: recognise.equals.map { (moved($0.path), $0.texts) })
        return profile
    }
}
