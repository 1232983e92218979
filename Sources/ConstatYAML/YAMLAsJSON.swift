extension YAMLValue {
    /// The value as JSON text; plain scalars that look like whole numbers, booleans or null are what they look like.
    public var json: String {
        switch content {
        case .sequence(let items): "[" + items.map(\.json).joined(separator: ",") + "]"
        case .mapping(let entries):
            "{" + entries.map { Self.quoted($0.key.text ?? "") + ":" + $0.value.json }.joined(separator: ",") + "}"
        case .scalar(let text, let isPlain): isPlain ? Self.plain(text) : Self.quoted(text)
        }
    }

    private static func plain(_ text: String) -> String {
        if ["", "~", "null"].contains(text) { return "null" }
        if text == "true" || text == "false" { return text }
        if let number = Int(text), String(number) == text { return text }
        return quoted(text)
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20: quoted += " "
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
