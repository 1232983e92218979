public import ConstatModel
public import ConstatYAML

extension BusinessCalendar {
    /// Reads `{country: FR, zone: Europe/Paris, hours: {weekdays: 09:00-12:30 13:30-18:00}, closed: [2026-12-24]}`.
    ///
    /// - Parameters:
    ///   - zone: of the clock, where the calendar names none.
    ///   - holidays: `holidays.yaml`.
    /// - Throws: `YAMLFault` with line and column.
    public init(_ value: YAMLValue, zone: Zone, holidays: YAMLValue) throws(YAMLFault) {
        try value.allow(["country", "zone", "hours", "closed"])
        let country = try value["country"]?.asText()
        let known = try Holidays(holidays, country: country ?? "")
        if let place = value["country"], !known.isKnown {
            let countries = try holidays.required("countries").asEntries().map(\.key).sorted()
            throw place.fault("the holidays of \(country ?? "") are not known", remedy: "known: \(countries.joined(separator: ", "))")
        }
        var zone = zone
        if let named = value["zone"] { zone = try Zone(named) }
        var closed: Set<String> = []
        for day in try value["closed"]?.asItems() ?? [] { closed.insert(try CivilTime(day: day).dateText) }
        self.init(zone: zone, week: try Self.week(value.required("hours")), holidays: known.adding(closed))
    }

    private static let days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]

    /// By weekday, or for several: `weekdays`, `weekend`, `daily`; a weekday by its name counts most.
    private static func week(_ value: YAMLValue) throws(YAMLFault) -> [[Hours]] {
        let groups = [("daily", Array(0...6)), ("weekdays", Array(1...5)), ("weekend", [0, 6])] + days.enumerated().map { ($1, [$0]) }
        try value.allow(Set(groups.map(\.0)))
        var week = [[Hours]](repeating: [], count: 7)
        for (name, members) in groups {
            guard let text = value[name] else { continue }
            let hours = try hours(text)
            for day in members { week[day] = hours }
        }
        return week
    }

    /// `09:00-12:30 13:30-18:00`, or `closed`.
    private static func hours(_ value: YAMLValue) throws(YAMLFault) -> [Hours] {
        let text = try value.asText()
        if text == "closed" { return [] }
        var found: [Hours] = []
        for span in text.split(separator: " ") {
            let times = span.split(separator: "-", omittingEmptySubsequences: false).map(minutes)
            guard times.count == 2, let start = times[0], let end = times[1], let hours = Hours(start: start, end: end),
                found.last.map({ $0.end <= start }) ?? true
            else { throw value.fault("these are no hours", remedy: "write 09:00-12:30 13:30-18:00, in their order; 24:00 is midnight") }
            found.append(hours)
        }
        return found
    }

    private static func minutes(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":").map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...24).contains(hour), (0...59).contains(minute) else {
            return nil
        }
        return hour * 60 + minute
    }
}
