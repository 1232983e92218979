import ConstatModel
import ConstatTesting
import ConstatYAML
import Foundation
import Testing

@testable import ConstatImport

struct FormatTests {
    private let folder: TemporaryFolder
    private let library: ProfileLibrary

    init() throws {
        folder = try TemporaryFolder()
        library = try ProfileLibrary(folders: [House.profiles])
    }

    /// A profile of alerts that is recognised and has fields as these lines say.
    private func made(_ lines: String) throws -> ProfileLibrary {
        let head = "source: made-up\nkind: alert\ntitle: Made-up\nversion: 1\nzone: UTC\nmilestones: {raised: {from: /at, as: iso8601}}\n"
        return ProfileLibrary(profiles: [try Profile(yaml: head + lines, name: "made-up", file: "made-up.yaml")])
    }

    private func alert(_ id: Int) -> String {
        #"{"kind":"alert","id":"\#(id)","raised":"2026-10-01T00:00:00Z","title":"a \"quoted\" {title} [\#(id)] \\"}"#
    }

    /// The same records, however they lie in the file.
    @Test func `lines, an array, and objects one after another give the same records`() throws {
        let alerts = (1...50).map(alert)
        let shapes = [
            alerts.joined(separator: "\n"), "[" + alerts.joined(separator: ",") + "]",
            "\u{FEFF}[\n" + alerts.joined(separator: " ,\r\n ") + "\n]\n",
            alerts.map { $0.replacing(",\"", with: ",\n  \"") }.joined(separator: "\n\n"),
        ]
        let readings = try shapes.map { try Reading(folder.write($0, to: "shape"), library).records }
        #expect(readings[0].count == 50)
        #expect(Set(readings).count == 1)
    }

    @Test func `pages one after another are all read, bare or in envelopes, one a line or not`() throws {
        let pages = (0..<3).map { page in (1...10).map { alert(page * 10 + $0) }.joined(separator: ",") }
        let incident =
            #"{"name":"x","type":"Microsoft.SecurityInsights/Incidents","properties":{"incidentNumber":1,"createdTimeUtc":"2026-10-01T00:00:00Z"}}"#
        let envelopes = (1...3).map { page in
            #"{"nextLink":"p","value":["# + (1...5).map { incident.replacing("\"x\"", with: "\"\(page)-\($0)\"") }.joined(separator: ",")
                + #"],"count":{"n":[5]}}"#
        }
        let bare = try Reading(folder.write(pages.map { "[\($0)]" }.joined(separator: "\n"), to: "bare"), library)
        #expect(bare.records.count == 30)
        for separator in ["\n", "", "\n\n"] {
            let wrapped = try Reading(folder.write(envelopes.joined(separator: separator), to: "wrapped"), library)
            #expect(wrapped.records.count == 15)
        }
    }

    @Test(arguments: [("{\"page\":{\"rows\":[", "]}}"), ("[{\"own\":[", "]}]"), ("{\"a\":1,\"hits\":{\"total\":2,\"found\":[", "]}}")])
    func `records lie in an array that no profile knows of`(before: String, after: String) throws {
        let reading = try Reading(folder.write(before + alert(1) + "," + alert(2) + after, to: "a.json"), library)
        #expect(reading.records.map(\.native) == ["1", "2"])
    }

    @Test func `records in two arrays are not passed over`() throws {
        let path = try folder.write("{\"page\":[\(alert(1))],\"own\":[\(alert(2))]}", to: "a.json")
        #expect(throws: ImportError.severalPlaces(file: "a.json", places: ["/own", "/page"])) { try Reading(path, library) }
    }

    @Test func `an envelope with an item a line is no file of lines`() throws {
        let sentinel = try Data(contentsOf: House.fixture("sentinel-incident/export.json"))
        let envelope = try #require(try JSONSerialization.jsonObject(with: sentinel) as? [String: Any])
        let items = try #require(envelope["value"] as? [Any])
        let lines = try items.map { String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self) }
        let text = "{\"value\":[\n" + lines.prefix(3).joined(separator: ",\n") + "\n]}\n"
        let reading = try Reading(folder.write(text, to: "a.json"), library)
        #expect(reading.records.count + reading.refused.count == 3)
        #expect(reading.refused.allSatisfy { $0.reason != .notJSON })
    }

    @Test func `an id that is an object is none, and the name of a member can be one`() throws {
        let made = try made("recognise: {has: [/rows]}\neach: /rows\nfields: {id: \"@key\", title: /title}")
        let rows = #"{"rows":{"a":{"at":"2026-10-01T00:00:00Z"},"b":{"at":"2026-10-02T00:00:00Z"}}}"#
        #expect(try Reading(folder.write(rows, to: "a.json"), made).records.map(\.native) == ["a", "b"])
        let objects = #"{"kind":"alert","id":{"$oid":"65"},"raised":"2026-10-01T00:00:00Z"}"# + "\n" + alert(2)
        let reading = try Reading(folder.write(objects, to: "b.json"), library)
        #expect(reading.refused.map(\.reason) == [.missingIdentifier])
        #expect(reading.records.map(\.native) == ["2"])
    }

    @Test func `an expression that would never come to an end is given up, and a text too long for it holds no match`() throws {
        let library = try made("recognise: {has: [/id]}\nfields: {id: /id, title: {from: /title, match: '^(a+)+$'}}")
        func row(_ title: String) -> String { "{\"id\":\"1\",\"at\":\"2026-10-01T00:00:00Z\",\"title\":\"\(title)\"}" }
        let endless = try folder.write(row(String(repeating: "a", count: 60) + "b"), to: "a.json")
        #expect(try Reading(endless, library).records.map(\.title) == [nil])
        let long = try folder.write(row(String(repeating: "a", count: 5_000)), to: "b.json")
        #expect(try Reading(long, library).records.map(\.title) == [nil])
    }

    @Test func `a profile for another format is refused`() throws {
        let path = try folder.write(alert(1), to: "a.json")
        let csv = try #require(library.profiles.first { $0.name == "constat-alert-csv" })
        #expect(throws: ImportError.wrongFormat(file: "a.json", profile: csv.name, format: "csv")) {
            try Reading(path, library) { $0.profile = csv }
        }
    }

    @Test func `what follows the records is read or refused, never passed over`() throws {
        for text in ["[\(alert(1))] garbage", "[\(alert(1))]]", "\(alert(1))\n  ]", "[\(alert(1))},\(alert(2))]"] {
            #expect(throws: ImportError.self, "\(text)") {
                let reading = try Reading(folder.write(text, to: "tail"), library)
                if !reading.refused.isEmpty { throw ImportError.noRecords(file: "refused instead") }
            }
        }
    }

    @Test func `a quote inside a cell is text`() throws {
        let text =
            "kind,id,raised,title\nalert,1,2026-10-01T00:00:00Z,5\" disk full\nalert,2,2026-10-01T00:00:00Z,plain\nalert,3,2026-10-01T00:00:00Z,19\" rack\n"
        #expect(try Reading(folder.write(text, to: "a.csv"), library).records.map(\.title) == ["5\" disk full", "plain", "19\" rack"])
    }

    @Test func `an id above the largest signed number keeps each digit`() throws {
        let line = #"{"kind":"alert","id":18446744073709551615,"raised":"2026-10-01T00:00:00Z"}"#
        #expect(try Reading(folder.write(line, to: "a"), library).records.map(\.native) == ["18446744073709551615"])
    }

    @Test func `a record that is open is not closed, whatever date it keeps`() throws {
        let line =
            #"{"kind":"case","id":"1","raised":"2026-10-01T00:00:00Z","severity":"low","status":"in-progress","last_closed":"2026-10-02T00:00:00Z"}"#
        let reading = try Reading(folder.write(line, to: "a"), library)
        #expect(reading.records.first?.milestones[.lastClosed] == nil)
        #expect(reading.records.first?.milestones[.firstClosed] != nil)
        #expect(reading.remarks == ["closedWhileOpen lastClosed": 1])
    }

    @Test(arguments: [",", ";", "\t"])
    func `CSV with any separator, quotes, line ends in cells and CRLF`(separator: String) throws {
        let rows = [
            ["kind", "id", "raised", "title"], ["alert", "1", "2026-10-01T00:00:00Z", "\"one \"\"two\"\"\r\nthree\""],
            ["alert", "2", "2026-10-01T00:00:00Z", ""],
        ]
        let text = "\u{FEFF}" + rows.map { $0.joined(separator: separator) }.joined(separator: "\r\n") + "\r\n"
        let reading = try Reading(folder.write(text, to: "a.csv"), library)
        #expect(reading.records.map(\.title) == ["one \"two\"\r\nthree", nil])
    }

    @Test(arguments: ["\r", "\n", "\r\n"], ["\r", "\n", "\r\n"])
    func `rows end with CR, LF or both, also in one file, and none of them ends a cell in quotes`(one: String, other: String) throws {
        let text =
            "kind,id,raised,title" + one + "alert,1,2026-10-01T00:00:00Z,\"a\nb\"" + one + "alert,2,2026-10-01T00:00:00Z,c" + other
            + "alert,3,2026-10-01T00:00:00Z,\"d\re\"" + other + "alert,4,2026-10-01T00:00:00Z,f"
        let reading = try Reading(folder.write(text, to: "a.csv"), library)
        #expect(reading.records.map(\.title) == ["a\nb", "c", "d\re", "f"])
    }

    @Test func `a first line that names the separator is no row`() throws {
        let text = "sep=;\r\nkind;id;raised;title\r\nalert;1;2026-10-01T00:00:00Z;a, b\r\nalert;2\r\n"
        let reading = try Reading(folder.write(text, to: "a.csv"), library)
        #expect(reading.records.map(\.title) == ["a, b"])
        #expect(reading.refused.map(\.row) == [4])
    }

    @Test func `a table without rows is an export of nothing, not an unknown one`() throws {
        let name = "Tests/ConstatImportTests/Fixtures/glpi-ticket-csv-en/export.csv"
        let header = try #require(String(contentsOf: House.root.appendingPathComponent(name), encoding: .utf8).split(separator: "\n").first)
        let reading = try Reading(folder.write(header + "\n", to: "a.csv"), library)
        #expect(reading.profile == "glpi-ticket-csv-en")
        #expect(reading.records.isEmpty && reading.refused.isEmpty)
    }

    @Test func `a row of a CSV with another number of columns is refused at its line`() throws {
        let reading = try Reading(
            folder.write("kind,id,raised\nalert,1,2026-10-01T00:00:00Z\nalert,2\nalert,3,2026-10-01T00:00:00Z\n", to: "a.csv"), library)
        #expect(reading.refused.map(\.row) == [3])
        #expect(reading.refused.map(\.reason) == [.wrongColumnCount])
    }

    @Test func `a value that nobody mapped is left empty and remarked`() throws {
        let line = #"{"kind":"alert","id":"1","raised":"2026-10-01T00:00:00Z","severity":"apocalyptic"}"#
        let reading = try Reading(folder.write(line, to: "a"), library)
        #expect(reading.records.first?.severity == nil)
        #expect(reading.remarks == ["unknownValue severity": 1])
    }

    @Test func `the tenant of the command line counts, and a difference is told`() throws {
        let line = #"{"kind":"alert","id":"1","severity":"low","raised":"2026-10-01T00:00:00Z","tenant":"b"}"#
        let reading = try Reading(folder.write(line, to: "a"), library) { $0.tenant = "c" }
        #expect(reading.records.first?.tenant == "c")
        #expect(reading.remarks == ["tenantOverridden tenant": 1])
    }

    @Test(arguments: [
        ("M/d/yyyy, h:mm:ss.SSS a", "10/15/2026, 9:12:44.123 AM", "2026-10-15T09:12:44.123Z"),
        ("M/d/yyyy, h:mm:ss.SSS a", "1/5/2026, 12:00:00.000 AM", "2026-01-05T00:00:00Z"),
        ("M/d/yyyy, h:mm:ss.SSS a", "1/5/2026, 12:30:00.500 PM", "2026-01-05T12:30:00.500Z"),
        ("dd/MM/yyyy HH:mm", "29/02/2024 01:16", "2024-02-29T01:16:00Z"), ("d/M/yyyy HH:mm", "9/2/2016 01:16", "2016-02-09T01:16:00Z"),
    ])
    func `times in a pattern`(pattern: String, text: String, iso: String) throws {
        var copy = text
        let read = copy.withUTF8 { bytes in
            TimeFormat.pattern(pattern).read(.text(UnsafeRawBufferPointer(bytes)), zone: .utc)
        }
        guard case .instant(let instant, false, nil) = read else { Issue.record("not read"); return }
        #expect(instant.iso == iso)
    }

    @Test(arguments: ["0", "-62135596800000"])
    func `a tool's way of writing no time is no time`(text: String) throws {
        let number = try #require(Int64(text))
        guard case .noTime = TimeFormat.epochMilliseconds.read(.integer(number), zone: .utc) else { Issue.record("read"); return }
    }

    @Test(arguments: ["T1059 and T1059.001", "attack.t1059.001", "T1012 - Query Registry", "xT1059 T10590 CST0023"])
    func `technique ids are found in any text`(text: String) {
        let wanted = [
            "T1059 and T1059.001": ["T1059", "T1059.001"], "attack.t1059.001": ["T1059.001"], "T1012 - Query Registry": ["T1012"],
        ]
        #expect(TechniqueID.all(in: text) == wanted[text, default: []])
    }
}

struct ProfileFaultTests {
    private let good = """
        source: mine
        kind: alert
        title: Mine
        version: 1
        recognise: {has: [/a]}
        zone: UTC
        fields:
          id: /a
        milestones:
          raised: {from: /b, as: iso8601}
        """

    private func fault(_ yaml: String) -> String? {
        do {
            _ = try Profile(yaml: yaml, name: "mine", file: "mine.yaml")
            return nil
        } catch { return "\(error.place.line):\(error.place.column) \(error.problem)" }
    }

    @Test func `a good profile has no fault`() { #expect(fault(good) == nil) }

    @Test(arguments: [
        ("kind: alert", "kind: thing", "2:7 this is no kind of record"),
        ("zone: UTC", "zone: Mars/Base", "6:7 this time zone is not known"),
        ("id: /a", "ident: /a", "8:3 ident is not known here"),
        ("as: iso8601", "as: roman", "10:26 this way of writing times is not known"),
        ("  raised:", "  rised:", "10:3 rised is not known here"), ("title: Mine\n", "", "1:1 title is missing here"),
        ("id: /a", "id: /a\n  severity: {from: /s, map: {1: awful}}", "9:29 awful is no severity"),
        ("id: /a", "id: a", "8:7 this is no path"), ("id: /a", "id: ^/a", "8:7 there is no level so far out"),
        ("kind: alert", "kind: alert\nformat: csv", "6:19 this is no column"),
        ("kind: alert", "kind: alert\nencoding: latin-99", "3:11 nobody knows this encoding"),
        ("id: /a", "id: /a\n  title: {from: /t, map: {a: b}}", "9:26 title is kept as it stands"),
        ("id: /a", "id: {from: /a, match: '(a+'}", "8:25 this is no regular expression"),
        ("title: Mine", "title: Mine\nfacts: {x: {from: /x, as: iso8601}}", "4:23 as is not known here"),
        ("id: /a", "id: /a\n  severity: {from: /s, map: {3..1: low}}", "9:29 the range 3..1 is empty, or overlaps another"),
        ("id: /a", "id: /a\n  severity: {from: /s, map: {1..3: low, 3..4: high}}", "9:29 the range 3..4 is empty, or overlaps another"),
        ("zone: UTC", "zone: UTC\nderive: {contained: {last: status, to: ['a|b']}}", "7:40 a value here cannot hold a line end or |"),
        ("as: iso8601", "as: \"dd/MM/yyyy hh:mm\"", "10:26 this way of writing times is not known"),
    ])
    func `a fault is named with line and column`(part: String, wrong: String, words: String) {
        #expect(fault(good.replacing(part, with: wrong)) == words)
    }
}

struct NumberTextTests {
    @Test(arguments: [
        ("84 000,50 €", ",", "84000.50"), ("84.000,50", ",", "84000.50"), ("1,5", ",", "1.5"), ("-3", ",", "-3"),
        ("84,000.50", ".", "84000.50"), ("1 200", ".", "1200"), ("EUR 12", ".", "12"), ("1\u{202F}200,5", ",", "1200.5"),
    ])
    func `a number is read with the decimal mark of its profile`(text: String, mark: String, plain: String) {
        #expect(NumberText.plain(text, decimalMark: Character(mark)) == plain)
    }

    @Test(arguments: [("84000,50", "."), ("1.5", ","), ("many", "."), ("", "."), ("1-2", "."), ("12 345 67,8,9", ",")])
    func `what may be two numbers is none`(text: String, mark: String) {
        #expect(NumberText.plain(text, decimalMark: Character(mark)) == nil)
    }
}
