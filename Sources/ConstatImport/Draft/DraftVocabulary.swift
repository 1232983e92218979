/// The native words of a field, and what they are taken to mean.
struct DraftVocabulary {
    struct Entry {
        let native: String
        let meaning: DraftWords.Meaning
    }

    /// In the order in which they come up first.
    let entries: [Entry]
    /// How many more there are that may name somebody: they are not shown.
    let hidden: Int

    private static let most = 12
    private static let mostOfMany = 24
    private static let longest = 48

    /// Nil for a field whose values are no words of a small list.
    ///
    /// - Parameter isSure: the field's name alone says what it is; then a few records need not repeat their words.
    init?(_ field: DraftField, in target: Profile.Field, isSure: Bool) {
        guard !field.isMany, field.filled > 0, field.values.allSatisfy(Self.isWord) else { return nil }
        let distinct = field.distinct
        let all = distinct.map { (text: $0.text, count: $0.count, meaning: DraftWords.meaning(of: $0.text, in: target)) }
        let known = all.count { $0.meaning != .unknown }
        let isList = (known * 2 >= all.count || (isSure && field.filled < Self.enough)) && all.count <= Self.most
        guard isList || Self.isRepeated(all.count, of: field.filled) else { return nil }
        let shown = all.filter { Self.isShown($0.text, $0.meaning, isRare: $0.count == 1 && field.filled >= Self.enough) }
        guard !shown.isEmpty else { return nil }
        entries = shown.map { Entry(native: $0.text, meaning: $0.meaning) }
        hidden = all.count - shown.count
    }

    /// How many words have a meaning.
    var known: Int {
        entries.count { entry in
            if case .word = entry.meaning { return true }
            return false
        }
    }

    /// Among so many, a word that is there once is none of a list.
    private static let enough = 20

    private static func isRepeated(_ words: Int, of filled: Int) -> Bool {
        words <= most ? words * 2 <= filled : words <= mostOfMany && words * 4 <= filled
    }

    private static func isWord(_ value: DraftValue) -> Bool {
        switch value {
        case .whole: true
        case .text(let text): text.count <= longest && !text.contains("@") && !text.contains(where: \.isNewline)
        case .unsigned, .number, .flag, .long: false
        }
    }

    /// Words behind which somebody is named: "assigned to …".
    private static let introductions: Set<String> = ["to", "by", "par", "from"]

    private static func isShown(_ text: String, _ meaning: DraftWords.Meaning, isRare: Bool) -> Bool {
        switch meaning {
        case .word(_, isKnown: true), .silent: true
        case .word, .unknown: !isRare && introductions.isDisjoint(with: NameWords(text).words)
        }
    }
}
