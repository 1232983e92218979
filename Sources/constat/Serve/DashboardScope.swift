import ConstatDocuments
import ConstatModel

/// What is looked at: a report, a period, a tenant, a language.
struct DashboardScope: Hashable, Sendable {
    let report: String
    let period: Period
    let tenant: String?
    let language: Language

    /// As parameters of an address.
    var query: String {
        [("report", report), ("period", period.name), ("tenant", tenant ?? ""), ("lang", language.rawValue)]
            .map { "\($0.0)=\($0.1.inAddress)" }.joined(separator: "&")
    }
}

extension String {
    /// As it stands in an address.
    var inAddress: String {
        utf8.map { byte in
            let character = Character(UnicodeScalar(byte))
            if character.isASCII, character.isLetter || character.isNumber || "-._~".contains(character) { return String(character) }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count == 1 ? "0" : "") + digits
        }
        .joined()
    }
}
