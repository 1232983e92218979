/// ISO 8601 as tools write it: `T` or a space, 0 to 9 fraction digits (cut to milliseconds), and
/// `Z`, `+02:00`, `+0200`, ` UTC`, ` UTC+0000` or nothing behind it. Also a date alone.
public struct ISOTime: Sendable {
    /// As written, before any offset is applied; midnight for a date alone.
    public let civil: CivilTime
    /// East of UTC, in milliseconds; nil when the text names no zone.
    public let offset: Int64?
    /// True when the text is a date without a time of day.
    public let isDateOnly: Bool

    /// Nil when the text is not of this form, or names a day or time that does not exist.
    public init?(_ text: UnsafeRawBufferPointer) {
        var reader = DigitReader(text)
        guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2), reader.skip("-"),
            let day = reader.number(2)
        else { return nil }
        if reader.isAtEnd {
            guard let date = CivilTime(year: year, month: month, day: day) else { return nil }
            (civil, offset, isDateOnly) = (date, nil, true)
            return
        }
        guard reader.skip("T") || reader.skip(" "), let hour = reader.number(2), reader.skip(":"),
            let minute = reader.number(2)
        else { return nil }
        var second = 0
        var millisecond = 0
        if reader.skip(":") {
            guard let value = reader.number(2) else { return nil }
            second = value
            if reader.skip(".") || reader.skip(",") {
                guard let fraction = reader.milliseconds() else { return nil }
                millisecond = fraction
            }
        }
        guard let zone = reader.offset(),
            let time = CivilTime(
                year: year, month: month, day: day, hour: hour, minute: minute, second: second,
                millisecond: millisecond)
        else { return nil }
        (civil, offset, isDateOnly) = (time, zone.offset, false)
    }
}

extension ISOTime {
    /// Milliseconds since 1970 of the commonest writing, `2026-10-08T07:12:00Z` with no or three fraction digits; nil for any
    /// other, which may still be ISO 8601.
    public static func milliseconds(_ text: UnsafeRawBufferPointer) -> Int64? {
        guard text.count == 20 || text.count == 24, text[text.count - 1] == UInt8(ascii: "Z") else { return nil }
        guard text[4] == 45, text[7] == 45, text[10] == UInt8(ascii: "T"), text[13] == 58, text[16] == 58 else { return nil }
        var isNumber = true
        func number(_ start: Int, _ count: Int) -> Int64 {
            var value: Int64 = 0
            for index in start..<(start + count) {
                let digit = text[index] &- 48
                if digit > 9 { isNumber = false }
                value = value * 10 + Int64(digit)
            }
            return value
        }
        let (year, month, day) = (number(0, 4), number(5, 2), number(8, 2))
        let (hour, minute, second) = (number(11, 2), number(14, 2), number(17, 2))
        var millisecond: Int64 = 0
        if text.count == 24 {
            guard text[19] == UInt8(ascii: ".") else { return nil }
            millisecond = number(20, 3)
        }
        // Days that only some months have, and leap seconds, are left to the careful reader.
        guard isNumber, year > 0, (1...12).contains(month), (1...28).contains(day), hour < 24, minute < 60, second < 60 else { return nil }
        let days = CivilTime.dayNumber(Int(year), Int(month), Int(day))
        return ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1_000 + millisecond
    }
}

/// Walks over digits and marks of a time text without making strings.
public struct DigitReader {
    private let text: UnsafeRawBufferPointer
    private var position = 0

    /// Starts at the first byte; the bytes must outlive the reader.
    public init(_ text: UnsafeRawBufferPointer) { self.text = text }

    /// True when every byte has been read.
    public var isAtEnd: Bool { position == text.count }

    /// The byte to be read next; nil at the end.
    public var next: UInt8? { position < text.count ? text[position] : nil }

    /// Exactly `count` digits.
    public mutating func number(_ count: Int) -> Int? { number(count...count) }

    /// As many digits as there are, within `counts`.
    public mutating func number(_ counts: ClosedRange<Int>) -> Int? {
        var value = 0
        var count = 0
        while count < counts.upperBound, let byte = next, byte >= 48, byte <= 57 {
            value = value * 10 + Int(byte - 48)
            count += 1
            position += 1
        }
        return counts.contains(count) ? value : nil
    }

    /// Steps over a word in lower case, whatever case it is written in; false, without a step, when something else comes next.
    public mutating func skip(word: String) -> Bool {
        let length = word.utf8.count
        guard position + length <= text.count else { return false }
        let found = String(decoding: text[position..<(position + length)], as: UTF8.self)
        guard found.lowercased() == word else { return false }
        position += length
        return true
    }

    /// Steps over a mark when it comes next; false, without a step, when it does not.
    public mutating func skip(_ mark: Unicode.Scalar) -> Bool {
        guard let byte = next, UInt32(byte) == mark.value else { return false }
        position += 1
        return true
    }

    /// Fraction digits, cut (not rounded) to milliseconds.
    public mutating func milliseconds() -> Int? {
        var value = 0
        var count = 0
        while let byte = next, byte >= 48, byte <= 57 {
            if count < 3 { value = value * 10 + Int(byte - 48) }
            count += 1
            position += 1
        }
        guard (1...9).contains(count) else { return nil }
        return count == 1 ? value * 100 : count == 2 ? value * 10 : value
    }

    /// The zone designator up to the end of the text; an offset of nil means that none is written.
    public mutating func offset() -> (offset: Int64?, ())? {
        if isAtEnd { return (nil, ()) }
        if skip("Z") { return isAtEnd ? (0, ()) : nil }
        if skip(" "), skip("U") {
            guard skip("T"), skip("C") else { return nil }
            if isAtEnd { return (0, ()) }
        }
        let sign: Int64 = skip("-") ? -1 : 1
        if sign == 1, !skip("+") { return nil }
        guard let hours = number(2) else { return nil }
        _ = skip(":")
        let minutes = isAtEnd ? 0 : number(2)
        guard let minutes, isAtEnd, hours <= 18, minutes < 60 else { return nil }
        return (sign * (Int64(hours) * Instant.hour + Int64(minutes) * Instant.minute), ())
    }
}
