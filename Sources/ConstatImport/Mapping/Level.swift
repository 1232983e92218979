import CSimdjson

/// One level of a row: the record, an item of one of its arrays, an item inside of that. Its values are found all at
/// once, and rules name them by their slots.
final class Level {
    private var paths: [FieldPath] = []
    private var slots: [FieldPath: Int] = [:]
    private var values = UnsafeMutablePointer<csj_value>.allocate(capacity: 512)
    private let plan = csj_plan_new()
    private var element: JSONElement?
    private var fields: CSVFields?
    private var columns: [Int] = []
    /// The key of the member walked over.
    var key: String?

    deinit {
        values.deallocate()
        csj_plan_free(plan)
    }

    /// The slot of a path, made when it is not there; a level has at most 512.
    func slot(_ path: FieldPath) -> Int {
        if let slot = slots[path] { return slot }
        precondition(paths.count < 512, "a profile names more than 512 paths")
        slots[path] = paths.count
        paths.append(path)
        path.bytes.withUnsafeBufferPointer { csj_plan_add(plan, $0.baseAddress, $0.count) }
        return paths.count - 1
    }

    /// Looks the columns up in a header.
    func bind(to header: [String]) { columns = paths.map { path in header.firstIndex(of: path.text) ?? -1 } }

    func fill(_ element: JSONElement) {
        (self.element, fields) = (element, nil)
        csj_plan_fill(plan, element.element, values)
    }

    func fill(_ fields: CSVFields) { (self.fields, element) = (fields, nil) }

    func value(_ slot: Int) -> RawValue {
        if let fields { return columns[slot] < 0 ? .missing : fields.value(columns[slot]) }
        return RawValue(values[slot])
    }

    /// Whether a path is there at all, be it empty; a column is there when the header has it.
    func isPresent(_ slot: Int) -> Bool {
        if fields != nil { return columns[slot] >= 0 }
        if case .missing = value(slot) { return false }
        return true
    }

    /// Every value a path reaches: items of an array, members of an object with their keys, or the value itself.
    func each(_ slot: Int, _ visit: (String?, RawValue) -> Void) {
        if let element { element.each(paths[slot], visit) } else { visit(nil, value(slot)) }
    }

    /// The items that a path reaches.
    func items(_ path: FieldPath, _ visit: (String?, JSONElement) -> Void) { element?.items(path, visit) }
}
