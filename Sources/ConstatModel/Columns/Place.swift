/// A column that metrics read, by name and number: the milestones first, then the other instants, then all else.
///
/// What it holds of a record is one number: an instant in milliseconds, a count, the number of a word, or thousandths of what a
/// smaller kind tells as a number.
public struct Place: Hashable, Sendable {
    /// The position among all places, from 0.
    public let index: Int

    init(index: Int) { self.index = index }

    /// The column of a milestone.
    public init(_ milestone: Milestone) { index = milestone.index }

    /// The column of what a smaller kind tells under a name (`RecordKind.values`).
    public init(value name: String) {
        guard let index = Self.numbers[name] else { preconditionFailure("no kind of record tells \(name)") }
        self.index = index
    }

    /// The word in reasons and pages, e.g. `acknowledged`.
    public var name: String { Self.names[index] }

    /// The tier; what repeats, by numbers to be looked up in `RecordColumns.names`.
    public static let tier = Place(value: "tier"), rule = Place(value: "rule"), category = Place(value: "category")
    /// Who works on it, and the ATT&CK techniques, by such numbers too.
    public static let assignee = Place(value: "assignee"), techniques = Place(value: "techniques")
    /// What the changes tell (`Work`).
    public static let reopenings = Place(value: "reopenings"), actors = Place(value: "history"), returns = Place(value: "returns")
    public static let reclassifications = Place(value: "reclassifications"), firstChange = Place(value: "firstChange")
    public static let firstAssigned = Place(value: "firstAssigned"), firstInProgress = Place(value: "firstInProgress")
    /// The hash that names the record; of an alert, that of its case.
    public static let key = Place(value: "key"), caseKey = Place(value: "case")

    /// How many there are.
    public static var count: Int { names.count }
    /// Every place in its order.
    public static var all: [Place] { names.indices.map(Place.init(index:)) }

    /// Whether it holds an instant.
    public var isInstant: Bool { index < Self.instants }

    /// Whether other records tell it.
    public var isLink: Bool { (Self.links.instants + Self.links.others).contains(name) }

    private static let told = RecordKind.allCases.flatMap(\.values)
    private static let changes = ["firstChange", "firstAssigned", "firstInProgress"]
    /// What records say of one another.
    private static let links = (
        instants: ["indicatorSince", "lastSeen", "firstAlert", "firstBehaviour", "firstOther"],
        others: ["covered", "matched", "fired", "detected", "hunted", "technology", "incidentClass", "ransomware", "amountInPeriod"]
    )

    private static let names: [String] = {
        var names = Milestone.allCases.map(\.rawValue)
        let instants = told.filter { $0.form == .instant }.map(\.name) + changes + links.instants
        let rest =
            ["severity", "status", "verdict", "discovery", "tier", "rule", "category", "assignee", "techniques"]
            + ["reopenings", "history", "returns", "reclassifications", "key", "case"] + links.others
            + told.filter { $0.form != .instant }.map(\.name)
        for name in instants + rest where !names.contains(name) { names.append(name) }
        return names
    }()
    private static let instants =
        Set(Milestone.allCases.map(\.rawValue) + told.filter { $0.form == .instant }.map(\.name) + changes + links.instants).count
    private static let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
}
