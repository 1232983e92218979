public import ConstatModel
public import ConstatYAML

extension Holidays {
    /// Reads `holidays.yaml` for a country, e.g. `FR`; of one that is not in it nothing is known.
    ///
    /// - Throws: `YAMLFault` with line and column.
    public init(_ value: YAMLValue, country: String) throws(YAMLFault) {
        guard let listed = value["countries"]?[country] else {
            self.init(isKnown: false)
            return
        }
        var rules: [HolidayRule] = []
        for day in try listed.required("days").asItems() { rules.append(try HolidayRule(day)) }
        self.init(rules, isKnown: true)
    }
}

extension HolidayRule {
    /// A day, or `{day: …, from: …, until: …, when: …, unless: …, otherwise: …}`.
    init(_ value: YAMLValue) throws(YAMLFault) {
        guard value.entries != nil else {
            self.init(try Self.day(value))
            return
        }
        try value.allow(["day", "from", "until", "when", "unless", "otherwise"])
        var day = try Self.day(value.required("day"))
        if let condition = value["when"] ?? value["unless"] {
            var otherwise: Day?
            if let other = value["otherwise"] { otherwise = try Self.day(other) }
            day = .choice(day, falls: value["when"] != nil, on: [try Self.weekday(condition)], otherwise: otherwise)
        }
        let (first, last) = (try value["from"]?.asNumber() ?? 0, try value["until"]?.asNumber() ?? 9_999)
        guard first <= last else { throw value.fault("it ends before it begins", remedy: "write from: before until:") }
        self.init(day, years: first...last)
    }

    /// `12-25`, `easter+1`, `last monday of 10`.
    private static func day(_ value: YAMLValue) throws(YAMLFault) -> Day {
        let text = try value.asText()
        if text.hasPrefix("easter"), let days = Int(text.dropFirst(6)), (-100...100).contains(days) { return .easter(days) }
        if text == "easter" { return .easter(0) }
        let words = text.split(separator: " ")
        let order = ["last", "first", "second", "third", "fourth"]
        if words.count == 4, words[2] == "of", let nth = order.firstIndex(of: String(words[0])), let weekday = weekday(words[1]),
            let month = Int(words[3]), (1...12).contains(month)
        {
            return .weekday(weekday, nth: nth, month: month)
        }
        let parts = text.split(separator: "-").map { Int($0) }
        if parts.count == 2, let month = parts[0], let day = parts[1], CivilTime(year: 2_000, month: month, day: day) != nil {
            return .date(month: month, day: day)
        }
        throw value.fault("this is no holiday", remedy: "write 12-25, easter+1 or last monday of 10")
    }

    private static func weekday(_ value: YAMLValue) throws(YAMLFault) -> Int {
        guard let weekday = weekday(Substring(try value.asText())) else { throw value.fault("this is no weekday", remedy: "write monday") }
        return weekday
    }

    private static func weekday(_ word: Substring) -> Int? {
        ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"].firstIndex(of: String(word))
    }
}
