public import ConstatModel

/// What some rows of an export gave.
public struct Mapped: Sendable {
    /// Records, with `row` filled in.
    public internal(set) var records: Batch
    /// Changes of records.
    public internal(set) var changes = Batch(.transitions)
    /// Rows that are no records, and why.
    public internal(set) var refusals: [Refusal] = []
    /// How often each remark was made.
    public internal(set) var remarks: [Remark: Int] = [:]
    /// Rows that told changes only.
    public internal(set) var historyRows = 0
    /// Bytes of the file read so far.
    public internal(set) var passed: Int64 = 0
    var offsets = Offsets()

    /// How far the first activity and the raised instant lie apart.
    struct Offsets {
        /// Rows that have both, and those of them where an hour or two lie between.
        private(set) var (both, suspicious) = (0, 0)

        mutating func add(minutes: Int64) {
            both += 1
            if (58...62).contains(minutes) || (118...122).contains(minutes) { suspicious += 1 }
        }

        mutating func add(_ others: Offsets) { (both, suspicious) = (both + others.both, suspicious + others.suspicious) }

        /// Half of the rows, as when a zone is wrong.
        var areSuspicious: Bool { suspicious >= 10 && suspicious * 2 >= both }
    }

    init(expected: Int = 0) { records = Batch(.records, expected: expected) }

    /// Records, refusals and rows of history together.
    public var rows: Int { records.count + refusals.count + historyRows }

    /// Remarks of the row that is being mapped: they count when it is kept.
    private var open: [Remark] = []

    mutating func add(_ kind: Remark.Kind, _ field: String) { open.append(Remark(kind, field)) }

    /// Counts the remarks of the row, or forgets those of a refused one.
    mutating func endRow(isKept: Bool) {
        guard !open.isEmpty else { return }
        if isKept { for remark in open { remarks[remark, default: 0] += 1 } }
        open.removeAll(keepingCapacity: true)
    }
}
