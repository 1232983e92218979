import ConstatTesting
import Foundation
import Testing

/// A report does not speak of times that no import reaches.
struct RecordReachTests {
    private struct Report: Decodable {
        struct Figure: Decodable {
            struct Period: Decodable { let name: String }
            let metric: String
            let period: Period
            let isMeasurable: Bool
            let n: Int
            let numerator: Int?
        }
        let figures: [Figure]
    }

    /// How the state of log sources stands in a report of October, by month.
    ///
    /// - Parameters:
    ///   - seen: when the one log source was last heard of.
    ///   - alerts: days of October on which there were alerts.
    private func health(seen: String, alerts: ClosedRange<Int>, asOf: String = "2026-12-01T00:00:00Z") throws -> [String: Report.Figure] {
        let folder = try TemporaryFolder()
        let tool = Tool(folder: folder.url.path)
        try folder.write(
            "log_source_id,tenant,title,criticality,expected,connected,last_event,silence_minutes\n"
                + "FW-1,acme,Firewall,high,yes,2026-01-01,\(seen),60\n", to: "sources.csv")
        let rows = alerts.map { "alert,A\($0),acme,x,high,open,2026-10-\($0)T08:00:00Z" }
        try folder.write((["kind,id,tenant,title,severity,status,raised"] + rows).joined(separator: "\n"), to: "alerts.csv")
        for file in ["sources.csv", "alerts.csv"] { #expect(try tool("import", file).code == 0) }
        let written = try tool(
            "report", "monthly", "--period", "2026-10", "--tenant", "acme", "--format", "json", "--as-of", asOf, "--output",
            "out")
        #expect(written.code == 0, "\(written.error)")
        let path = written.output.trimmingCharacters(in: .whitespacesAndNewlines)
        let report = try JSONDecoder().decode(Report.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        let found = report.figures.filter { $0.metric == "log-sources-reporting" }
        return Dictionary(found.map { ($0.period.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    @Test func `silence while other records go on is silence`() throws {
        let now = try health(seen: "2026-10-12T08:00:00Z", alerts: 10...31)["2026-10"]
        #expect(now?.isMeasurable == true && now?.n == 1 && now?.numerator == 0)
    }

    @Test func `where all records end, nothing is known of what comes later`() throws {
        #expect(try health(seen: "2026-10-12T08:00:00Z", alerts: 10...12)["2026-10"]?.isMeasurable == false)
    }

    @Test func `a month in which no source was heard of at all has no state of them`() throws {
        let months = try health(seen: "2026-09-12T08:00:00Z", alerts: 10...31)
        #expect(months["2026-10"]?.isMeasurable == false)
    }

    @Test func `a month that still runs is known as far as it has gone`() throws {
        let now = try health(seen: "2026-10-12T08:00:00Z", alerts: 10...12, asOf: "2026-10-12T08:30:00Z")["2026-10"]
        #expect(now?.isMeasurable == true && now?.numerator == 1)
    }

    /// Whether the number of alerts is known, and what it is.
    private func volume(_ tool: Tool, _ period: String) throws -> (isKnown: Bool, n: Int?) {
        let json = try tool(
            "metrics", "--period", period, "--metric", "alert-volume", "--format", "json", "--as-of", "2026-12-31T00:00:00Z")
        struct Measured: Decodable { let measurements: [Figure] }
        struct Figure: Decodable {
            let isMeasurable: Bool
            let n: Int
        }
        let figure = try JSONDecoder().decode(Measured.self, from: Data(json.output.utf8)).measurements.first
        return (figure?.isMeasurable == true, figure?.n)
    }

    @Test func `a month without records is zero where an import shows it, and unknown elsewhere`() throws {
        let folder = try TemporaryFolder()
        let tool = Tool(folder: folder.url.path)
        let rows = (1...9).map { "alert,A\($0),acme,x,high,open,2026-09-0\($0)T08:00:00Z" }
        try folder.write((["kind,id,tenant,title,severity,status,raised"] + rows).joined(separator: "\n"), to: "alerts.csv")
        #expect(try tool("import", "alerts.csv", "--as-of", "2026-10-01T08:00:00Z").code == 0)
        #expect(try volume(tool, "2026-09") == (true, 9))
        #expect(try !volume(tool, "2026-10").isKnown && !volume(tool, "2026-08").isKnown)
        try folder.write("kind,id,tenant,title,severity,status,raised\n", to: "none.csv")
        let nothing = try tool("import", "none.csv", "--profile", "constat-alert-csv", "--as-of", "2026-11-01T08:00:00Z")
        #expect(nothing.code == 0)
        #expect(try volume(tool, "2026-10") == (true, 0) && !volume(tool, "2026-11").isKnown)
    }
}
