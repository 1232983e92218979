/// Records of one kind as columns, in the order of the store; row `i` is the same record in each column.
public struct RecordColumns: Sendable {
    /// Stands for "not there" in a column of instants.
    public static let missing = Int64.min
    /// Stands for "not there" in a column of codes.
    public static let none: Int8 = -1

    /// Rows; the length of every column.
    public var count = 0
    /// The store's own number of each record, to find it again.
    public var ids: [Int64] = []
    /// Instants in milliseconds, indexed by `Milestone.index`; empty for a milestone that no row has, or that was not asked for.
    public var instants = [[Int64]](repeating: [], count: Milestone.allCases.count)
    /// A bit per milestone whose day alone is known.
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
    /// Names of the codes in `tenant` and `source`.
    public var names: [Int32: String] = [:]

    /// Columns without rows.
    public init() {}
}
