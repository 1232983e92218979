/// Where a field is in a native record: a JSON pointer (`*` for every item, `name=x` for the item of that name), or a
/// column of a CSV.
struct FieldPath: Hashable, Sendable {
    let text: String
    let bytes: ContiguousArray<CChar>
    /// The column's position; -1 until bound to a header, or when the header lacks it.
    var column = -1

    init(_ text: String) {
        self.text = text
        bytes = ContiguousArray(text.utf8.map { CChar(bitPattern: $0) })
    }

    func bound(to header: [String]) -> FieldPath {
        var path = self
        path.column = header.firstIndex(of: text) ?? -1
        return path
    }
}

/// The record a profile looks at: a JSON document or a CSV row.
enum Cursor {
    case json(JSONCursor)
    case csv(CSVReader)

    func value(_ path: FieldPath) -> RawValue {
        switch self {
        case .json(let cursor): cursor.value(path)
        case .csv(let reader): reader.value(path.column)
        }
    }

    func each(_ path: FieldPath, _ visit: (String?, RawValue) -> Void) {
        switch self {
        case .json(let cursor): cursor.each(path, visit)
        case .csv(let reader): visit(nil, reader.value(path.column))
        }
    }
}
