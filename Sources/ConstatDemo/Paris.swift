/// Milliseconds since 1970, UTC.
typealias Instant = Int64

/// Lengths of time, in milliseconds.
extension Int64 {
    static let second: Int64 = 1_000
    static let minute: Int64 = 60_000
    static let hour: Int64 = 3_600_000
    static let day: Int64 = 86_400_000
}

/// A date and time of day without a zone.
struct Civil {
    var year, month, day, hour, minute, second, millisecond: Int
    /// 0 is Sunday, 6 is Saturday.
    var weekday: Int

    /// The civil time in UTC of an instant from after 1970.
    init(utc instant: Instant) {
        let days = instant / .day
        var rest = Int(instant - days * .day)
        millisecond = rest % 1_000
        rest /= 1_000
        (hour, minute, second) = (rest / 3_600, rest / 60 % 60, rest % 60)
        weekday = Int((days + 4) % 7)
        (year, month, day) = Self.date(ofDay: Int(days))
    }

    /// Days since 1970-01-01, after Howard Hinnant's civil calendar algorithms.
    static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
        let year = month <= 2 ? year - 1 : year
        let era = year / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return Int64(era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468)
    }

    private static func date(ofDay number: Int) -> (Int, Int, Int) {
        let shifted = number + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

/// Civil time in Europe/Paris: one hour east of UTC, two between the last Sundays of March and October at 01:00 UTC.
enum Paris {
    static func offset(at instant: Instant) -> Int64 {
        let year = Civil(utc: instant).year
        let isSummer = instant >= change(year, 3) && instant < change(year, 10)
        return isSummer ? 2 * .hour : .hour
    }

    static func civil(at instant: Instant) -> Civil { Civil(utc: instant + offset(at: instant)) }

    /// The instant of a local time; of one that happens twice, the first.
    static func instant(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0) -> Instant {
        let naive = Civil.dayNumber(year, month, day) * .day + Int64(hour * 60 + minute) * .minute
        let summer = naive - 2 * .hour
        return offset(at: summer) == 2 * .hour ? summer : naive - .hour
    }

    private static func change(_ year: Int, _ month: Int) -> Instant {
        let last = Civil.dayNumber(year, month, 31)
        return (last - (last + 4) % 7) * .day + .hour
    }
}
