/// A date and time of day as a calendar shows it, without a zone (proleptic Gregorian calendar).
public struct CivilTime: Hashable, Sendable {
    /// Four digits in texts, e.g. 2026.
    public var year: Int
    /// 1 to 12.
    public var month: Int
    /// 1 to 31.
    public var day: Int
    /// 0 to 23.
    public var hour = 0
    /// 0 to 59.
    public var minute = 0
    /// 0 to 59; a leap second cannot be written.
    public var second = 0
    /// 0 to 999.
    public var millisecond = 0

    /// Nil when the date does not exist (30 February) or a part is out of range; second 60 is refused.
    public init?(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, millisecond: Int = 0
    ) {
        guard (0...9_999).contains(year), (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day),
            (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
            (0...999).contains(millisecond)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
        (self.hour, self.minute, self.second, self.millisecond) = (hour, minute, second, millisecond)
    }

    /// The civil time in UTC of an instant.
    public init(utc instant: Instant) {
        let day = instant.milliseconds.flooredQuotient(by: Instant.day)
        var rest = Int(instant.milliseconds - day * Instant.day)
        (year, month, self.day) = Self.date(ofDay: day)
        millisecond = rest % 1_000
        rest /= 1_000
        (hour, minute, second) = (rest / 3_600, rest / 60 % 60, rest % 60)
    }

    /// The start of a day written `2026-12-24`; nil for anything else.
    public init?(day text: String) {
        var text = text
        guard let parsed = text.withUTF8({ ISOTime(UnsafeRawBufferPointer($0)) }), parsed.isDateOnly else { return nil }
        self = parsed.civil
    }

    /// This civil time read as UTC.
    public var asUTC: Instant {
        let seconds = ((hour * 60) + minute) * 60 + second
        return Instant(milliseconds: Self.dayNumber(year, month, day) * Instant.day + Int64(seconds * 1_000 + millisecond))
    }

    /// 0 is Sunday, 6 is Saturday.
    public var weekday: Int { Int(((Self.dayNumber(year, month, day) + 4) % 7 + 7) % 7) }

    /// The date alone, e.g. `2026-10-08`.
    public var dateText: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

    /// ISO 8601 without a zone, with milliseconds only when there are any.
    public var iso: String {
        let time = "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))"
        return "\(dateText)T\(time)" + (millisecond == 0 ? "" : ".\(padded(millisecond, 3))")
    }

    /// The same day and time `months` later; a day that does not exist becomes the last of that month.
    public func adding(months: Int) -> CivilTime {
        let index = year * 12 + (month - 1) + months
        var result = self
        (result.year, result.month) = (index / 12, index % 12 + 1)
        result.day = min(day, Self.days(in: result.month, of: result.year))
        return result
    }

    /// The length of a month in days, 28 to 31; `month` must be 1 to 12.
    public static func days(in month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }
}

extension CivilTime {
    /// Days since 1970-01-01, after Howard Hinnant's civil calendar algorithms.
    static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return Int64(era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468)
    }

    static func date(ofDay number: Int64) -> (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

extension Int64 {
    func flooredQuotient(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

/// A number with leading zeros to a width.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension CivilTime {
    /// Midnight of the same day.
    public var startOfDay: CivilTime {
        var day = self
        (day.hour, day.minute, day.second, day.millisecond) = (0, 0, 0, 0)
        return day
    }
}
