import ConstatModel

extension Language {
    /// `name: value`, with the blank that French sets before the sign.
    func pair(_ name: String, _ value: String) -> String { name + (self == .fr ? "\u{A0}: " : ": ") + value }

    /// One after the other, set apart by semicolons.
    func enumerated(_ parts: [String]) -> String { parts.joined(separator: self == .fr ? "\u{202F}; " : "; ") }
}

extension String {
    /// With a capital first letter, the rest as it is; a sign of one letter, such as n, stays.
    var capitalised: String { count > 1 ? prefix(1).uppercased() + dropFirst() : self }
}
