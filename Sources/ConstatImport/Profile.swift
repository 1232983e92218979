public import ConstatModel

/// How one kind of record of one source is mapped to the house's words. Data, read from a YAML file.
public struct Profile: Sendable {
    /// The file's name without its ending, e.g. `thehive5-case`.
    public let name: String
    /// The slug on the command line, e.g. `thehive`.
    public let source: String
    /// What its records are.
    public let kind: RecordKind
    /// What it is for, in words: the tool, its version and the kind.
    public let title: String
    /// Raised by hand when the mapping changes.
    public let version: Int
    /// SHA-256 of the file's text.
    public let digest: String
    /// What records of this profile can hold at all.
    public let given: Given

    /// Whether records of this profile can say whose they are.
    public var namesTenant: Bool { fields[.tenant] != nil }

    let isCSV: Bool
    /// Where the records are in the file, e.g. `/data/alerts`; the first that holds one counts.
    var records: [String]
    /// The part of a record that holds the fields, when it is wrapped (`/_source`, `/object`).
    let within: FieldPath?
    var recognise: Recognition
    let zone: Zone
    /// The zone of times written without one.
    public var zoneName: String { zone.name }
    var fields: [Field: FieldRule]
    var milestones: [(milestone: Milestone, rules: [TimeRule])]
    var facts: [(fact: String, rule: FieldRule)]

    /// A field of the canonical record that is not an instant.
    enum Field: String, CaseIterable, Sendable {
        case id, number, tenant, title, severity, status, verdict, tier, rule, techniques, category, discovery
        case rootCause, merged, mergedInto, caseID, updated
    }
}

/// How a record of this profile is told from all others.
struct Recognition: Sendable {
    var has: [FieldPath] = []
    var lacks: [FieldPath] = []
    var equals: [(path: FieldPath, texts: [String])] = []

    func matches(_ cursor: Cursor) -> Bool {
        has.allSatisfy { isPresent($0, cursor) } && !lacks.contains { isPresent($0, cursor) }
            && holdsEquals(cursor)
    }

    /// What must hold for each row, not only for the file: a file may mix kinds.
    func holdsEquals(_ cursor: Cursor) -> Bool {
        equals.allSatisfy { rule in cursor.value(rule.path).string.map(rule.texts.contains) ?? false }
    }

    private func isPresent(_ path: FieldPath, _ cursor: Cursor) -> Bool {
        if case .csv = cursor { return path.column >= 0 }
        if case .missing = cursor.value(path) { return false }
        return true
    }

    func bound(to header: [String]) -> Recognition {
        Recognition(
            has: has.map { $0.bound(to: header) }, lacks: lacks.map { $0.bound(to: header) },
            equals: equals.map { ($0.path.bound(to: header), $0.texts) })
    }
}

/// Where a value comes from and what its words mean.
struct FieldRule: Sendable {
    /// The first that is there counts.
    var from: [FieldPath]
    /// Native text in lower case to canonical word; an empty word means "known, and says nothing".
    var map: [String: String] = [:]
    /// Whole numbers in ranges to canonical words, e.g. Wazuh's levels.
    var ranges: [(range: ClosedRange<Int>, word: String)] = []
    var when: [(path: FieldPath, texts: [String])] = []
    /// Characters taken off both ends of a text.
    var trim = ""
    var hasMap: Bool { !map.isEmpty || !ranges.isEmpty }

    func bound(to header: [String]) -> FieldRule {
        var rule = self
        rule.from = from.map { $0.bound(to: header) }
        rule.when = when.map { ($0.path.bound(to: header), $0.texts) }
        return rule
    }
}

/// Where an instant comes from, how it is written, and how well it is known.
struct TimeRule: Sendable {
    var field: FieldRule
    let format: TimeFormat
    let precision: Precision

    func bound(to header: [String]) -> TimeRule {
        var rule = self
        rule.field = field.bound(to: header)
        return rule
    }
}

extension Profile {
    /// This profile with its columns looked up in a CSV header.
    func bound(to header: [String]) -> Profile {
        var profile = self
        profile.recognise = recognise.bound(to: header)
        profile.fields = fields.mapValues { $0.bound(to: header) }
        profile.milestones = milestones.map { ($0.milestone, $0.rules.map { $0.bound(to: header) }) }
        profile.facts = facts.map { ($0.fact, $0.rule.bound(to: header)) }
        return profile
    }
}
