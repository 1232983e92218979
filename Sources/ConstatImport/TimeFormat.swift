import ConstatModel

/// How a source writes instants.
enum TimeFormat: Sendable, Equatable {
    case epochMilliseconds
    /// Whole or fractional seconds, as a number or as text.
    case epochSeconds
    /// ISO 8601 with a zone designator.
    case iso8601
    /// ISO 8601 without one (or with one, which then counts): read in the declared zone; a date alone is a day.
    case iso8601Local
    /// Year, month and day in numbers of their own, the first path the year; as far as they are there.
    case parts
    /// A pattern such as `M/d/yyyy, h:mm:ss.SSS a`, read in the declared zone.
    case pattern(String)

    init?(_ word: String) {
        switch word {
        case "epoch-ms": self = .epochMilliseconds
        case "epoch-s": self = .epochSeconds
        case "iso8601": self = .iso8601
        case "iso8601-local": self = .iso8601Local
        case "parts": self = .parts
        default:
            guard word.contains("yy"), word.contains("M"), word.contains("a") || !word.contains("h") else { return nil }
            self = .pattern(word)
        }
    }

    /// What was read: nothing there, an instant with its oddities, or something unreadable.
    enum Reading {
        case absent
        /// The tool's way of writing that there is none: 0, year 1, 1970.
        case noTime
        case instant(Instant, isDayOnly: Bool, fault: Zone.Fault?)
        case unreadable
    }

    /// Tools write "no time" as 0, year 1 or 1970; anything from before 1990 or after 2100 is no real time.
    private static let believable = Instant(milliseconds: 631_152_000_000)...Instant(milliseconds: 4_102_444_800_000)

    /// A date in parts; nil for anything that is none.
    static func date(_ parts: [RawValue], zone: Zone) -> (Instant, Precision)? {
        let numbers = parts.map { $0.string.flatMap { Int($0) } }
        guard let first = numbers.first, let year = first else { return nil }
        let month = numbers.count > 1 ? numbers[1] : nil
        let day = month != nil && numbers.count > 2 ? numbers[2] : nil
        guard let civil = CivilTime(year: year, month: month ?? 1, day: day ?? 1, hour: 0, minute: 0, second: 0, millisecond: 0) else {
            return nil
        }
        let instant = zone.instant(of: civil).0
        guard believable.contains(instant) else { return nil }
        return (instant, day != nil ? .day : month != nil ? .month : .year)
    }

    func read(_ value: RawValue, zone: Zone) -> Reading {
        guard value.isThere else { return .absent }
        guard let (instant, isDayOnly, fault) = instant(value, zone) else { return .unreadable }
        if instant.milliseconds == 0 || instant.milliseconds < -60_000_000_000_000 { return .noTime }
        guard Self.believable.contains(instant) else { return .unreadable }
        return .instant(instant, isDayOnly: isDayOnly, fault: fault)
    }

    private func instant(_ value: RawValue, _ zone: Zone) -> (Instant, Bool, Zone.Fault?)? {
        switch (self, value) {
        case (.epochMilliseconds, .integer(let value)): return (Instant(milliseconds: value), false, nil)
        case (.epochMilliseconds, .text(let bytes)):
            return RawValue.text(bytes).string.flatMap(Int64.init).map { (Instant(milliseconds: $0), false, nil) }
        case (.epochSeconds, .integer(let value)):
            let (milliseconds, isTooLarge) = value.multipliedReportingOverflow(by: 1_000)
            return isTooLarge ? nil : (Instant(milliseconds: milliseconds), false, nil)
        case (.epochSeconds, .number(let value)): return seconds(value)
        case (.epochSeconds, .text(let bytes)): return RawValue.text(bytes).string.flatMap(Double.init).flatMap(seconds)
        case (.iso8601, .text(let bytes)):
            if let milliseconds = ISOTime.milliseconds(bytes) { return (Instant(milliseconds: milliseconds), false, nil) }
            guard let parsed = ISOTime(bytes.trimmed), let offset = parsed.offset else { return nil }
            return (parsed.civil.asUTC.advanced(by: -offset), false, nil)
        case (.iso8601Local, .text(let bytes)):
            guard let parsed = ISOTime(bytes.trimmed) else { return nil }
            if let offset = parsed.offset { return (parsed.civil.asUTC.advanced(by: -offset), false, nil) }
            let (instant, fault) = zone.instant(of: parsed.civil)
            return (instant, parsed.isDateOnly, fault)
        case (.pattern(let pattern), .text(let bytes)):
            // A workbook gives its dates in ISO 8601, whatever its cells look like.
            guard let (civil, isDateOnly) = TimePattern.read(bytes.trimmed, pattern) else {
                return Self.iso8601Local.instant(.text(bytes), zone)
            }
            let (instant, fault) = zone.instant(of: civil)
            return (instant, isDateOnly, fault)
        default: return nil
        }
    }

    private func seconds(_ value: Double) -> (Instant, Bool, Zone.Fault?)? {
        guard abs(value) < 1e12 else { return nil }
        return (Instant(milliseconds: Int64((value * 1_000).rounded())), false, nil)
    }
}

/// A small time pattern: `yyyy yy MM M dd d HH H hh h mm ss SSS a`; everything else stands for itself.
enum TimePattern {
    static func read(_ text: UnsafeRawBufferPointer, _ pattern: String) -> (CivilTime, isDateOnly: Bool)? {
        var reader = DigitReader(text)
        var parts: [Character: Int] = [:]
        var isAfternoon: Bool?
        for (letter, count) in runs(of: pattern) {
            switch letter {
            case "y":
                guard let year = reader.number(count) else { return nil }
                parts["y"] = count == 2 ? 2_000 + year : year
            case "M" where count == 3:
                guard let month = month(&reader) else { return nil }
                parts["M"] = month
            case "M", "d", "H", "h", "m", "s":
                guard let value = reader.number(count == 1 ? 1...2 : 2...2) else { return nil }
                parts[letter] = value
            case "S":
                guard let value = reader.milliseconds() else { return nil }
                parts["S"] = value
            case "a":
                let isPM = reader.skip("P") || reader.skip("p")
                guard isPM || reader.skip("A") || reader.skip("a"), reader.skip("M") || reader.skip("m") else { return nil }
                isAfternoon = isPM
            default:
                for scalar in String(repeating: String(letter), count: count).unicodeScalars where !reader.skip(scalar) {
                    return nil
                }
            }
        }
        guard reader.isAtEnd, let hour = hour(parts, isAfternoon) else { return nil }
        let civil = CivilTime(
            year: parts["y"] ?? 0, month: parts["M"] ?? 0, day: parts["d"] ?? 0, hour: hour, minute: parts["m"] ?? 0,
            second: parts["s"] ?? 0, millisecond: parts["S"] ?? 0)
        return civil.map { ($0, parts["H"] == nil && parts["h"] == nil) }
    }

    /// Short names of months, English and French, as tools write them; the longer ones first.
    private static let months: [(name: String, month: Int)] = [
        ("janv", 1), ("févr", 2), ("fevr", 2), ("mars", 3), ("avr", 4), ("mai", 5), ("juin", 6), ("juil", 7), ("août", 8), ("aout", 8),
        ("sept", 9), ("déc", 12), ("jan", 1), ("feb", 2), ("fév", 2), ("mar", 3), ("apr", 4), ("may", 5), ("jun", 6), ("jul", 7),
        ("aug", 8), ("sep", 9), ("oct", 10), ("nov", 11), ("dec", 12),
    ]

    private static func month(_ reader: inout DigitReader) -> Int? {
        for (name, month) in months where reader.skip(word: name) {
            _ = reader.skip(".")
            return month
        }
        return nil
    }

    private static func hour(_ parts: [Character: Int], _ isAfternoon: Bool?) -> Int? {
        guard let isAfternoon else { return parts["H"] ?? 0 }
        guard let hour = parts["h"], (1...12).contains(hour) else { return nil }
        return hour % 12 + (isAfternoon ? 12 : 0)
    }

    private static func runs(of pattern: String) -> [(Character, Int)] {
        var runs: [(Character, Int)] = []
        for letter in pattern {
            if let last = runs.last, last.0 == letter { runs[runs.count - 1].1 += 1 } else { runs.append((letter, 1)) }
        }
        return runs
    }
}
