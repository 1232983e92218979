public import ConstatModel

/// A column of a sheet of records.
public enum PackColumn: Hashable, Sendable {
    /// The place in the sheet, from 1.
    case position
    /// What names the record, and people call it.
    case kind, source, native, number, tenant, title
    case severity, status, verdict, countedVerdict, discovery
    case rule, techniques, merged
    /// Whether it was raised in the period: others are there because a figure looks at them.
    case inPeriod
    /// The import and the row of its file that it came from.
    case receipt, row
    /// The number of a set of facts that its source can tell (`PackManifest`); the instants of which the day alone is known.
    case given, dayOnly
    /// When it waited for somebody else.
    case paused
    /// When it was raised, on the clock of the period's zone.
    case local
    /// An instant, or another thing that metrics read.
    case place(Place)
    /// A text that goes with the row, or that a person fills in.
    case note(String)
    /// What it means to a metric; of an amount, what that is a part of.
    case outcome(String), base(String)

    private static let plain: [(String, PackColumn)] = [
        ("position", .position), ("kind", .kind), ("source", .source), ("native", .native), ("number", .number), ("tenant", .tenant),
        ("title", .title), ("severity", .severity), ("status", .status), ("verdict", .verdict), ("countedVerdict", .countedVerdict),
        ("discovery", .discovery), ("rule", .rule), ("techniques", .techniques), ("merged", .merged), ("inPeriod", .inPeriod),
        ("receipt", .receipt), ("row", .row),
        ("given", .given), ("dayOnly", .dayOnly), ("paused", .paused), ("local", .local),
    ]

    /// What names it in the manifest, e.g. `severity`, `at raised`, `metric time-to-detect`.
    public var key: String {
        switch self {
        case .place(let place): "at \(place.name)"
        case .note(let name): "note \(name)"
        case .outcome(let metric): "metric \(metric)"
        case .base(let metric): "base \(metric)"
        default: Self.plain.first { $0.1 == self }?.0 ?? ""
        }
    }

    /// From what names it in a manifest; nil for anything else.
    public init?(key: String) {
        let words = key.split(separator: " ", maxSplits: 1).map(String.init)
        if let plain = Self.plain.first(where: { $0.0 == key }) {
            self = plain.1
        } else if words.count == 2, words[0] == "at", let place = Place.all.first(where: { $0.name == words[1] }) {
            self = .place(place)
        } else if words.count == 2, words[0] == "note" {
            self = .note(words[1])
        } else if words.count == 2, words[0] == "metric" || words[0] == "base" {
            self = words[0] == "metric" ? .outcome(words[1]) : .base(words[1])
        } else {
            return nil
        }
    }
}
