import ConstatDocuments
import ConstatModel

/// The words of a pack's language, read back into what they stand for.
struct Vocabulary {
    let kinds: [String: RecordKind]
    let severities: [String: Severity]
    let statuses: [String: Status]
    let verdicts: [String: Verdict]
    let discoveries: [String: Discovery]
    let instants: [String: ConstatModel.Place]
    /// What smaller kinds tell as a word.
    let told: [String: String]

    init(_ words: Words) {
        func table<Value>(_ values: some Sequence<Value>, _ word: (Value) -> String) -> [String: Value] {
            Dictionary(values.map { (word($0), $0) }, uniquingKeysWith: { first, _ in first })
        }
        kinds = table(RecordKind.allCases) { words("kind.\($0.word)") }
        severities = table(Severity.allCases) { words.word("severity", $0.word) }
        statuses = table(Status.allCases) { words.word("status", $0.word) }
        verdicts = table(Verdict.allCases) { words.word("verdict", $0.word) }
        discoveries = table(Discovery.allCases) { words.word("answer", $0.word) }
        let told = Set(RecordKind.allCases.flatMap(\.values).flatMap(\.words)).sorted()
        self.told = table(told) { words.word("told", $0) }
        instants = table(ConstatModel.Place.all.filter(\.isInstant)) { words.place($0) }
    }
}
