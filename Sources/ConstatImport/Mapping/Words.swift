import ConstatModel

/// The rules for those fields of a record that are words of the house.
struct Words {
    /// What the words of a row say that matters for remarks.
    struct Found {
        var status: Status?
        /// The row has no word, as against one that is unknown or says nothing.
        var lacksSeverity = false
        var lacksVerdict = false
    }

    private let severity: Held<ValueRule>?
    private let status: Held<ValueRule>?
    private let verdict: Held<ValueRule>?
    private let tier: Held<ValueRule>?
    private let discovery: Held<ValueRule>?
    private let merged: Held<ValueRule>?

    /// The rules are held, not kept: whoever makes this keeps them.
    init(_ rules: [Profile.Field: ValueRule]) {
        (severity, status, verdict) = (rules[.severity].map(Held.init), rules[.status].map(Held.init), rules[.verdict].map(Held.init))
        (tier, discovery, merged) = (rules[.tier].map(Held.init), rules[.discovery].map(Held.init), rules[.merged].map(Held.init))
    }

    /// Writes the words into the row.
    func put(isMerged: Bool, _ out: inout Mapped) -> Found {
        var found = Found()
        if case .absent? = put(severity, RecordColumn.severity, "severity", &out) { found.lacksSeverity = true }
        if case .absent? = put(verdict, RecordColumn.verdict, "verdict", &out) { found.lacksVerdict = true }
        _ = put(discovery, RecordColumn.discovery, "discovery", &out)
        _ = put(tier, RecordColumn.tier, "tier", &out)
        if case .known(let code)? = word(status, "status", &out) { found.status = Status(rawValue: Int(code)) }
        if case .known? = word(merged, "merged", &out) { found.status = .merged }
        if isMerged { found.status = .merged }
        if let status = found.status { out.records.set(RecordColumn.status, Int64(status.rawValue)) }
        return found
    }

    private func put(_ rule: Held<ValueRule>?, _ column: Int, _ name: String, _ out: inout Mapped) -> ValueRule.Word? {
        let found = word(rule, name, &out)
        if case .known(let code)? = found { out.records.set(column, code) }
        return found
    }

    /// A native word nobody mapped is remarked and left empty.
    private func word(_ rule: Held<ValueRule>?, _ name: String, _ out: inout Mapped) -> ValueRule.Word? {
        guard let found = rule?.use({ $0.word() }) else { return nil }
        if case .unknown = found { out.add(.unknownValue, name) }
        return found
    }
}
