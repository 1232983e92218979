extension DraftWords {
    /// The words that are known of a field; none of a field whose words are not mapped.
    static func known(of field: Profile.Field) -> [Entry] {
        switch field {
        case .severity: severity
        case .status: status
        case .verdict: verdict
        default: []
        }
    }

    /// What a native word is taken to mean: the longest phrase in it that is known, of equal ones the earliest.
    ///
    /// A phrase behind a "not" does not count.
    static func meaning(of native: String, in field: Profile.Field) -> Meaning {
        let words = NameWords(native)
        if words.isEmpty || silent.contains(words) { return .silent }
        var best: (entry: Entry, rank: (Int, Int))?
        for entry in known(of: field) {
            if words.joined == entry.phrase.joined { return .word(entry.word, isKnown: true) }
            guard let position = words.position(of: entry.phrase), !isDenied(words, at: position) else { continue }
            let rank = (entry.phrase.words.count, -position)
            if let best, best.rank >= rank { continue }
            best = (entry: entry, rank: rank)
        }
        guard let found = best?.entry else { return .unknown }
        return .word(found.word, isKnown: isKnown(words.without(Set(found.phrase.words))))
    }

    private static let denials: Set<String> = ["not", "no", "non", "un", "pas", "never", "jamais", "sans", "without"]

    private static func isDenied(_ words: NameWords, at position: Int) -> Bool {
        position > 0 && denials.contains(words.words[position - 1])
    }

    /// Every word of all phrases: what stands beside a known phrase and is none of them may be a name.
    private static let everyWord: Set<String> = Set((severity + status + verdict).flatMap(\.phrase.words)).union(denials)

    private static func isKnown(_ rest: NameWords) -> Bool {
        rest.words.allSatisfy { word in everyWord.contains(word) || word.allSatisfy(\.isNumber) }
    }
}
