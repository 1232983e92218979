import ConstatModel
import ConstatNotification

extension Words {
    /// Which case a document is about: `Case #118 · Acme`.
    func caseLine(_ record: Record, of organisation: String) -> String {
        self("draft.caseLine", ["case": record.number.map { "#\($0)" } ?? record.native, "tenant": organisation])
    }
}

/// Puts facts into the words of a document.
struct FactWords {
    let words: Words
    let catalogue: FactCatalogue
    let zone: Zone
    /// Of the amounts, ISO 4217.
    let currency: String
    /// Whether instants stand without zone and UTC, as a letter has them.
    var isPlain = false

    init(_ facts: CaseFacts, _ words: Words, _ zone: Zone) {
        (self.words, self.zone, catalogue) = (words, zone, facts.catalogue)
        currency = facts.entity["currency"] ?? "EUR"
    }

    /// The same for a letter.
    var plainly: FactWords {
        var plain = self
        plain.isPlain = true
        return plain
    }

    private var language: Language { words.language }

    /// A value as people read it; a word of a closed list by its title.
    ///
    /// - Parameters:
    ///   - fact: the id of the fact it answers; nil for a value of the case or of the organisation.
    ///   - list: the closed list of an organisation's value.
    func text(_ value: FactValue, of fact: String?, list: String? = nil) -> String {
        let definition = fact.flatMap { catalogue[$0] }
        switch value {
        case .yesNo: return words.word("answer", value.plain)
        case .number(let number): return self.number(number, definition?.type)
        case .time(let stamp): return time(stamp)
        case .text(let text): return title(text, definition, list)
        case .texts(let texts):
            let titles = texts.map { title($0, definition, list) }
            let separator = titles.contains { $0.contains(",") } ? words("draft.separator") : ", "
            return titles.isEmpty ? words("draft.none") : titles.joined(separator: separator)
        }
    }

    /// As it was written when an earlier stage was sent; what can no longer be read stays as it is.
    func text(plain: String, of fact: String) -> String {
        guard let definition = catalogue[fact], let value = FactValue(plain: plain, definition, catalogue) else { return plain }
        return text(value, of: fact)
    }

    private func title(_ word: String, _ definition: FactDefinition?, _ list: String?) -> String {
        if let choices = definition.flatMap({ catalogue.choices(of: $0) }) ?? list.flatMap({ catalogue.lists[$0] }),
            let choice = choices.first(where: { $0.id == word })
        {
            return choice.title[language]
        }
        guard definition == nil else { return word }
        let financial = catalogue.title(of: word, in: "doraEntityTypes", language)
        if financial != word { return financial }
        return ["severity", "entityType", "sector", "answer"].map { words.word($0, word) }.first { $0 != word } ?? word
    }

    private func number(_ thousandths: Int64, _ type: FactType?) -> String {
        // As many decimals as it has: 79.5, never 79.50.
        let digits = thousandths % 1_000 == 0 ? 0 : thousandths % 100 == 0 ? 1 : thousandths % 10 == 0 ? 2 : 3
        let text = Figure.decimal(Double(thousandths) / 1_000, digits: digits, language)
        switch type {
        case .percent: return words("draft.percent", ["number": text])
        case .minutes where isPlain: return Figure.duration(thousandths * 60, language)
        case .minutes: return words("draft.minutes", ["number": text, "duration": Figure.duration(thousandths * 60, language)])
        case .amount: return "\(text)\u{202F}\(currency)"
        default: return text
        }
    }

    private func time(_ stamp: Stamp) -> String {
        if stamp.precision.isCoarse { return words.stamp(stamp, zone) }
        if isPlain { return words.letterTime(stamp.instant, zone) }
        return "\(words.dateTime(stamp.instant, zone)) (\(zone.name)) · \(stamp.instant.iso)"
    }
}
