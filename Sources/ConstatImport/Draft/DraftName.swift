/// The words of a path's last step, as a draft compares them with the words it knows.
struct DraftName: Sendable {
    /// Those of the last two steps.
    let near: Set<String>
    /// Those of all steps.
    let all: Set<String>
    /// The last step's; with the step above when it says little (`/status/name`, `/created/date`).
    let full: NameWords
    /// Without words that say only how the value is written (`name`, `label`).
    let plain: NameWords
    /// Without those, and without words that only say that it is a time (`at`, `date`).
    let time: NameWords
    /// How many steps lead there; those that only wrap others do not count.
    let depth: Int

    /// - Parameter steps: keys from the record inwards, `*` for the items of an array; or the one name of a column.
    init(steps: [String]) {
        let named = (steps.dropLast().filter { !Self.isWrapper($0) } + steps.suffix(1)).map { NameWords($0) }
        let last = named.last ?? NameWords(words: [])
        let above = named.count > 1 ? named[named.count - 2] : NameWords(words: [])
        depth = named.count
        near = Set(above.words + last.words)
        all = Set(named.flatMap(\.words))
        full = last.without(Self.tails.union(Self.timeWords)).isEmpty ? NameWords(words: above.words + last.words) : last
        plain = Self.core(full, without: Self.tails)
        time = Self.core(full, without: Self.tails.union(Self.timeWords))
    }

    /// Keys that say nothing of what lies in them.
    private static func isWrapper(_ step: String) -> Bool {
        ["*", "_source", "attributes", "data", "fields", "object", "properties", "values"].contains(step)
    }

    private static func core(_ name: NameWords, without dropped: Set<String>) -> NameWords {
        let core = name.without(dropped)
        return core.isEmpty ? name : core
    }

    /// Words that say how a value is written, and not what it is.
    private static let tails: Set<String> = [
        "display", "displayname", "email", "full", "label", "libelle", "login", "mail", "name", "nom", "string", "text", "username",
        "value",
    ]

    /// Words that say no more than that a value is a time.
    static let timeWords: Set<String> = [
        "at", "date", "datetime", "day", "dt", "epoch", "gmt", "heure", "horodatage", "iso", "jour", "local", "millis", "ms", "on",
        "seconds", "time", "timestamp", "ts", "unix", "utc", "when",
    ]
}

extension DraftName {
    /// Whether a key is a name that a tool gave, and no value (an id, an address, a time) that keys an object.
    static func isName(_ key: String) -> Bool {
        guard (1...80).contains(key.count), key != "*", key.contains(where: \.isLetter) else { return false }
        guard !key.contains(where: { $0.isNewline || $0 == "\\" }), !key.contains("://") else { return false }
        return key.count { $0.isNumber } * 2 <= key.count && !isAddress(key) && !isCode(key)
    }

    /// `jane@example.org`, but neither `@timestamp` nor `owner@odata.bind`.
    private static func isAddress(_ key: String) -> Bool { key.dropFirst().contains("@") && !key.contains("@odata") }

    /// A digest, or an id such as `3f2a8c1e-…`.
    private static func isCode(_ key: String) -> Bool {
        let parts = key.split(separator: "-")
        guard key.count >= 16, key.contains(where: \.isNumber) else { return false }
        return parts.allSatisfy { part in part.allSatisfy(\.isHexDigit) }
    }
}
