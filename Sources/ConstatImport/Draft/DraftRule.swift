import ConstatModel

/// A role that a path can have in a profile, and by which names and values it is known.
struct DraftRule: Sendable {
    enum Role: Hashable, Sendable {
        case field(Profile.Field)
        case milestone(Milestone)
    }

    /// What the values must be.
    enum Need: Sendable {
        /// In every record, and different in each.
        case unique
        /// Different in each record that has one.
        case distinct
        /// Neither long nor a time.
        case short
        /// A text, however long.
        case text
        /// The same few texts again and again.
        case few
        /// A few native words, of which some are known.
        case words
        case times
        /// Texts with ATT&CK ids in them.
        case techniques
    }

    let role: Role
    let need: Need
    /// A field's whole name or its end; the earlier, the better.
    let names: [NameWords]
    /// A field's whole name only: too common to count as an end.
    let alone: [NameWords]
    /// Words of the last two steps that speak against it: a rule's id is not the record's.
    let not: Set<String>

    init(_ role: Role, _ need: Need, _ names: String, alone: String = "", not: String = "") {
        (self.role, self.need) = (role, need)
        (self.names, self.alone) = (Self.phrases(names), Self.phrases(alone))
        self.not = Set(Self.phrases(not).flatMap(\.words))
    }

    private static func phrases(_ text: String) -> [NameWords] { text.split(separator: ",").map { NameWords(String($0)) } }

    /// How well a name fits; nil when it does not.
    struct Fit {
        /// More is better.
        let points: Int
        /// It is the whole name, and not a common one: the values need not confirm it.
        let isSure: Bool
    }

    func fit(_ name: DraftName) -> Fit? {
        guard not.isDisjoint(with: name.near) else { return nil }
        var best: Fit?
        for (index, phrase) in (names + alone).enumerated() {
            let isWhole = matches(phrase, name)
            guard isWhole || (index < names.count && isEnd(phrase, name)) else { continue }
            let points = 1_000 - index * 10 - (isWhole ? 0 : 200) - min(name.depth, 6) * 40
            if points > (best?.points ?? 0) { best = Fit(points: points, isSure: isWhole && index < names.count) }
        }
        return best
    }

    private func bare(_ name: DraftName) -> NameWords { need == .times ? name.time : name.plain }

    private func matches(_ phrase: NameWords, _ name: DraftName) -> Bool {
        if name.full == phrase || bare(name) == phrase || name.full.joined == phrase.joined { return true }
        guard need == .times, name.full.words.count == 1 else { return false }
        return DraftName.timeWords.contains {
            name.full.joined == phrase.joined + $0 || name.full.joined == $0 + phrase.joined
        }
    }

    private func isEnd(_ phrase: NameWords, _ name: DraftName) -> Bool { name.full.ends(with: phrase) || bare(name).ends(with: phrase) }
}
