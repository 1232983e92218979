/// An ATT&CK technique or sub-technique.
struct Technique {
    let id: String
    let name: String
    let tactic: Tactic

    init(_ id: String, _ name: String, _ tactic: Tactic) { (self.id, self.name, self.tactic) = (id, name, tactic) }

    /// The id without its sub-technique.
    var parent: String { String(id.prefix(5)) }
    var isSub: Bool { id.utf8.count > 5 }

    static func named(_ id: String) -> Technique? { byID[id] }

    private static let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}

/// An ATT&CK tactic.
enum Tactic: String {
    case reconnaissance = "TA0043"
    case initialAccess = "TA0001"
    case execution = "TA0002"
    case persistence = "TA0003"
    case privilegeEscalation = "TA0004"
    case defenseEvasion = "TA0005"
    case credentialAccess = "TA0006"
    case discovery = "TA0007"
    case lateralMovement = "TA0008"
    case collection = "TA0009"
    case exfiltration = "TA0010"
    case commandAndControl = "TA0011"
    case impact = "TA0040"

    /// In Sentinel's manner: `InitialAccess`.
    var joined: String { "\(self)".prefix(1).uppercased() + "\(self)".dropFirst() }

    /// In the manner of ATT&CK itself: `Initial Access`, `Command and Control`.
    var spaced: String {
        var words = ""
        for letter in joined {
            if letter.isUppercase, !words.isEmpty { words += " " }
            words.append(letter)
        }
        return words.split(separator: " ").map { $0 == "And" ? "and" : String($0) }.joined(separator: " ")
    }
}
