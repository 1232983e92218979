import ConstatModel

/// Which technology raised an alert, and of which class an incident is: by the words of its source, as files of rules tell.
public struct LinkWords: Sendable {
    /// By lower-case slug of the source; by rule, which may end in `*`; by lower-case category. The rule counts first.
    public var technology = WordMap()
    /// The RSIT class, by category.
    public var incidentClass = WordMap()
    /// Categories and ATT&CK techniques that say ransomware.
    public var ransomware: (categories: Set<String>, techniques: Set<String>) = ([], [])

    /// Words by source, rule and category.
    public struct WordMap: Sendable {
        public var bySource: [String: String] = [:]
        public var byRule: [(pattern: String, word: String)] = []
        public var byCategory: [String: String] = [:]

        public init() {}

        func word(source: String?, rule: String?, category: String?) -> String? {
            if let rule, let found = byRule.first(where: { Self.matches(rule, $0.pattern) }) { return found.word }
            if let found = category.flatMap(self.word(ofCategory:)) { return found }
            return source.flatMap { bySource[$0] }
        }

        /// Of `malicious-code:worm` the whole is looked up, then the part before the colon.
        private func word(ofCategory category: String) -> String? {
            let text = category.lowercased()
            return byCategory[text] ?? text.split(separator: ":").first.flatMap { byCategory[String($0)] }
        }

        private static func matches(_ text: String, _ pattern: String) -> Bool {
            pattern.hasSuffix("*") ? text.hasPrefix(pattern.dropLast()) : text == pattern
        }

        var words: [String] { Set(Array(bySource.values) + byRule.map(\.word) + Array(byCategory.values)).sorted() }
    }

    public init() {}

    func complete(_ columns: inout RecordColumns, _ needs: Set<Place>) {
        if needs.contains(.told("technology")) { fill(.told("technology"), technology, -1_000_000_000, &columns) }
        if needs.contains(.told("incidentClass")) { fill(.told("incidentClass"), incidentClass, -1_100_000_000, &columns) }
        if needs.contains(.told("ransomware")) { columns[.told("ransomware")] = ransomware(columns) }
    }

    /// - Parameter base: the numbers of the words lie below it.
    private func fill(_ place: Place, _ map: WordMap, _ base: Int32, _ columns: inout RecordColumns) {
        let codes = Dictionary(uniqueKeysWithValues: map.words.enumerated().map { ($1, base - Int32($0)) })
        for (word, code) in codes { columns.names[code] = word }
        var known: [SIMD4<Int64>: Int64] = [:]
        let (rules, categories) = (columns[.rule], columns[.category])
        columns[place] = (0..<columns.count).map { row in
            let key = SIMD4(
                Int64(columns.source[row]), rules.isEmpty ? RecordColumns.missing : rules[row],
                categories.isEmpty ? RecordColumns.missing : categories[row], 0)
            if let code = known[key] { return code }
            let word = map.word(
                source: columns.names[columns.source[row]], rule: columns.name(.rule, row), category: columns.name(.category, row))
            let code = word.flatMap { codes[$0] }.map(Int64.init) ?? RecordColumns.missing
            known[key] = code
            return code
        }
    }

    private func ransomware(_ columns: RecordColumns) -> [Int64] {
        (0..<columns.count).map { row in
            let (category, techniques) = (columns.name(.category, row), columns.name(.techniques, row))
            if category == nil, techniques == nil { return RecordColumns.missing }
            let words = category.map { [$0.lowercased()] + $0.lowercased().split(separator: ":").map(String.init) } ?? []
            if !ransomware.categories.isDisjoint(with: words) { return 1 }
            let ids = (techniques ?? "").split(separator: " ").map(String.init)
            return ids.contains(where: ransomware.techniques.contains) ? 1 : 0
        }
    }
}
