import ConstatModel

/// Says which group each row belongs to: groups are numbered as they come.
struct GroupSplitter {
    /// The words that split one dimension further, below those of the dimensions before it.
    private struct Level {
        /// By the number of the group so far and the code.
        var known: [Pair: Int32] = [:]
        /// The words of each group.
        var keys: [[GroupKey]] = []
        var numbers: [[GroupKey]: Int32] = [:]
    }

    private struct Pair: Hashable {
        let group: Int32
        let code: Int64
    }

    private let dimensions: [Dimension]
    /// What decides about the month of a record: alike for all metrics that are measured together.
    private let anchor: Place
    private let zone: Zone
    private var levels: [Level]
    private var months: [(range: Range<Int64>, word: String)] = []

    init(_ dimensions: [Dimension], anchor: Anchor?, zone: Zone) {
        (self.dimensions, self.zone) = (dimensions, zone)
        if case .at(let place)? = anchor { self.anchor = place } else { self.anchor = .raised }
        levels = dimensions.map { _ in Level() }
    }

    /// Whether there is one group only.
    var isWhole: Bool { dimensions.isEmpty }

    /// The words of each group.
    var keys: [[GroupKey]] { levels.last?.keys ?? [[]] }

    /// The group of each row; empty when there is one only.
    mutating func groups(of columns: RecordColumns, _ clocks: [Int32: BusinessClock]) -> [Int32] {
        guard !isWhole else { return [] }
        var groups = [Int32](repeating: 0, count: columns.count)
        for index in dimensions.indices { split(&groups, index, columns, clocks) }
        return groups
    }

    private mutating func split(_ groups: inout [Int32], _ index: Int, _ columns: RecordColumns, _ clocks: [Int32: BusinessClock]) {
        let codes = codes(dimensions[index], columns, clocks)
        // Few groups come again and again: a small table knows most of them at a glance.
        var seen = [(pair: Pair, group: Int32)](repeating: (Pair(group: -1, code: 0), 0), count: 1_024)
        for row in groups.indices {
            let pair = Pair(group: groups[row], code: codes[row])
            let mixed = (pair.code &+ Int64(pair.group) &* 1_000_003) &* -7_046_029_254_386_353_131
            let place = Int(truncatingIfNeeded: UInt64(bitPattern: mixed) >> 54)
            if seen[place].pair != pair {
                let group = levels[index].known[pair] ?? number(pair, index, columns, row)
                levels[index].known[pair] = group
                seen[place] = (pair, group)
            }
            groups[row] = seen[place].group
        }
    }

    /// The number of the group that the words name, a new one when there was none like it.
    private mutating func number(_ pair: Pair, _ index: Int, _ columns: RecordColumns, _ row: Int) -> Int32 {
        let above = index == 0 ? [] : levels[index - 1].keys[Int(pair.group)]
        let key = above + [GroupKey(dimensions[index].word, word(dimensions[index], pair.code, columns))]
        if let known = levels[index].numbers[key] { return known }
        let new = Int32(levels[index].keys.count)
        levels[index].numbers[key] = new
        levels[index].keys.append(key)
        return new
    }

    private static let none = RecordColumns.missing

    private mutating func codes(_ dimension: Dimension, _ columns: RecordColumns, _ clocks: [Int32: BusinessClock]) -> [Int64] {
        func held(_ place: Place) -> [Int64] {
            columns[place].isEmpty ? Array(repeating: Self.none, count: columns.count) : columns[place]
        }
        switch dimension {
        case .severity: return columns.severity.map { Int64($0) }
        case .discovery: return columns.discovery.map { Int64($0) }
        case .tenant: return columns.tenant.map { Int64($0) }
        case .source: return columns.source.map { Int64($0) }
        case .month: return held(anchor).map { $0 == Self.none ? Self.none : Int64(month(of: $0)) }
        case .hours:
            return zip(held(Place(.raised)), columns.tenant).map { raised, tenant in
                guard raised != Self.none, let clock = clocks[tenant] else { return Self.none }
                return clock.isOpen(at: raised) ? 1 : 0
            }
        case .tier: return held(.tier)
        case .rule: return held(.rule)
        case .category: return held(.category)
        case .technology: return held(.told("technology"))
        case .incidentClass: return held(.told("incidentClass"))
        case .told(let name): return held(.told(name))
        }
    }

    private func word(_ dimension: Dimension, _ code: Int64, _ columns: RecordColumns) -> String {
        if code == Self.none { return "none" }
        switch dimension {
        case .severity: return Severity(rawValue: Int(code))?.word ?? "none"
        case .discovery: return Discovery(rawValue: Int(code))?.word ?? "none"
        case .month: return months[Int(code)].word
        case .hours: return code == 1 ? "office" : "off"
        case .tier: return "\(code)"
        case .told(let name): return Self.words(name, columns.kind).map { $0[Int(code)] } ?? columns.names[Int32(code)] ?? ""
        default: return columns.names[Int32(truncatingIfNeeded: code)] ?? ""
        }
    }

    /// The words that a kind tells under a name; nil when it is any text.
    private static func words(_ name: String, _ kind: RecordKind?) -> [String]? {
        kind?.values.first { $0.name == name && $0.form == .word }?.words
    }

    /// The number of the month that an instant lies in.
    private mutating func month(of instant: Int64) -> Int {
        for index in months.indices where months[index].range.contains(instant) { return index }
        guard let month = Period.month(of: Instant(milliseconds: instant), zone: zone) else { return 0 }
        months.append((month.start.milliseconds..<month.end.milliseconds, month.name))
        return months.count - 1
    }
}
