import ConstatControls
import ConstatModel
import ConstatTesting
import ConstatYAML
import Foundation
import Testing

/// The holidays of ten countries, against dates that their authorities publish.
struct HolidayTests {
    private let file: YAMLValue

    init() throws {
        file = try YAMLValue.parse(House.text(House.controls.appendingPathComponent("holidays.yaml")), file: "holidays.yaml")
    }

    @Test(arguments: [
        ("FR", 2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25"),
        ("FR", 2008, "01-01 03-24 05-01 05-08 05-12 07-14 08-15 11-01 11-11 12-25"),
        ("BE", 2026, "01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25"),
        ("LU", 2018, "01-01 04-02 05-01 05-10 05-21 06-23 08-15 11-01 12-25 12-26"),
        ("LU", 2026, "01-01 04-06 05-01 05-09 05-14 05-25 06-23 08-15 11-01 12-25 12-26"),
        ("DE", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26"),
        ("NL", 2025, "01-01 04-21 04-26 05-05 05-29 06-09 12-25 12-26"),
        ("ES", 2026, "01-01 01-06 04-03 05-01 08-15 10-12 11-01 12-06 12-08 12-25"),
        ("IT", 2026, "01-01 01-06 04-06 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26"),
        ("IE", 2026, "01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25 12-26"),
        ("IE", 2030, "01-01 02-01 03-17 04-22 05-06 06-03 08-05 10-28 12-25 12-26"),
        ("AT", 2026, "01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 10-26 11-01 12-08 12-25 12-26"),
        ("PT", 2026, "01-01 04-03 04-05 04-25 05-01 06-04 06-10 08-15 10-05 11-01 12-01 12-08 12-25"),
    ])
    func `the holidays of a year`(country: String, year: Int, dates: String) throws {
        let holidays = try Holidays(file, country: country)
        #expect(holidays.isKnown)
        #expect(holidays.dates(of: year) == dates.split(separator: " ").map { "\(year)-\($0)" })
    }

    @Test func `of a country that is not there nothing is known, and own days are holidays too`() throws {
        let unknown = try Holidays(file, country: "XX")
        #expect(!unknown.isKnown)
        #expect(unknown.dates(of: 2026).isEmpty)
        #expect(unknown.adding(["2026-12-24"]).dates(of: 2026) == ["2026-12-24"])
    }

    @Test func `a calendar is read with its holidays, own days and hours`() throws {
        let text = "{country: FR, closed: [2026-12-24], hours: {weekdays: 09:00-12:30 13:30-18:00, saturday: 09:00-12:00, friday: closed}}"
        let calendar = try BusinessCalendar(YAMLValue.parse(text, file: "c.yaml"), zone: .utc, holidays: file)
        func open(_ day: String) -> Int {
            let parts = day.split(separator: "-").compactMap { Int($0) }
            guard let civil = CivilTime(year: parts[0], month: parts[1], day: parts[2]) else { return -1 }
            return calendar.hours(of: civil).reduce(0) { $0 + $1.end - $1.start }
        }
        #expect(["2026-12-22", "2026-12-24", "2026-12-25", "2026-12-26", "2026-12-27"].map(open) == [480, 0, 0, 180, 0])
    }

    @Test(arguments: [
        ("{country: XX, hours: {daily: 09:00-18:00}}", "1:11 the holidays of XX are not known"),
        ("{hours: {weekdays: 18:00-09:00}}", "1:20 these are no hours"),
        ("{hours: {weekdays: 09:00-13:00 12:00-14:00}}", "1:20 these are no hours"),
        ("{hours: {mondays: 09:00-18:00}}", "1:10 mondays is not known here"), ("{country: FR}", "1:1 hours is missing here"),
        ("{closed: [24.12.2026], hours: {daily: 09:00-18:00}}", "1:11 this is no day"),
        ("{zone: Mars, hours: {daily: 09:00-18:00}}", "1:8 this time zone is not known"),
    ])
    func `a fault of a calendar has its place`(text: String, fault: String) throws {
        let error = #expect(throws: YAMLFault.self) {
            try BusinessCalendar(YAMLValue.parse(text, file: "c.yaml"), zone: .utc, holidays: file)
        }
        #expect(error.map { "\($0.place.line):\($0.place.column) \($0.problem)" } == fault)
    }
}
