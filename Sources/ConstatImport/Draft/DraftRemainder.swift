/// What of an export a draft does not use, as comments: paths, counts and kinds, no values.
struct DraftRemainder {
    private let collector: FieldCollector
    private let used: Set<String>

    private static let most = 200
    /// Among so many records, a nested key that is in one alone may be a value.
    private static let enough = 10

    init(_ collector: FieldCollector, used: Set<String>) { (self.collector, self.used) = (collector, used) }

    /// In the order of the export.
    var lines: [String] {
        let unused = collector.fields.filter { !used.contains($0.path) }
        let shown = unused.filter { !isRare($0) }.prefix(Self.most)
        guard !unused.isEmpty || collector.hasValuesAsKeys else { return [] }
        var lines = ["", "# Not used: path, in how many of \(collector.records) records it holds something, what it holds."]
        lines += shown.map { "#   \(DraftText.scalar($0.path))  \($0.filled)  \($0.kind)" }
        if unused.count > shown.count { lines.append("#   and \(unused.count - shown.count) more") }
        if collector.hasValuesAsKeys { lines.append("# Left out: keys that look like values (ids, addresses), and what lies below.") }
        return lines
    }

    private func isRare(_ field: DraftField) -> Bool {
        collector.records >= Self.enough && field.records == 1 && field.name.depth > 1
    }
}
