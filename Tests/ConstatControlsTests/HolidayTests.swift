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
}
