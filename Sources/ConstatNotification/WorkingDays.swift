import ConstatModel
public import ConstatYAML

/// Which days a Member State works: not Saturdays, Sundays, nor the public holidays it lists.
public struct WorkingDays: Sendable {
    /// `2026-05-01`.
    private let holidays: Set<String>

    /// Working days without these dates, each written `2026-05-01`.
    public init(holidays: Set<String>) { self.holidays = holidays }

    /// False when no holiday of that year is listed: then weekends alone count, and documents say so.
    public func knowsHolidays(of year: Int) -> Bool { holidays.contains { $0.hasPrefix("\(year)-") } }

    /// Reads `holidays.yaml` for a country, e.g. `FR`.
    public init(_ value: YAMLValue, country: String) throws(YAMLFault) {
        var dates: Set<String> = []
        let listed = value["countries"]?[country]
        for year in try listed?.required("dates").asItems() ?? [] { dates.formUnion(try year.asTexts()) }
        holidays = dates
    }

    func isWorking(_ day: CivilTime) -> Bool {
        day.weekday != 0 && day.weekday != 6 && !holidays.contains(day.dateText)
    }

    /// The day itself, when it is a working day, else the next one.
    func next(from day: CivilTime) -> CivilTime {
        var day = day
        while !isWorking(day) { day = CivilTime(utc: day.asUTC.advanced(by: Instant.day)) }
        return day
    }
}
