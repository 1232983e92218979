/// Records of one kind as columns, in the order of the store; row `i` is the same record in each column.
public struct RecordColumns: Sendable {
    /// Stands for "not there" in a column of numbers.
    public static let missing = Int64.min
    /// Stands for "not there" in a column of codes.
    public static let none: Int8 = -1

    /// What all of the records are; nil where that is not asked for.
    public var kind: RecordKind?
    /// Rows; the length of every column.
    public var count = 0
    /// The store's own number of each record, to find it again.
    public var ids: [Int64] = []
    /// By the index of their `Place`; empty where no row has a value, or none was asked for.
    public var values = [[Int64]](repeating: [], count: Place.count)
    /// A bit per instant of which the day alone is known, by the index of its `Place`.
    public var dayOnly: [Int64] = []
    /// Raw values of `Severity`, or `none`.
    public var severity: [Int8] = []
    /// Raw values of `Status`, or `none`.
    public var status: [Int8] = []
    /// The record's own verdict, or for an alert without one, the verdict of its case.
    public var verdict: [Int8] = []
    /// Raw values of `Discovery`, or `none`.
    public var discovery: [Int8] = []
    /// Codes of the tenants' slugs, to be looked up in `names`.
    public var tenant: [Int32] = []
    /// Codes of the sources' slugs, to be looked up in `names`.
    public var source: [Int32] = []
    /// What the profile of each record can give (`Given`).
    public var given: [Int64] = []
    /// When records waited for somebody else, by row; nothing for rows that never did.
    public var pauses: [Int: [Pause]] = [:]
    /// Names of the codes in `tenant`, `source` and the places that hold such codes.
    public var names: [Int32: String] = [:]

    /// Columns without rows.
    public init() {}

    /// The column of a place; empty where no row has a value.
    public subscript(place: Place) -> [Int64] {
        get { values[place.index] }
        set { values[place.index] = newValue }
    }

    /// The column of a milestone; empty where no row has it.
    public subscript(milestone: Milestone) -> [Int64] { self[Place(milestone)] }

    /// The name that a place gives a row; nil where it gives none.
    public func name(_ place: Place, _ row: Int) -> String? {
        let column = self[place]
        guard row < column.count, column[row] != Self.missing else { return nil }
        return names[Int32(truncatingIfNeeded: column[row])]
    }
}
