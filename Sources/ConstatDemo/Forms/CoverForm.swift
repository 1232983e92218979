/// How a tenant is covered.
enum Roster {
    /// Day and night, on site.
    case threeShifts
    /// On site on working days, on call at night and on other days.
    case officeAndOnCall
    /// On site on working days, on call in the evening and on Saturday, not always.
    case officeHours
}

/// Who covers from when to when.
struct Cover: FormRow {
    var id = ""
    let starts: Instant
    let ends: Instant
    let people: Int
    var isOnCall = false

    static var form: Form<Cover> {
        Form(
            "cover",
            [
                ("cover_id", "id_permanence", { Phrase($0.id) }), ("starts", "debut", { .minute($0.starts) }),
                ("ends", "fin", { .minute($0.ends) }), ("people", "personnes", { .number($0.people) }),
                ("role", "role", { $0.isOnCall ? Phrase("on-call", "astreinte") : Phrase("on-site", "sur site") }),
            ])
    }

    /// A row a shift, from the night in which the year begins to the day of the exports.
    static func all(of tenant: FormTenant) -> [Cover] {
        var random = tenant.random("cover")
        let days = LocalDay.days(from: .ofYear(-1), through: LocalDay(of: Period.export))
        let rows = days.flatMap { shifts(on: $0, tenant.roster, &random) }
        return tenant.numbered(rows, "COV", width: 4)
    }

    private static func shifts(on day: LocalDay, _ roster: Roster, _ random: inout SplitMix64) -> [Cover] {
        switch roster {
        case .threeShifts: [shift(day, 6, 14, random.between(2...3)), shift(day, 14, 22, 2), shift(day, 22, 30, random.between(1...2))]
        case .officeAndOnCall: officeAndOnCall(day, &random)
        case .officeHours: officeHours(day, &random)
        }
    }

    /// A night in fifty, and a free day in fifty, nobody was found.
    private static func officeAndOnCall(_ day: LocalDay, _ random: inout SplitMix64) -> [Cover] {
        let daytime = day.isWorked ? shift(day, 8, 19, random.between(2...4)) : onCall(day, 8, 19, unless: random.chance(0.02))
        return [daytime, onCall(day, 19, 32, unless: random.chance(0.02))].compactMap { $0 }
    }

    private static func officeHours(_ day: LocalDay, _ random: inout SplitMix64) -> [Cover] {
        let isMissed = random.chance(0.16)
        if day.isWorked { return [shift(day, 9, 18, random.between(2...3)), onCall(day, 18, 22, unless: isMissed)].compactMap { $0 } }
        let isSaturday = Paris.civil(at: day.at(12)).weekday == 6
        return [onCall(day, 9, 13, unless: isMissed || !isSaturday)].compactMap { $0 }
    }

    private static func shift(_ day: LocalDay, _ from: Int, _ to: Int, _ people: Int) -> Cover {
        Cover(starts: day.at(from), ends: day.at(to), people: people)
    }

    private static func onCall(_ day: LocalDay, _ from: Int, _ to: Int, unless isMissed: Bool) -> Cover? {
        isMissed ? nil : Cover(starts: day.at(from), ends: day.at(to), people: 1, isOnCall: true)
    }
}
