/// What the exports of TheHive 5 have in common.
enum TheHive {
    static let connector = "connector@estuaire.example"

    static func login(_ analyst: Int) -> String { "\(Wording.analyst(analyst))@estuaire.example" }

    static func writeSeverity(_ severity: Severity, _ json: inout JSONText) {
        json.field("severity", severity.rawValue)
        json.field("severityLabel", severity.word.uppercased())
    }

    static func writeMarkings(_ json: inout JSONText) {
        json.field("tlp", 2)
        json.field("tlpLabel", "AMBER")
        json.field("pap", 2)
        json.field("papLabel", "AMBER")
    }

    static func type(_ value: CustomField.Value) -> String {
        switch value {
        case .text: "string"
        case .number: "integer"
        case .instant: "date"
        }
    }

    static func write(_ value: CustomField.Value, _ key: String, _ json: inout JSONText) {
        switch value {
        case .text(let text): json.field(key, text)
        case .number(let number): json.field(key, number)
        case .instant(let instant): json.field(key, instant)
        }
    }
}
