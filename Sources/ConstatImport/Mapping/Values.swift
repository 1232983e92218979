import ConstatModel

/// A rule of a profile with its paths turned into slots.
final class ValueRule {
    /// Where a value is.
    struct Source {
        let level: Level
        /// Nil for the key of the member walked over.
        let slot: Int?
        let isMany: Bool

        var value: RawValue { slot.map(level.value) ?? .missing }
    }

    let rule: FieldRule
    let sources: [Source]
    private let conditions: [Condition]
    private let inner: JSONText?
    private var words = WordMemo()
    /// The house's words with their codes; nil where any text is one.
    private let known: [String: Int64]?

    init(_ rule: FieldRule, sources: [Source], conditions: [Condition], known: [String: Int64]?) {
        (self.rule, self.sources, self.conditions, self.known) = (rule, sources, conditions, known)
        inner = rule.inside.map(JSONText.init)
    }

    var holds: Bool { conditions.allSatisfy(\.holds) }

    /// The first value that is there, of a rule whose conditions hold; an object or array counts as there.
    func value() -> RawValue? {
        guard holds else { return nil }
        for source in sources {
            if source.slot == nil { return nil }
            let value = source.value
            if value.isThere { return value }
        }
        return nil
    }

    /// Whether a key is there and holds nothing: null or an empty text.
    var isEmptied: Bool {
        guard rule.match == nil else { return false }
        return sources.contains { source in
            if let inner, let text = source.value.string { return inner.isEmptied(in: text) }
            return source.value.isEmptied
        }
    }

    /// The first text that is there, after `inside`, `match` and `trim`.
    func text() -> String? {
        guard holds else { return nil }
        for source in sources {
            guard let text = source.slot == nil ? source.level.key : source.value.string else { continue }
            if let text = narrowed(text) { return text }
        }
        return nil
    }

    /// Whether a text may be taken as its bytes are.
    var isPlain: Bool { inner == nil && rule.match == nil && rule.trim.isEmpty }

    private func narrowed(_ text: String) -> String? {
        var text = text
        if let inner {
            guard let found = inner.text(in: text) else { return nil }
            text = found
        }
        if let match = rule.match {
            guard let found = match.group(in: text) else { return nil }
            text = found
        }
        if !rule.trim.isEmpty { text = text.trimming { rule.trim.contains($0) } }
        return text.isEmpty ? nil : text
    }

    /// What a native word is in the house's words.
    enum Word {
        case absent, silent, unknown
        case known(String, Int64)
    }

    func word() -> Word {
        guard holds else { return .absent }
        if isPlain, sources.count == 1, let source = sources.first, source.slot != nil, case .text(let bytes) = source.value {
            return words.find(bytes) { self.mapped($0) }
        }
        guard let value = value() else { return text().map(mapped) ?? .absent }
        if case .array = value { return wordOfItems() }
        return text().map(mapped) ?? .absent
    }

    private func mapped(_ text: String) -> Word {
        let native = text.lowercased()
        var word = rule.hasMap ? rule.map[native] : native
        if word == nil, let number = Int(text) { word = rule.ranges.first { $0.range.contains(number) }?.word }
        guard let word else { return .unknown }
        if word.isEmpty { return .silent }
        guard let known else { return .known(word, 0) }
        return known[word].map { .known(word, $0) } ?? .unknown
    }

    /// Of several words the first that is known; what else an array holds (tags) is not wondered about.
    private func wordOfItems() -> Word {
        var found = Word.absent
        for source in sources where source.slot != nil {
            source.level.each(source.slot ?? 0) { _, item in
                if case .known = found { return }
                if let text = item.string, case .known(let word, let code) = mapped(text) { found = .known(word, code) }
            }
        }
        return found
    }
}

/// That a value is one of certain texts.
struct Condition {
    let source: ValueRule.Source
    let texts: [String]

    var holds: Bool {
        let value = source.value
        if case .text(let bytes) = value {
            let trimmed = bytes.trimmed
            return texts.contains { $0.utf8.count == trimmed.count && $0.utf8.elementsEqual(trimmed) }
        }
        return value.string.map(texts.contains) ?? false
    }
}

/// Native words that were looked up before, by their bytes.
struct WordMemo {
    private var entries: [(bytes: [UInt8], word: ValueRule.Word)] = []
    private static let size = 24

    mutating func find(_ bytes: UnsafeRawBufferPointer, _ map: (String) -> ValueRule.Word) -> ValueRule.Word {
        for entry in entries where entry.bytes.count == bytes.count && entry.bytes.elementsEqual(bytes) { return entry.word }
        let word = RawValue.text(bytes).string.map(map) ?? .absent
        if entries.count < Self.size, bytes.count < 64 { entries.append((Array(bytes), word)) }
        return word
    }
}

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

/// A regular expression with one group.
struct Match: @unchecked Sendable {
    private let pattern: Regex<AnyRegexOutput>
    let text: String

    init?(_ text: String) {
        guard let pattern = try? Regex(text) else { return nil }
        (self.pattern, self.text) = (pattern, text)
    }

    /// What the group holds; the whole match where there is no group; nil without a match.
    func group(in text: String) -> String? {
        guard let match = text.firstMatch(of: pattern) else { return nil }
        let output = match.output
        guard let group = output.count > 1 ? output[1].substring : output[0].substring else { return nil }
        return String(group)
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
