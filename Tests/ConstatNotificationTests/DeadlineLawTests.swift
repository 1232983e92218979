import ConstatControls
import ConstatModel
import ConstatTesting
import Testing

@testable import ConstatNotification

/// The deadline engine against a second one that counts one step at a time: random instants, zones, holidays and entities.
struct DeadlineLawTests {
    private static let zones = ["Europe/Paris", "Europe/Dublin", "Atlantic/Reykjavik", "Europe/Helsinki", "Atlantic/Azores", "UTC"]
    private let law: Law

    init() throws { law = try Law.shared.get() }

    /// Counts in the plainest way there is.
    private struct Slow {
        let zone: Zone
        let isHoliday: (CivilTime) -> Bool

        private func isWorking(_ day: CivilTime) -> Bool { day.weekday != 0 && day.weekday != 6 && !isHoliday(day) }

        func hours(_ count: Int, after anchor: Instant) -> Instant {
            var instant = anchor
            for _ in 0..<count { instant = instant.advanced(by: 60 * 60 * 1_000) }
            return instant
        }

        /// Goes on day by day until the month has changed so often, and back when the day does not exist.
        func months(_ count: Int, after anchor: Instant) -> CivilTime {
            let start = zone.civil(at: anchor)
            var (year, month) = (start.year, start.month)
            for _ in 0..<count { (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1) }
            for day in stride(from: start.day, through: 1, by: -1) {
                if let found = CivilTime(
                    year: year, month: month, day: day, hour: start.hour, minute: start.minute, second: start.second,
                    millisecond: start.millisecond)
                {
                    return found
                }
            }
            return start
        }

        func endOfDay(_ day: CivilTime) -> Instant {
            var end = day
            (end.hour, end.minute, end.second, end.millisecond) = (23, 59, 59, 0)
            return zone.instant(of: end).instant
        }

        func nextWorking(_ day: CivilTime) -> CivilTime {
            var day = day
            while !isWorking(day) { day = CivilTime(utc: day.asUTC.advanced(by: Instant.day)) }
            return day
        }

        /// Noon of the next working day; nil on a working day.
        func eased(_ due: Instant) -> Instant? {
            let day = zone.civil(at: due)
            if isWorking(day) { return nil }
            var noon = nextWorking(day)
            (noon.hour, noon.minute, noon.second, noon.millisecond) = (12, 0, 0, 0)
            return zone.instant(of: noon).instant
        }

        /// Regulation 1182/71: the hour of the event is not counted.
        func latest(_ count: Int, after anchor: Instant) -> Instant {
            var hour = anchor.milliseconds
            repeat { hour += 1 } while hour % Instant.hour != 0
            return Instant(milliseconds: hour + Int64(count) * Instant.hour)
        }
    }

    @Test(arguments: 0..<60)
    func `every deadline is what counting step by step gives`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let zone = try #require(Zone(Self.zones[Int.random(in: 0..<Self.zones.count, using: &random)]))
        var holidays: Set<String> = []
        for _ in 0..<12 {
            let (month, day) = (Int.random(in: 1...12, using: &random), Int.random(in: 1...28, using: &random))
            holidays.insert("2026-\(Self.two(month))-\(Self.two(day))")
        }
        let known = Holidays([], dates: holidays, isKnown: true)
        let slow = Slow(zone: zone, isHoliday: known.contains)
        let isExempt = Int.random(in: 0..<2, using: &random) == 0
        let clockwork = Clockwork(
            zone: zone, workingDays: WorkingDays(known),
            entityType: isExempt ? "credit_institution" : "insurance_and_reinsurance_undertaking", nis2Class: "none")
        let start = Instant.at("2026-01-01T00:00:00Z")
        for _ in 0..<20 {
            let aware = start.advanced(by: Int64(Int.random(in: 0..<365 * 24 * 3_600, using: &random)) * 1_000)
            let classified = aware.advanced(by: Int64(Int.random(in: 0..<48 * 3_600, using: &random)) * 1_000)
            let facts = try facts(aware, classified)
            let sent = Submission(of: facts.record, regime: "dora", stage: "initial", at: classified)
            let last = Submission(of: facts.record, regime: "dora", stage: "intermediate", at: classified)
            let dora = try #require(law.regime("dora"))
            let nis2 = try #require(law.regime("nis2"))
            func deadline(_ regime: Regime, _ stage: String, _ submissions: [Submission] = []) throws -> Deadline {
                let stage = try #require(regime.stage(stage))
                return try #require(clockwork.deadline(of: stage, facts, submissions))
            }
            let isLate = classified > slow.hours(24, after: aware)
            let cap = isLate ? slow.hours(4, after: classified) : min(slow.hours(4, after: classified), slow.hours(24, after: aware))
            let initial = try deadline(dora, "initial")
            #expect(initial.due == cap)
            #expect(initial.eased == (isExempt ? nil : slow.eased(cap)))
            #expect(try deadline(dora, "intermediate", [sent]).due == slow.hours(72, after: classified))
            let month = zone.instant(of: slow.months(1, after: classified)).instant
            let final = try deadline(dora, "final", [last])
            #expect(final.due == month)
            #expect(final.eased == slow.eased(month))
            let warning = try deadline(nis2, "early-warning")
            #expect(warning.due == slow.hours(24, after: aware))
            #expect(warning.legalLatest == slow.latest(24, after: aware))
            let notified = Submission(of: facts.record, regime: "nis2", stage: "incident-notification", at: classified)
            let report = try deadline(nis2, "final-report", [notified])
            let day = slow.months(1, after: classified)
            #expect(report.due == slow.endOfDay(day))
            #expect(report.legalLatest == slow.endOfDay(slow.nextWorking(day)))
            #expect(try #require(report.legalLatest) >= report.due)
        }
    }

    private func facts(_ aware: Instant, _ classified: Instant) throws -> CaseFacts {
        let statements = ["aware": aware, "classified": classified].mapValues {
            Fact(.time(Stamp($0)), origin: .person(source: nil, at: nil))
        }
        return CaseFacts(
            Record(kind: .case, source: "s", tenant: "t", native: "1"), entity: [:], law.catalogue, statements: statements)
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
