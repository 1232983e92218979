import ConstatModel

/// Says which group each row belongs to: groups are numbered as they come.
struct GroupSplitter {
    private let dimensions: [Dimension]
    private let zone: Zone
    /// The words of each group.
    private(set) var keys: [[GroupKey]] = []
    private var numbers: [[GroupKey]: Int32] = [:]
    private var months: [(range: Range<Int64>, word: String)] = []

    init(_ dimensions: [Dimension], zone: Zone) { (self.dimensions, self.zone) = (dimensions, zone) }

    /// Whether there is one group only.
    var isWhole: Bool { dimensions.isEmpty }

    /// The group of each row; empty when there is one only.
    mutating func groups(of columns: RecordColumns) -> [Int32] {
        guard !isWhole else { return [] }
        var groups = [Int32](repeating: 0, count: columns.count)
        // Few groups come again and again: a small table knows most of them at a glance.
        var seen = [(code: Int64, group: Int32)](repeating: (-1, 0), count: 1_024)
        var known: [Int64: Int32] = [:]
        for row in groups.indices {
            var code: Int64 = 0
            for dimension in dimensions { code |= self.code(dimension, columns, row) }
            let place = Int(truncatingIfNeeded: UInt64(bitPattern: code &* -7_046_029_254_386_353_131) >> 54)
            if seen[place].code != code {
                let group = known[code] ?? number(row, columns)
                (known[code], seen[place]) = (group, (code, group))
            }
            groups[row] = seen[place].group
        }
        return groups
    }

    /// The number of the group that a row's words name, a new one when there was none like it.
    private mutating func number(_ row: Int, _ columns: RecordColumns) -> Int32 {
        let key = dimensions.map { GroupKey($0.rawValue, word($0, columns, row)) }
        if let known = numbers[key] { return known }
        let new = Int32(keys.count)
        numbers[key] = new
        keys.append(key)
        return new
    }

    /// Each dimension has bits of its own: 3 for the severity, 13 for the month, 24 for the tenant, 23 for the source.
    private mutating func code(_ dimension: Dimension, _ columns: RecordColumns, _ row: Int) -> Int64 {
        switch dimension {
        case .severity: Int64(columns.severity[row] + 1)
        case .month: Int64(month(of: columns.instants[Milestone.raised.index][row])) << 3
        case .tenant: Int64(columns.tenant[row] & 0xFF_FFFF) << 16
        case .source: Int64(columns.source[row] & 0x7F_FFFF) << 40
        }
    }

    private func word(_ dimension: Dimension, _ columns: RecordColumns, _ row: Int) -> String {
        switch dimension {
        case .severity: Severity(rawValue: Int(columns.severity[row]))?.word ?? "none"
        case .tenant: columns.names[columns.tenant[row]] ?? ""
        case .source: columns.names[columns.source[row]] ?? ""
        case .month: months.first { $0.range.contains(columns.instants[Milestone.raised.index][row]) }?.word ?? ""
        }
    }

    /// The number of the month that an instant lies in.
    private mutating func month(of instant: Int64) -> Int {
        for index in months.indices where months[index].range.contains(instant) { return index }
        guard let month = Period.month(of: Instant(milliseconds: instant), zone: zone) else { return 0 }
        months.append((month.start.milliseconds..<month.end.milliseconds, month.name))
        return months.count - 1
    }
}
