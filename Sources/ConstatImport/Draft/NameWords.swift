/// The words of a name or a value, in lower case and without accents: `createdAt`, `created_at` and `Created at` are the same.
struct NameWords: Hashable, Sendable {
    let words: [String]

    init(_ text: String) {
        let all = Self.cut(Array(text))
        let telling = all.filter { !Self.fillers.contains($0) }
        words = telling.isEmpty ? all : telling
    }

    init(words: [String]) { self.words = words }

    /// All words in one: tools also write `createdat`.
    var joined: String { words.joined() }

    var isEmpty: Bool { words.isEmpty }

    func without(_ dropped: Set<String>) -> NameWords { NameWords(words: words.filter { !dropped.contains($0) }) }

    func ends(with phrase: NameWords) -> Bool {
        words.count >= phrase.words.count && words.suffix(phrase.words.count).elementsEqual(phrase.words)
    }

    /// At which word a phrase begins; nil when it is not there.
    func position(of phrase: NameWords) -> Int? {
        guard !phrase.isEmpty, phrase.words.count <= words.count else { return nil }
        return (0...(words.count - phrase.words.count)).first { words[$0...].starts(with: phrase.words) }
    }

    /// Words that only join others.
    private static let fillers: Set<String> = ["d", "de", "des", "du", "et", "l", "la", "le", "les", "and", "of", "the"]

    private static let folded: [Character: String] = [
        "à": "a", "á": "a", "â": "a", "ã": "a", "ä": "a", "å": "a", "æ": "ae", "ç": "c", "è": "e", "é": "e", "ê": "e", "ë": "e",
        "ì": "i", "í": "i", "î": "i", "ï": "i", "ñ": "n", "ò": "o", "ó": "o", "ô": "o", "õ": "o", "ö": "o", "œ": "oe", "ù": "u",
        "ú": "u", "û": "u", "ü": "u", "ÿ": "y", "ß": "ss",
    ]

    /// Cuts at marks, and where a capital begins a new word.
    private static func cut(_ text: [Character]) -> [String] {
        var words: [String] = []
        var word = ""
        for (index, character) in text.enumerated() {
            let isMark = !character.isLetter && !character.isNumber
            if isMark || (index > 0 && isStart(text, index)) {
                words.append(word)
                word = ""
            }
            if !isMark { word += plain(character) }
        }
        return (words + [word]).filter { !$0.isEmpty }
    }

    private static func isStart(_ text: [Character], _ index: Int) -> Bool {
        guard text[index].isUppercase else { return false }
        let before = text[index - 1]
        let isLastOfCapitals = before.isUppercase && index + 1 < text.count && text[index + 1].isLowercase
        return before.isLowercase || before.isNumber || isLastOfCapitals
    }

    private static func plain(_ character: Character) -> String {
        character.lowercased().map { folded[$0] ?? String($0) }.joined()
    }
}
