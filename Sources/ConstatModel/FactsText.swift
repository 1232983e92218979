/// Facts as one text: `name<TAB>value` lines sorted by name; tabs, line ends and backslashes in values are escaped.
public enum FactsText {
    public static func encode(_ facts: [String: String]) -> String {
        facts.sorted { $0.key < $1.key }.map { "\($0.key)\t\(escaped($0.value))" }.joined(separator: "\n")
    }

    public static func decode(_ text: String?) -> [String: String] {
        var facts: [String: String] = [:]
        for line in (text ?? "").split(separator: "\n") {
            let parts = line.split(separator: "\t", maxSplits: 1)
            if parts.count == 2 { facts[String(parts[0])] = unescaped(parts[1]) }
        }
        return facts
    }

    private static let escapes: [Unicode.Scalar: Character] = ["\\": "\\", "\t": "t", "\n": "n", "\r": "r"]

    private static func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { escapes[$0] != nil }) else { return text }
        var escaped = ""
        for scalar in text.unicodeScalars {
            if let letter = escapes[scalar] { escaped += "\\\(letter)" } else { escaped.unicodeScalars.append(scalar) }
        }
        return escaped
    }

    private static func unescaped(_ text: Substring) -> String {
        guard text.contains("\\") else { return String(text) }
        var (plain, isEscaped) = ("", false)
        for scalar in text.unicodeScalars {
            if isEscaped {
                plain.unicodeScalars.append(escapes.first { $0.value == Character(scalar) }?.key ?? scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                plain.unicodeScalars.append(scalar)
            }
        }
        return plain
    }
}
