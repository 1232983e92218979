/// The public holidays of a country or an organisation, as rules and as single dates.
public struct Holidays: Hashable, Sendable, Codable {
    private let rules: [HolidayRule]
    /// `2026-05-01`, in their order, each once.
    private let dates: [String]
    /// Whether its country is one whose holidays are known: else there are weekends only, and documents say so.
    public let isKnown: Bool

    /// - Parameter dates: single days on top, each written `2026-05-01`.
    public init(_ rules: [HolidayRule] = [], dates: Set<String> = [], isKnown: Bool) {
        (self.rules, self.dates, self.isKnown) = (rules, dates.sorted(), isKnown)
    }

    /// These and single days of an organisation's own.
    public func adding(_ dates: Set<String>) -> Holidays {
        Holidays(rules, dates: dates.union(self.dates), isKnown: isKnown)
    }

    /// Whether a day is a holiday, whatever its time of day.
    public func contains(_ day: CivilTime) -> Bool {
        if dates.contains(day.dateText) { return true }
        return rules.contains { rule in rule.date(in: day.year).map { $0.month == day.month && $0.day == day.day } ?? false }
    }

    /// The holidays of a year in their order, each written `2026-05-01`.
    public func dates(of year: Int) -> [String] {
        let ruled = rules.compactMap { $0.date(in: year)?.dateText }
        return Set(ruled).union(dates.filter { $0.hasPrefix(padded(year, 4) + "-") }).sorted()
    }
}
