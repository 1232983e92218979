/// A JSON value whose members stand in a set order.
indirect enum JSONNode {
    case object([(key: String, value: JSONNode)])
    case array([JSONNode])
    case text(String)
    /// As it is written.
    case number(String)
    case boolean(Bool)

    /// Two blanks a level; texts escaped as JSON asks.
    func text(indent: String = "") -> String {
        let inner = indent + "  "
        switch self {
        case .object(let members):
            let lines = members.map { "\(inner)\($0.key.inJSON): \($0.value.text(indent: inner))" }
            return members.isEmpty ? "{}" : "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
        case .array(let items):
            let lines = items.map { inner + $0.text(indent: inner) }
            return items.isEmpty ? "[]" : "[\n\(lines.joined(separator: ",\n"))\n\(indent)]"
        case .text(let text): return text.inJSON
        case .number(let number): return number
        case .boolean(let value): return value ? "true" : "false"
        }
    }
}
