/// A path of an export, and what was seen of it.
struct DraftField: Sendable {
    /// As a profile writes it: a JSON pointer, or a column's header.
    let path: String
    let name: DraftName
    /// It leads through an array.
    let isMany: Bool
    /// In how many records it is there at all, be it empty.
    private(set) var records = 0
    /// In how many records it holds something.
    private(set) var filled = 0
    /// What it holds, in the order of the file; nothing for what is empty.
    private(set) var values: [DraftValue] = []
    private var lastRecord = 0
    private var lastFilled = 0

    private static let mostValues = 400

    init(path: String, steps: [String]) {
        (self.path, name, isMany) = (path, DraftName(steps: steps), steps.contains("*"))
    }

    /// - Parameter record: which record it is of, counted from 1.
    mutating func add(_ value: RawValue, record: Int) {
        if record != lastRecord { records += 1 }
        lastRecord = record
        guard let value = DraftValue(value) else { return }
        if record != lastFilled { filled += 1 }
        lastFilled = record
        if values.count < Self.mostValues { values.append(value) }
    }

    var hasLong: Bool { values.contains(.long) }

    /// Whether it is in every record, and different in each.
    func isUnique(among records: Int) -> Bool { filled == records && isDistinct }

    /// Whether no two records hold the same.
    var isDistinct: Bool {
        !isMany && !hasLong && filled > 0 && values.count == filled && Set(values.compactMap(\.string)).count == filled
    }

    /// The different values and how often each is there, in the order in which they come up first; case does not matter.
    var distinct: [(text: String, count: Int)] {
        var found: [(text: String, count: Int)] = []
        var places: [String: Int] = [:]
        for text in values.compactMap(\.string) {
            if let place = places[text.lowercased()] {
                found[place].count += 1
            } else {
                places[text.lowercased()] = found.count
                found.append((text: text, count: 1))
            }
        }
        return found
    }

    /// What its values are, in words; never a value.
    var kind: String {
        let kinds = TimeWriting.isTime(values) ? ["time"] : Set(values.map(\.kind)).sorted()
        return (isMany ? "list of " : "") + (kinds.isEmpty ? "nothing" : kinds.joined(separator: " or "))
    }
}
