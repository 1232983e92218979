import ConstatMetrics
public import ConstatModel
public import ConstatYAML

/// The words of documents in one language, read from `Templates/words/<language>.yaml`.
public struct Words: Sendable {
    /// The language of every text.
    public let language: Language
    private let texts: [String: String]
    private let lists: [String: [String]]

    /// Reads a file of words; keys of nested mappings are joined with full stops.
    ///
    /// - Throws: a fault with line and column, where a text or a list of texts is expected.
    public init(_ value: YAMLValue, language: Language) throws(YAMLFault) {
        self.language = language
        var texts: [String: String] = [:]
        var lists: [String: [String]] = [:]
        try Self.collect(value, "", &texts, &lists)
        (self.texts, self.lists) = (texts, lists)
    }

    private static func collect(
        _ value: YAMLValue, _ path: String, _ texts: inout [String: String], _ lists: inout [String: [String]]
    ) throws(YAMLFault) {
        for entry in try value.asEntries() {
            let key = path + entry.key
            if entry.value.entries != nil {
                try collect(entry.value, key + ".", &texts, &lists)
            } else if entry.value.items != nil {
                lists[key] = try entry.value.asTexts()
            } else {
                texts[key] = try entry.value.asText()
            }
        }
    }

    /// Every key, to compare languages.
    public var keys: Set<String> { Set(texts.keys).union(lists.keys) }

    /// The text of a key with its `{names}` filled in; `{colon}` fills itself. A key that is not there shows itself.
    public func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        guard var text = texts[key] else { return "{\(key)}" }
        for (name, value) in values { text.replace("{\(name)}", with: value) }
        if text.contains("{colon}") { text.replace("{colon}", with: texts["colon"] ?? ":") }
        return text
    }

    /// The texts of a list, e.g. `monthNames`, in order; empty when there is no such list.
    public func list(_ key: String) -> [String] { lists[key] ?? [] }

    /// The word of a closed list, or the native word when there is none.
    public func word(_ list: String, _ word: String) -> String { texts["\(list).\(word)"] ?? word }

    /// What changed a frozen figure, in words.
    func causes(_ causes: [Restatement.Cause]) -> String {
        let texts = causes.map { cause in
            switch cause {
            case .receipt(let number): self("cause.receipt", ["number": "\(number)"])
            case .definition(let from, let to): self("cause.definition", ["from": "\(from)", "to": "\(to)"])
            case .configuration: self("cause.configuration")
            case .register: self("cause.register")
            case .again(let reason): self("cause.again", ["reason": reason])
            }
        }
        return texts.isEmpty ? self("cause.none") : texts.joined(separator: ", ")
    }

    /// What people call a regime: `GDPR`, `RGPD`.
    public func regime(_ id: String) -> String { word("regime", id) }

    /// A decision of the register as a sentence.
    func decision(_ entry: RegisterEntry, _ zone: Zone) -> String {
        self(
            "assess.decision",
            [
                "regime": regime(entry.regime), "outcome": self("assess.outcome.\(entry.outcome ?? "")"),
                "instant": dateTime(entry.at, zone), "by": entry.by ?? Figure.nothing, "reasons": entry.reasons ?? Figure.nothing,
            ])
    }

    /// The name of a column that metrics read.
    public func place(_ place: Place) -> String { name(place.name) }

    private func name(_ field: String) -> String { texts["milestone.\(field)"] ?? texts["field.\(field)"] ?? field }

    /// What a figure is split by.
    func dimension(_ dimension: Dimension) -> String { texts["dimension.\(dimension.word)"] ?? name(dimension.word) }

    /// A group's word in a dimension; names from sources as they are.
    func group(_ dimension: Dimension, _ word: String) -> String {
        switch dimension {
        case .severity: self.word("severity", word)
        case .month: Period(word, zone: .utc).map { name(of: $0) } ?? word
        default: word == "none" ? self("report.none") : texts["group.\(dimension.word).\(word)"] ?? self.word("told", word)
        }
    }

    /// The head of a column of smaller records.
    func column(_ column: String) -> String { texts["column.\(column)"] ?? name(column) }

    /// A metric's name; its id where there is none such.
    func title(of metric: String) -> String { MetricCatalogue.metric(metric)?.title[language] ?? metric }

    /// A reason of leaving out, in words.
    func reason(_ reason: LeftOut) -> String {
        switch reason {
        case .missing(let field): return self("leftOut.missing", ["field": name(field)])
        case .notGiven(let field): return self("leftOut.notGiven", ["field": name(field)])
        case .reversed(let from, let to): return self("leftOut.reversed", ["from": name(from), "to": name(to)])
        case .dayOnly(let field): return self("leftOut.dayOnly", ["field": name(field)])
        case .undetermined: return self("leftOut.undetermined")
        case .noTarget: return self("leftOut.noTarget")
        case .exceeds(let part, let whole): return self("leftOut.exceeds", ["part": name(part), "whole": name(whole)])
        case .negative(let field): return self("leftOut.negative", ["field": name(field)])
        case .noHours: return self("leftOut.noHours")
        }
    }
}

extension Words {
    /// `October 2026`, `week 41 of 2026, from 5 to 11 October`; a free range as the user wrote it.
    public func name(of period: Period) -> String {
        let civil = period.zone.civil(at: period.start)
        switch period.span {
        case .month: return "\(list("monthNames")[civil.month - 1]) \(civil.year)"
        case .quarter: return self("quarter", ["ordinal": list("ordinals")[civil.month / 3], "year": "\(civil.year)"])
        case .week:
            let last = period.zone.civil(at: period.end.advanced(by: -1))
            let values: KeyValuePairs = [
                "number": "\(period.weekNumber ?? 0)", "first": first(civil, before: last), "last": date(last),
            ]
            return self("week", values)
        default: return period.name
        }
    }

    /// A day with as much of its month and year as that of a later day does not say.
    private func first(_ day: CivilTime, before later: CivilTime) -> String {
        let parts = date(day).split(separator: " ").map(String.init)
        return parts.prefix(day.year != later.year ? 3 : day.month != later.month ? 2 : 1).joined(separator: " ")
    }

    /// On an axis and in a sentence: `Oct`, `W41`, `Q3 2026`, `2026`; a free range as the user wrote it.
    func shortName(of period: Period) -> String {
        let civil = period.zone.civil(at: period.start)
        return switch period.span {
        case .month: list("monthShort")[civil.month - 1]
        case .quarter: self("quarterShort", ["number": "\((civil.month + 2) / 3)", "year": "\(civil.year)"])
        case .week: self("weekShort", ["number": "\(period.weekNumber ?? 0)"])
        default: period.name
        }
    }

    /// The period before, as a sentence names it: a month by its whole name.
    func plainName(of period: Period) -> String {
        period.span == .month ? list("monthNames")[period.zone.civil(at: period.start).month - 1] : shortName(of: period)
    }

    /// `8 October 2026, 09:12` in a zone; seconds only when there are any.
    public func dateTime(_ instant: Instant, _ zone: Zone) -> String {
        let civil = zone.civil(at: instant)
        let time = civil.iso.dropFirst(11).prefix(civil.second == 0 ? 5 : 8)
        return "\(date(civil)), \(time)"
    }

    /// As a letter says it: `8 octobre 2026 à 7 h 35`, `8 October 2026 at 07:35`.
    func letterTime(_ instant: Instant, _ zone: Zone) -> String {
        let civil = zone.civil(at: instant)
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
        let hour = language == .fr ? "\(civil.hour)" : two(civil.hour)
        return self("draft.letterTime", ["date": date(civil), "hour": hour, "minute": two(civil.minute)])
    }

    /// For a narrow place: `8 Oct, 09:12`.
    func shortTime(_ instant: Instant, _ zone: Zone) -> String {
        let civil = zone.civil(at: instant)
        return "\(civil.day) \(list("monthShort")[civil.month - 1]), \(civil.iso.dropFirst(11).prefix(5))"
    }

    func date(_ civil: CivilTime) -> String {
        let first = language == .fr && civil.day == 1 ? "1er" : "\(civil.day)"
        return "\(first) \(list("monthNames")[civil.month - 1]) \(civil.year)"
    }

    /// An instant with what is known of it: a day alone shows no time, a month alone no day.
    func stamp(_ stamp: Stamp, _ zone: Zone) -> String {
        let civil = zone.civil(at: stamp.instant)
        return switch stamp.precision {
        case .day: date(civil)
        case .month: "\(list("monthNames")[civil.month - 1]) \(civil.year)"
        case .year: "\(civil.year)"
        default: dateTime(stamp.instant, zone)
        }
    }
}
