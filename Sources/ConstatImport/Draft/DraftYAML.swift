import ConstatModel

/// A draft as the text of a profile.
struct DraftYAML {
    private let sample: DraftSample
    private let guesses: DraftGuesses
    private let source: String?
    private let isKindGiven: Bool
    private let kind: RecordKind

    init(sample: DraftSample, guesses: DraftGuesses, source: String?, kind: RecordKind?) {
        (self.sample, self.guesses, self.source) = (sample, guesses, source)
        (isKindGiven, self.kind) = (kind != nil, kind ?? DraftKind.guessed(sample))
    }

    var text: String {
        let remainder = DraftRemainder(sample.collector, used: used)
        let parts: [[String]] = [head, sample.reading, recognition, fields, milestones, remainder.lines]
        return parts.joined().joined(separator: "\n")
    }

    // MARK: Head

    private var head: [String] {
        [
            "# A first draft by `constat sources draft`, made from \(guesses.records) records. Each guess says what it rests on: look at",
            "# it, and at each TODO. Then: constat sources check mine.yaml; constat import FILE --profile mine.yaml --dry-run",
            source.map { "source: \(DraftText.scalar($0))" } ?? "source: unknown   # TODO the tool's name, in lower case",
            "kind: \(kind.word)" + (isKindGiven ? "" : "   # guess"),
            "title: First draft   # TODO the tool and its version, and which call or menu gives this export",
            "version: 1",
        ]
    }

    private var recognition: [String] {
        let paths = DraftRecognition.paths(sample.collector.fields, records: guesses.records)
        let ground = paths.isEmpty ? "TODO paths that every record has" : "guess: they are in all \(guesses.records) records"
        return [
            "recognise: {has: [\(paths.map(DraftText.scalar).joined(separator: ", "))]}   # \(ground)",
            "zone: UTC" + (isZoneOpen ? "   # TODO times are written without a zone: name it, e.g. Europe/Paris" : ""),
        ]
    }

    private var isZoneOpen: Bool {
        let zoned = ["epoch-ms", "epoch-s", "iso8601"]
        return guesses.byRole.values.compactMap(\.writing).contains { !zoned.contains($0.word) }
    }

    // MARK: Fields

    private var fields: [String] {
        let needed = "  # id: /path   # TODO no path is in every record, different in each, and named like an id"
        let found = roles.flatMap { fieldLines($0.field, $0.guess) }
        return (guesses.hasID ? ["fields:"] : ["fields:", needed]) + found
    }

    /// The fields that are written, in the order in which profiles name them.
    private var roles: [(field: Profile.Field, guess: DraftGuesses.Guess)] {
        Profile.Field.allCases.compactMap { field in
            guard isWritten(field), let guess = guesses[field] else { return nil }
            return (field: field, guess: guess)
        }
    }

    /// A case has no case of its own; `updated` is read as the milestones are.
    private func isWritten(_ field: Profile.Field) -> Bool {
        switch field {
        case .caseID: kind == .alert
        case .updated: Milestone.allCases.contains { guesses[$0]?.writing?.word == guesses[.updated]?.writing?.word }
        default: true
        }
    }

    private func fieldLines(_ field: Profile.Field, _ guess: DraftGuesses.Guess) -> [String] {
        let path = DraftText.scalars(guess.paths.map(\.path))
        let ground = "# guess: \(count(guess))" + (field == .id ? ", all different" : "")
        guard !DraftWords.known(of: field).isEmpty, let first = guess.paths.first,
            let words = DraftVocabulary(first, in: field, isSure: true)
        else { return ["  \(field.rawValue): \(path)   \(ground)"] }
        return ["  \(field.rawValue):", "    from: \(path)   \(ground)", "    map:"] + mapLines(words)
    }

    private func mapLines(_ words: DraftVocabulary) -> [String] {
        let hidden = words.hidden == 0 ? [] : ["      # TODO \(words.hidden) more, not shown here: they may name somebody"]
        return words.entries.map { "      \(DraftText.scalar($0.native)): \(Self.meaning($0.meaning))" } + hidden
    }

    private static func meaning(_ meaning: DraftWords.Meaning) -> String {
        switch meaning {
        case .word(let word, _): "\(word)   # guess"
        case .silent: "~   # guess: it says nothing"
        case .unknown: "~   # TODO say what this means"
        }
    }

    private func count(_ guess: DraftGuesses.Guess) -> String {
        let counts = guess.paths.map { String($0.filled) }.joined(separator: " and ")
        return "\(counts) of \(guesses.records) records"
    }

    // MARK: Milestones

    private var milestones: [String] {
        let needed = "  # raised: {from: /path, as: iso8601}   # TODO no path holds times in most records and is named like an opening"
        let found = Milestone.allCases.compactMap { milestone in
            guesses[milestone].flatMap { milestoneLine(milestone, $0) }
        }
        return (guesses[.raised] == nil ? ["milestones:", needed] : ["milestones:"]) + found
    }

    private func milestoneLine(_ milestone: Milestone, _ guess: DraftGuesses.Guess) -> String? {
        guard let writing = guess.writing else { return nil }
        let rule = "{from: \(DraftText.scalars(guess.paths.map(\.path))), as: \(DraftText.scalar(writing.word))}"
        let order = writing.isOpen ? "; TODO day or month first? no value tells" : ""
        return "  \(milestone.rawValue): \(rule)   # guess: \(count(guess)), e.g. \(DraftText.beginning(writing.example))\(order)"
    }

    /// All paths that the profile names.
    private var used: Set<String> {
        let times = Milestone.allCases.compactMap { guesses[$0] }
        return Set((roles.map(\.guess) + times).flatMap(\.paths).map(\.path))
    }
}
