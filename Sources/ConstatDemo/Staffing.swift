/// Who is at work, in the customers' offices and in the operations centre.
enum Staffing {
    case office, evening, night, weekend

    /// French public holidays that fall on a fixed day: month and day.
    private static let holidays = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)]

    init(at instant: Instant) { self.init(Paris.civil(at: instant)) }

    private init(_ civil: Civil) {
        let isHoliday = Self.holidays.contains { $0.0 == civil.month && $0.1 == civil.day }
        switch civil.hour {
        case _ where isHoliday || civil.weekday == 0 || civil.weekday == 6: self = .weekend
        case 8..<19: self = .office
        case 19..<22: self = .evening
        default: self = .night
        }
    }

    /// How much slower than in office hours a person answers.
    var slowness: Double {
        switch self {
        case .office: 0.82
        case .evening: 1.3
        case .night: 1.9
        case .weekend: 1.6
        }
    }

    /// How many alerts come, next to office hours; August is quiet, a phishing campaign is not.
    static func alertWeight(at instant: Instant) -> Double {
        let civil = Paris.civil(at: instant)
        let season = civil.month == 8 ? 0.8 : 1
        let campaign = (civil.month == 3 && 17...19 ~= civil.day) || (civil.month == 6 && 9...10 ~= civil.day) ? 1.7 : 1
        let hour =
            switch Staffing(civil) {
            case .office: 1.0
            case .evening: 0.55
            case .night: 0.3
            case .weekend: 8..<20 ~= civil.hour ? 0.38 : 0.24
            }
        return hour * season * campaign
    }

    static let heaviestWeight = 1.7

    /// Holidays slow the work down: August, and the last ten days of December.
    static func season(at instant: Instant) -> Double {
        let civil = Paris.civil(at: instant)
        return civil.month == 8 || (civil.month == 12 && civil.day > 21) ? 1.25 : 1
    }

    /// Instants of a year, oldest first, more of them where more people work.
    static func arrivals(_ count: Int, _ random: inout SplitMix64) -> [Instant] {
        var instants: [Instant] = []
        instants.reserveCapacity(count)
        while instants.count < count {
            let instant = Period.start + Int64(random.fraction() * Double(Period.end - Period.start))
            if random.fraction() * heaviestWeight < alertWeight(at: instant) { instants.append(instant) }
        }
        return instants.sorted()
    }
}
