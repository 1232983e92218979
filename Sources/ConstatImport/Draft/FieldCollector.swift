/// Every path of the first records of an export.
struct FieldCollector: Sendable {
    /// How many records are looked at.
    static let most = 200
    private static let mostFields = 1_000
    private static let deepest = 12
    private static let mostItems = 20

    /// In the order in which they come up first.
    private(set) var fields: [DraftField] = []
    private(set) var records = 0
    /// Some keys are values rather than names (ids, addresses, times): nothing below them is looked at.
    private(set) var hasValuesAsKeys = false
    private var places: [String: Int] = [:]

    var isFull: Bool { records >= Self.most }

    mutating func add(_ record: JSONElement) {
        records += 1
        walk(record, path: "", steps: [])
    }

    /// - Parameter header: a column with an empty name is passed over.
    mutating func add(_ row: CSVFields, header: [String]) {
        records += 1
        for (column, name) in header.enumerated() where !name.isEmpty {
            note(row.value(column), path: name, steps: [name])
        }
    }

    private mutating func walk(_ element: JSONElement, path: String, steps: [String]) {
        guard steps.count < Self.deepest else { return }
        let face = element.face
        switch face {
        case .object:
            for (key, item) in element.members { walk(item, under: key ?? "", path: path, steps: steps) }
        case .array:
            for (_, item) in element.members.prefix(Self.mostItems) { walk(item, path: path + "/*", steps: steps + ["*"]) }
        default: note(face, path: path, steps: steps)
        }
    }

    private mutating func walk(_ item: JSONElement, under key: String, path: String, steps: [String]) {
        guard DraftName.isName(key) else {
            hasValuesAsKeys = true
            return
        }
        let step = key.replacing("~", with: "~0").replacing("/", with: "~1")
        walk(item, path: "\(path)/\(step)", steps: steps + [key])
    }

    private mutating func note(_ value: RawValue, path: String, steps: [String]) {
        if places[path] == nil, fields.count < Self.mostFields {
            places[path] = fields.count
            fields.append(DraftField(path: path, steps: steps))
        }
        if let place = places[path] { fields[place].add(value, record: records) }
    }
}
