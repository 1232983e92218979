/// The manners in which the imitated tools write instants.
enum TimeText {
    /// `2026-03-02T10:00:00.123Z`
    static func iso(_ instant: Instant) -> String { stamp(Civil(utc: instant), zone: "Z") }

    /// `2026-03-02T11:00:00.123+0100`: local time with its offset, as Wazuh writes it.
    static func local(_ instant: Instant) -> String {
        stamp(Paris.civil(at: instant), zone: Paris.offset(at: instant) == .hour ? "+0100" : "+0200")
    }

    /// `2026-03-02T10:00:00.123456`: UTC that does not say so, as DFIR-IRIS writes it.
    static func bare(_ instant: Instant, microseconds: Int) -> String {
        var bytes = Array(stamp(Civil(utc: instant), zone: "").utf8)
        digits(microseconds, 3, &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `2026-03-02`, the day in UTC.
    static func day(_ instant: Instant) -> String { String(iso(instant).prefix(10)) }

    /// `3/2/2026, 10:00:00.123 AM`: UTC in the manner of the Azure portal.
    static func portal(_ instant: Instant) -> String {
        let civil = Civil(utc: instant)
        var bytes: [UInt8] = []
        bytes.append(contentsOf: "\(civil.month)/\(civil.day)/\(civil.year), \((civil.hour + 11) % 12 + 1):".utf8)
        digits(civil.minute, 2, &bytes)
        bytes.append(UInt8(ascii: ":"))
        digits(civil.second, 2, &bytes)
        bytes.append(UInt8(ascii: "."))
        digits(civil.millisecond, 3, &bytes)
        bytes.append(contentsOf: (civil.hour < 12 ? " AM" : " PM").utf8)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func stamp(_ civil: Civil, zone: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(28)
        digits(civil.year, 4, &bytes)
        for (mark, value) in [
            (UInt8(ascii: "-"), civil.month), (UInt8(ascii: "-"), civil.day), (UInt8(ascii: "T"), civil.hour),
            (UInt8(ascii: ":"), civil.minute), (UInt8(ascii: ":"), civil.second),
        ] {
            bytes.append(mark)
            digits(value, 2, &bytes)
        }
        bytes.append(UInt8(ascii: "."))
        digits(civil.millisecond, 3, &bytes)
        bytes.append(contentsOf: zone.utf8)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A number with leading zeros to a width.
    static func digits(_ number: Int, _ width: Int, _ bytes: inout [UInt8]) {
        var unit = 1
        for _ in 1..<width { unit *= 10 }
        while unit > 0 {
            bytes.append(UInt8(48 + number / unit % 10))
            unit /= 10
        }
    }

    static func padded(_ number: Int, _ width: Int) -> String {
        var bytes: [UInt8] = []
        digits(number, width, &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
