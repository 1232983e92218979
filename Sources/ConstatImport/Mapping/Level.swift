import CSimdjson

/// One level of a row: the record, an item of one of its arrays, an item inside of that. Its values are found all at
/// once, and rules name them by their slots.
final class Level {
    static let capacity = 512

    /// The values of the row that is filled in, by slot.
    let values = UnsafeMutablePointer<csj_value>.allocate(capacity: Level.capacity)
    @exclusivity(unchecked) private var paths: [FieldPath] = []
    private var slots: [FieldPath: Int] = [:]
    private let plan = csj_plan_new()
    @exclusivity(unchecked) private var element: JSONElement?
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
        precondition(paths.count < Self.capacity, "a profile names more than \(Self.capacity) paths")
        slots[path] = paths.count
        values[paths.count] = csj_value(kind: csj_missing, integer: 0, number: 0, text: nil, length: 0)
        paths.append(path)
        path.bytes.withUnsafeBufferPointer { csj_plan_add(plan, $0.baseAddress, $0.count) }
        return paths.count - 1
    }

    /// Looks the columns up in a header.
    func bind(to header: [String]) { columns = paths.map { path in header.firstIndex(of: path.text) ?? -1 } }

    func fill(_ element: JSONElement) {
        self.element = element
        csj_plan_fill(plan, element.element, values)
    }

    func fill(_ fields: CSVFields) {
        element = nil
        for (slot, column) in columns.enumerated() { values[slot] = fields.face(column) }
    }

    /// Every value a path reaches: items of an array, members of an object with their keys, or the value itself.
    func each(_ slot: Int, _ visit: (String?, RawValue) -> Void) {
        if let element { element.each(paths[slot], visit) } else { visit(nil, RawValue(values[slot])) }
    }

    /// Writes the texts a path reaches into a buffer, each with a space before it, as far as they fit; gives the size of what
    /// was written. Numbers and the like are passed over.
    func texts(_ slot: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard let element else {
            guard case .text(let bytes) = RawValue(values[slot]), bytes.count < buffer.count else { return 0 }
            buffer[0] = 0x20
            UnsafeMutableRawBufferPointer(rebasing: buffer[1...]).copyMemory(from: bytes)
            return bytes.count + 1
        }
        return paths[slot].bytes.withUnsafeBufferPointer { path in
            csj_texts(
                element.element, path.baseAddress, path.count, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
        }
    }

    /// The items that a path reaches.
    func items(_ path: FieldPath, _ visit: (String?, JSONElement) -> Void) { element?.items(path, visit) }
}
