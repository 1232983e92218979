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

    /// Whether the export itself holds a milestone; if not, and it is `given`, it follows from changes.
    public func holds(_ milestone: Milestone) -> Bool { milestones.contains { $0.milestone == milestone } }

    /// Whether records of this profile can say whose they are.
    public var namesTenant: Bool { fields[.tenant] != nil }

    let format: Format
    let layout: CSVReader.Layout
    /// The mark before the decimals of numbers.
    let decimalMark: Character
    /// What the text is encoded in when its bytes leave that open.
    let encoding: String?
    /// Where the records are in the file, e.g. `/data/alerts`; the first that holds one counts.
    var records: [String]
    /// The part of a record that holds the fields, when it is wrapped (`/_source`, `/object`).
    let within: FieldPath?
    /// The arrays whose items are the records, when a row holds several.
    let each: [FieldPath]
    /// Profiles tried for rows that are not of this one.
    public let also: [String]
    /// Rows tell changes of records, and are none themselves.
    public let isHistory: Bool
    let recognise: Recognition
    let zone: Zone
    /// The zone of times written without one.
    public var zoneName: String { zone.name }
    var fields: [Field: FieldRule]
    let milestones: [(milestone: Milestone, rules: [TimeRule])]
    let facts: [(fact: String, rule: FactRule)]
    let transitions: [TransitionRule]
    /// How milestones follow from changes, where the profile knows better than the usual rules.
    public let derive: [Milestone: DerivationRule]

    /// What the text of an export is.
    enum Format: String { case json, csv, yaml }

    /// A field of the canonical record that is not an instant.
    enum Field: String, CaseIterable, Sendable {
        case id, number, tenant, title, severity, status, verdict, tier, rule, techniques, category, discovery
        case rootCause, assignee, merged, mergedInto, caseID, updated
    }
}

/// How a record of this profile is told from all others.
struct Recognition: Sendable {
    var has: [FieldPath] = []
    var lacks: [FieldPath] = []
    var equals: [(path: FieldPath, texts: [String])] = []
}

/// Where a value comes from and what its words mean.
struct FieldRule: Sendable {
    /// The first that is there counts.
    var from: [FieldPath] = []
    /// Native text in lower case to canonical word; an empty word means "known, and says nothing".
    var map: [String: String] = [:]
    /// Whole numbers in ranges to canonical words, e.g. Wazuh's levels.
    var ranges: [(range: ClosedRange<Int>, word: String)] = []
    var when: [(path: FieldPath, texts: [String])] = []
    /// Characters taken off both ends of a text.
    var trim = ""
    /// Characters taken out of a text wherever they are.
    var without = ""
    /// The text is JSON; the path leads on inside of it.
    var inside: FieldPath?
    /// Only what the expression's group holds counts.
    var match: Match?
    var hasMap: Bool { !map.isEmpty || !ranges.isEmpty }
}

/// Where an instant comes from, how it is written, and how well it is known.
struct TimeRule: Sendable {
    /// Of several instants which one counts.
    enum Choice { case first, least, most }

    var field: FieldRule
    let format: TimeFormat
    let precision: Precision
    let choice: Choice
}

/// Where a fact, or a value of a smaller kind, comes from.
enum FactRule: Sendable {
    /// A text, or one of some words.
    case text(FieldRule, words: [String])
    case number(FieldRule)
    case instant([TimeRule])
}

extension FactRule {
    var formats: [TimeFormat] {
        if case .instant(let rules) = self { return rules.map(\.format) }
        return []
    }
}

/// Where changes of one field are in a row.
struct TransitionRule: Sendable {
    let field: Transition.Field
    /// Arrays or objects to walk, from the outside in; none when the row itself is one change.
    let each: [FieldPath]
    let when: [(path: FieldPath, texts: [String])]
    /// Several where one column holds several writings.
    let at: [TimeRule]
    let from: FieldRule?
    let to: FieldRule
    let who: FieldRule?
    let by: FieldRule?
    /// The tool keeps the last change only.
    let isLastOnly: Bool
}
