import CSimdjson
import ConstatModel

/// A rule of a profile with its paths turned into slots.
final class ValueRule {
    /// Where a value is.
    struct Source {
        let level: Level
        /// Nil for the key of the member walked over.
        let slot: Int?
        let isMany: Bool
        /// The slot's value, whatever row is filled in.
        fileprivate let place: UnsafeMutablePointer<csj_value>?

        init(level: Level, slot: Int?, isMany: Bool) {
            (self.level, self.slot, self.isMany) = (level, slot, isMany)
            place = slot.map { level.values + $0 }
        }

        var value: RawValue { place.map { RawValue($0.pointee) } ?? .missing }
    }

    /// What a native word is in the house's words; a known one by its code.
    enum Word {
        case absent, silent, unknown
        case known(Int64)
    }

    let rule: FieldRule
    let sources: [Source]
    /// Whether a text may be taken as its bytes are.
    let isPlain: Bool
    /// Whether each path leads to one value.
    let isSimple: Bool
    private let conditions: [Condition]
    private let inner: JSONText?
    // A rule is used by one thread, and never inside of itself.
    @exclusivity(unchecked) private var memo = WordMemo()
    private let codes: [String: Int64]
    /// Where the sources' values are.
    let places: Places
    private let hasConditions: Bool

    /// - Parameter codes: of the house's words; without them, the words of the map have codes of their own.
    init(_ rule: FieldRule, sources: [Source], conditions: [Condition], codes: [String: Int64]?) {
        (self.rule, self.sources, self.conditions) = (rule, sources, conditions)
        inner = rule.inside.map(JSONText.init)
        places = Places(sources.compactMap(\.place))
        isSimple = !sources.contains { $0.isMany || $0.slot == nil }
        hasConditions = !conditions.isEmpty
        isPlain = rule.inside == nil && rule.match == nil && rule.trim.isEmpty && rule.without.isEmpty
        let own = Set(rule.map.values).union(rule.ranges.map(\.word)).sorted()
        self.codes = codes ?? Dictionary(uniqueKeysWithValues: own.enumerated().map { ($1, Int64($0)) })
    }

    var holds: Bool { !hasConditions || conditions.allSatisfy(\.holds) }

    /// The first value that is there, of a rule whose conditions hold; an object or array counts as there.
    func value() -> RawValue? {
        guard holds else { return nil }
        return places.first
    }

    deinit { places.deallocate() }

    /// Whether a key is there and holds nothing: null or an empty text.
    var isEmptied: Bool {
        guard rule.match == nil else { return false }
        return sources.contains { source in
            if let inner, let text = source.value.string { return inner.isEmptied(in: text) }
            return source.value.isEmptied
        }
    }

    /// Whether there is a text to be had; an object or an array is none.
    var hasText: Bool {
        guard isPlain, isSimple else { return text() != nil }
        guard holds else { return false }
        var isFound = false
        places.until { value in
            isFound = value.isText
            return isFound
        }
        return isFound
    }

    /// The first text that is there, after `inside`, `match` and `trim`.
    func text() -> String? {
        guard holds else { return nil }
        for source in sources {
            if let text = text(of: source) { return text }
        }
        return nil
    }

    /// The text of one source, after `inside`, `match` and `trim`.
    func text(of source: Source) -> String? {
        guard let text = source.slot == nil ? source.level.key : source.value.string else { return nil }
        return isPlain ? text : treated(text)
    }

    /// A text after `inside`, `match` and `trim`; nil when nothing is left.
    func treated(_ text: String) -> String? {
        var text = text
        if let inner {
            guard let found = inner.text(in: text) else { return nil }
            text = found
        }
        if let match = rule.match {
            guard let found = match.group(in: text) else { return nil }
            text = found
        }
        if !rule.without.isEmpty { text = text.filter { !rule.without.contains($0) } }
        if !rule.trim.isEmpty { text = text.trimming { rule.trim.contains($0) } }
        return text.isEmpty ? nil : text
    }

    func word() -> Word {
        guard holds else { return .absent }
        if isPlain, let single = places.single {
            switch single {
            case .text(let bytes): return memo.find(bytes) { self.mapped($0) }
            case .integer(let number): return memo.find(number) { self.mapped($0) }
            case .missing, .null: return .absent
            default: break
            }
        }
        if case .array? = value() { return wordOfItems() }
        return text().map(mapped) ?? .absent
    }

    /// The word of a code that `word` gave.
    func name(of code: Int64) -> String? { codes.first { $0.value == code }?.key }

    private func mapped(_ text: String) -> Word {
        let native = text.lowercased()
        var word = rule.hasMap ? rule.map[native] : native
        if word == nil, let number = Int(text) { word = rule.ranges.first { $0.range.contains(number) }?.word }
        guard let word else { return .unknown }
        return word.isEmpty ? .silent : codes[word].map { .known($0) } ?? .unknown
    }

    /// Of several words the first that is known; what else an array holds (tags) is not wondered about.
    private func wordOfItems() -> Word {
        var found = Word.absent
        for source in sources {
            guard let slot = source.slot else { continue }
            source.level.each(slot) { _, item in
                if case .known = found { return }
                if let text = item.string, case .known(let code) = mapped(text) { found = .known(code) }
            }
        }
        return found
    }
}
