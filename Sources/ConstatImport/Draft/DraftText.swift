/// How texts stand in a profile that is written out.
enum DraftText {
    /// A YAML scalar: plain where nothing can misread it, else in double quotes; always one line.
    static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

    /// One scalar, or a list of several.
    static func scalars(_ texts: [String]) -> String {
        texts.count == 1 ? texts.map(scalar).joined() : "[" + texts.map(scalar).joined(separator: ", ") + "]"
    }

    /// The beginning of a time, so that it shows how times are written and no more.
    static func beginning(_ time: String) -> String { time.count > shown ? String(time.prefix(shown)) + "…" : time }

    private static let shown = 11
    private static let reserved: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]

    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.properties.isAlphabetic || first == "/" || first == "_" else { return false }
        guard text.last != " ", !reserved.contains(text.lowercased()) else { return false }
        return text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || isPlainMark($0) }
    }

    private static func isPlainMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "/", "_", "-", ".", "*", "@", "~", " ": true
        default: false
        }
    }

    private static func quoted(_ text: String) -> String { "\"" + text.unicodeScalars.map(escaped).joined() + "\"" }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\n": return "\\n"
        case "\t": return "\\t"
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
            let digits = String(scalar.value, radix: 16)
            return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        default: return String(scalar)
        }
    }
}
