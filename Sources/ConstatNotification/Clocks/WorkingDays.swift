public import ConstatModel

/// Which days a Member State works: not Saturdays, Sundays, nor its public holidays.
public struct WorkingDays: Sendable {
    /// The public holidays of the Member State.
    public let holidays: Holidays

    /// Working days without these holidays.
    public init(_ holidays: Holidays) { self.holidays = holidays }

    func isWorking(_ day: CivilTime) -> Bool { day.weekday != 0 && day.weekday != 6 && !holidays.contains(day) }

    /// The day itself, when it is a working day, else the next one.
    func next(from day: CivilTime) -> CivilTime {
        var day = day
        while !isWorking(day) { day = day.adding(days: 1) }
        return day
    }

    /// So many working days after a day, which itself is not counted.
    func adding(_ count: Int, to day: CivilTime) -> CivilTime {
        var day = day
        for _ in 0..<count { day = next(from: day.adding(days: 1)) }
        return day
    }
}
