/// Which of its two versions a form is filled in.
enum FormLanguage {
    case english, french
}

/// A header, a word or a cell of a form, in both languages.
struct Phrase {
    let english: String
    let french: String

    init(_ english: String, _ french: String) { (self.english, self.french) = (english, french) }

    /// What reads the same in both; empty when there is nothing to say.
    init(_ text: String?) { self.init(text ?? "", text ?? "") }

    static let blank = Phrase("")

    subscript(_ language: FormLanguage) -> String {
        switch language {
        case .english: english
        case .french: french
        }
    }
}

/// Numbers and times as each version of a form asks for them; empty for nil.
extension Phrase {
    static func number(_ number: Int?) -> Phrase { Phrase(number.map { String($0) }) }

    /// - Parameter number: in the smallest unit: `125` with one place is 12.5.
    static func decimal(_ number: Int?, places: Int) -> Phrase {
        guard let number else { return blank }
        let unit = places == 1 ? 10 : 100
        let (whole, rest) = (String(number / unit), TimeText.padded(number % unit, places))
        return Phrase("\(whole).\(rest)", "\(whole),\(rest)")
    }

    /// `2026-03-02T10:00:04Z`, `02/03/2026 11:00:04`
    static func second(_ instant: Instant?) -> Phrase {
        guard let instant else { return blank }
        return Phrase("\(TimeText.iso(instant).prefix(19))Z", french(instant))
    }

    /// `2026-03-02T10:00:00Z`, `02/03/2026 11:00`
    static func minute(_ instant: Instant?) -> Phrase {
        guard let instant else { return blank }
        return Phrase("\(TimeText.iso(instant).prefix(16)):00Z", String(french(instant).prefix(16)))
    }

    /// `2026-03-02`, `02/03/2026`: the day in Paris.
    static func day(_ instant: Instant?) -> Phrase {
        guard let instant else { return blank }
        return Phrase(TimeText.day(instant + Paris.offset(at: instant)), String(french(instant).prefix(10)))
    }

    /// Time of Paris, as a French spreadsheet shows it.
    private static func french(_ instant: Instant) -> String {
        let civil = Paris.civil(at: instant)
        let clock = [civil.hour, civil.minute, civil.second].map { TimeText.padded($0, 2) }.joined(separator: ":")
        return "\(TimeText.padded(civil.day, 2))/\(TimeText.padded(civil.month, 2))/\(civil.year) \(clock)"
    }
}

extension Severity {
    /// As forms call it.
    var phrase: Phrase {
        switch self {
        case .low: Phrase("low", "faible")
        case .medium: Phrase("medium", "moyen")
        case .high: Phrase("high", "élevé")
        case .critical: Phrase("critical", "critique")
        }
    }
}
