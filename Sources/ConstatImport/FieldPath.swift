/// Where a value is in a native record: a JSON pointer (`*` for every item, `name=x` for the item of that name), or a
/// column of a CSV. `^` before it leads one level out.
struct FieldPath: Hashable, Sendable {
    let text: String
    let bytes: ContiguousArray<CChar>

    init(_ text: String) {
        self.text = text
        bytes = ContiguousArray(text.utf8.map { CChar(bitPattern: $0) })
    }

    /// The key of the member that is walked over.
    static let key = FieldPath("@key")

    /// Whether it may reach several values.
    var isMany: Bool { text.contains("/*") }

    /// How many levels it leads out, and the path there.
    var outward: (levels: Int, path: FieldPath) {
        let levels = text.prefix { $0 == "^" }.count
        return levels == 0 ? (0, self) : (levels, FieldPath(String(text.dropFirst(levels))))
    }
}
