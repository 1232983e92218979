import ConstatModel

/// The calendars of tenants as clocks that reach as far as the records do.
struct BusinessClocks {
    private let calendars: BusinessCalendars
    private var clocks: [BusinessCalendar: BusinessClock] = [:]
    private var span: ClosedRange<Int64>?

    init(_ calendars: BusinessCalendars) { self.calendars = calendars }

    /// The clock of each tenant of the columns, by its code; none where the hours are not known.
    mutating func clocks(of columns: RecordColumns, asOf: Instant) -> [Int32: BusinessClock] {
        guard !calendars.isEmpty else { return [:] }
        let known = Place.all.lazy.filter(\.isInstant).map { columns[$0] }.joined().filter { $0 != RecordColumns.missing }
        reach(min(known.min() ?? asOf.milliseconds, asOf.milliseconds)...max(known.max() ?? asOf.milliseconds, asOf.milliseconds))
        var found: [Int32: BusinessClock] = [:]
        for (code, name) in columns.names {
            if let calendar = calendars[name] { found[code] = clock(calendar) }
        }
        return found
    }

    private mutating func clock(_ calendar: BusinessCalendar) -> BusinessClock? {
        guard let span else { return nil }
        if let known = clocks[calendar] { return known }
        let new = BusinessClock(calendar, from: Instant(milliseconds: span.lowerBound), to: Instant(milliseconds: span.upperBound))
        clocks[calendar] = new
        return new
    }

    /// A year more on both sides when it does not reach: the next part of the records will hardly lie beyond.
    private mutating func reach(_ instants: ClosedRange<Int64>) {
        if let span, span.lowerBound <= instants.lowerBound, instants.upperBound <= span.upperBound { return }
        let year = 366 * Instant.day
        span = min(span?.lowerBound ?? .max, instants.lowerBound - year)...max(span?.upperBound ?? .min, instants.upperBound + year)
        clocks = [:]
    }
}
