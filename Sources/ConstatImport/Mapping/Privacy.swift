import Crypto

/// What becomes of values that may be personal, field by field: kept, replaced by a stable pseudonym, or dropped.
public struct Privacy: Sendable {
    /// A field that a workspace can decide about.
    public enum Field: Hashable, Sendable {
        /// Names of analysts, also those who made a change.
        case assignee
        /// `title`, `rootCause`, `category`, `number`: texts of a record.
        case title, rootCause, category, number
        /// One fact; any fact when the name is `*`.
        case fact(String)
        /// The raw text of refused rows.
        case raw

        /// `assignee`, `fact.description`, …; nil for anything else.
        public init?(word: String) {
            let known: [String: Field] = [
                "assignee": .assignee, "title": .title, "rootCause": .rootCause, "category": .category, "number": .number, "raw": .raw,
                "facts": .fact("*"),
            ]
            if let field = known[word] {
                self = field
            } else if word.hasPrefix("facts."), word.count > 6 {
                self = .fact(String(word.dropFirst(6)))
            } else {
                return nil
            }
        }
    }

    /// What is done with a value.
    public enum Treatment: String, CaseIterable, Sendable { case keep, pseudonymise, drop }

    private let treatments: [Field: Treatment]
    private let key: SymmetricKey

    /// - Parameters:
    ///   - treatments: of fields that are not treated as usual: analysts' names become pseudonyms, all else is kept.
    ///   - key: the secret that makes pseudonyms; the same key, the same pseudonyms.
    public init(_ treatments: [Field: Treatment] = [:], key: [UInt8]) {
        (self.treatments, self.key) = (treatments, SymmetricKey(data: key))
    }

    /// What is done with the values of a field.
    public func treatment(_ field: Field) -> Treatment {
        if let treatment = treatments[field] { return treatment }
        if field == .assignee || field == .fact("author") { return .pseudonymise }
        if case .fact = field { return treatments[.fact("*")] ?? .keep }
        return .keep
    }

    /// A value as it may be stored; nil when it is dropped.
    func applied(_ field: Field, _ text: String) -> String? {
        switch treatment(field) {
        case .keep: text
        case .pseudonymise: pseudonym(text)
        case .drop: nil
        }
    }

    /// `p-` and twelve hexadecimal digits of a keyed hash: the same person in all exports, without the name.
    func pseudonym(_ text: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array(text.lowercased().utf8), using: key)
        return "p-"
            + code.prefix(6).map { byte in
                let hex = String(byte, radix: 16)
                return hex.count == 1 ? "0" + hex : hex
            }.joined()
    }
}
