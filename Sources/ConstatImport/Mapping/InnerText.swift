/// JSON inside of a text.
final class JSONText {
    private let path: FieldPath
    private let cursor = JSONCursor()

    init(_ path: FieldPath) { self.path = path }

    func text(in text: String) -> String? { value(in: text) { $0.string } ?? nil }

    /// Whether the path leads to null or an empty text.
    func isEmptied(in text: String) -> Bool { value(in: text) { $0.isEmptied } ?? false }

    private func value<Result>(in text: String, _ read: (RawValue) -> Result) -> Result? {
        let bytes = Array(text.utf8) + Array(repeating: 0, count: JSONCursor.padding)
        return bytes.withUnsafeBytes { all in
            guard cursor.parse(UnsafeRawBufferPointer(rebasing: all.dropLast(JSONCursor.padding))) == nil else { return nil }
            return read(cursor.root.value(path))
        }
    }
}

extension String {
    /// Without the characters at both ends that a test holds for.
    func trimming(_ isDropped: (Character) -> Bool) -> String {
        var text = self[...]
        while let first = text.first, isDropped(first) { text.removeFirst() }
        while let last = text.last, isDropped(last) { text.removeLast() }
        return String(text)
    }
}
