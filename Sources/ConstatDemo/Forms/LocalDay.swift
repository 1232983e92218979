/// A day in Paris.
struct LocalDay {
    /// Days since 1970-01-01.
    let number: Int64

    /// - Parameter hour: may lie beyond midnight: 32 is eight o'clock of the next day.
    func at(_ hour: Int, _ minute: Int = 0) -> Instant {
        let civil = Civil(utc: number * .day)
        return Paris.instant(civil.year, civil.month, civil.day, hour, minute)
    }

    func plus(_ days: Int) -> LocalDay { LocalDay(number: number + Int64(days)) }

    var isWorked: Bool { Staffing(at: at(12)) == .office }

    /// This day, or the first one after it on which people work.
    var worked: LocalDay { isWorked ? self : plus(1).worked }

    static func days(from first: LocalDay, through last: LocalDay) -> [LocalDay] {
        (first.number...last.number).map { LocalDay(number: $0) }
    }
}

extension LocalDay {
    init(of instant: Instant) { self.init(number: (instant + Paris.offset(at: instant)) / .day) }

    init(_ year: Int, _ month: Int, _ day: Int) { self.init(number: Civil.dayNumber(year, month, day)) }

    /// A day some days after the year's start, or before it.
    static func ofYear(_ days: Int) -> LocalDay { LocalDay(of: Period.start).plus(days) }
}

extension SplitMix64 {
    /// Some minute of office hours.
    mutating func officeTime(_ day: LocalDay) -> Instant { day.at(between(9...17), between(0...59)) }
}
