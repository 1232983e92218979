public import ConstatModel

/// What a measurement can be split by.
public enum Dimension: Hashable, Sendable {
    /// A month is that of the instant that decides about the period, e.g. `2026-10`; hours are `office` or `off`; a class is that of RSIT.
    case severity, tenant, source, month, tier, rule, category, discovery, technology, incidentClass, hours
    /// What a smaller kind tells as a word or a text, e.g. `form` of exercises.
    case told(String)

    private static let fixed: [(String, Dimension)] = [
        ("severity", .severity), ("tenant", .tenant), ("source", .source), ("month", .month), ("tier", .tier), ("rule", .rule),
        ("category", .category), ("discovery", .discovery), ("technology", .technology), ("class", .incidentClass), ("hours", .hours),
    ]

    private static let toldNames: [String] = {
        let values = RecordKind.allCases.flatMap(\.values).filter { $0.form == .word || $0.form == .text }.map(\.name)
        return Set(values).subtracting(fixed.map(\.0)).sorted()
    }()

    /// The words after `--by`, those of alerts and cases first.
    public static let words = fixed.map(\.0) + toldNames

    /// From the word after `--by`; nil for any other.
    public init?(word: String) {
        if let known = Self.fixed.first(where: { $0.0 == word }) {
            self = known.1
        } else if Self.toldNames.contains(word) {
            self = .told(word)
        } else {
            return nil
        }
    }

    /// The word after `--by`.
    public var word: String {
        if case .told(let name) = self { return name }
        return Self.fixed.first { $0.1 == self }?.0 ?? ""
    }

    /// Whether records of a kind can be split by it.
    public func applies(to kind: RecordKind) -> Bool {
        switch self {
        case .tenant, .source, .month: true
        case .severity, .tier, .rule, .category, .discovery, .technology, .incidentClass, .hours: kind.isMain
        case .told(let name): kind.values.contains { $0.name == name }
        }
    }

    /// The columns that are needed to split by it.
    public var needs: RecordNeeds {
        switch self {
        case .tenant, .source, .hours, .month: RecordNeeds(Given(.raised))
        case .severity: RecordNeeds(.severity)
        case .discovery: RecordNeeds(.discovery)
        case .tier: RecordNeeds(places: [.tier, .assignee])
        case .rule: RecordNeeds(places: [.rule])
        case .category: RecordNeeds(places: [.category])
        case .technology: RecordNeeds(places: [.told("technology"), .rule, .category])
        case .incidentClass: RecordNeeds(places: [.told("incidentClass"), .category])
        case .told(let name): RecordNeeds(places: [.told(name)])
        }
    }
}
