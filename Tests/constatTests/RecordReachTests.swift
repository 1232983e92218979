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
    private func health(seen: String, alerts: ClosedRange<Int>) throws -> [String: Report.Figure] {
        let folder = try TemporaryFolder()
        let tool = Tool(folder: folder.url.path)
        try folder.write(
            "log_source_id,tenant,title,criticality,expected,connected,last_event,silence_minutes\n"
                + "FW-1,acme,Firewall,high,yes,2026-01-01,\(seen),60\n", to: "sources.csv")
        let rows = alerts.map { "alert,A\($0),acme,x,high,open,2026-10-\($0)T08:00:00Z" }
        try folder.write((["kind,id,tenant,title,severity,status,raised"] + rows).joined(separator: "\n"), to: "alerts.csv")
        for file in ["sources.csv", "alerts.csv"] { #expect(try tool("import", file).code == 0) }
        let written = try tool(
            "report", "monthly", "--period", "2026-10", "--tenant", "acme", "--format", "json", "--as-of", "2026-12-01T00:00:00Z",
            "--output", "out")
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
}
