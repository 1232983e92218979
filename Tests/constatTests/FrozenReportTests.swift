import ArgumentParser
import ConstatModel
import ConstatStore
import ConstatTesting
import Foundation
import Testing

@testable import constat

/// Reports and lists of restatements after a month was fixed and something came late.
struct FrozenReportTests {
    private let folder: TemporaryFolder
    private let tool: Tool

    /// Two tenants with alerts of October that is frozen; one of them gets more of them later.
    init() throws {
        folder = try TemporaryFolder()
        tool = Tool(folder: folder.url.path)
        try folder.write(Self.alerts(1...9, "acme") + Self.alerts(1...7, "beta"), to: "a.csv")
        try folder.write(Self.alerts(10...14, "acme"), to: "b.csv")
        for words in [["import", "a.csv"], ["freeze", "2026-10"], ["import", "b.csv"]] { #expect(try run(words).code == 0) }
    }

    private static let head = "kind,id,tenant,title,severity,status,verdict,raised,acknowledged\n"

    private static func alerts(_ numbers: ClosedRange<Int>, _ tenant: String) -> String {
        let rows = numbers.map { number in
            let day = "2026-10-\(number + 10)T"
            return "alert,\(tenant)-\(number),\(tenant),Title,high,closed,false-positive,\(day)08:00:00Z,\(day)08:\(number + 10):00Z"
        }
        return (tenant == "beta" ? "" : head) + rows.joined(separator: "\n") + "\n"
    }

    private func run(_ words: [String]) throws -> Tool.Result { try tool.run(words + ["--as-of", "2026-11-03T08:00:00Z"]) }

    private func report(_ tenant: String, _ asOf: String = "2026-11-03T08:00:00Z") throws -> [String: Any] {
        let result = try tool.run([
            "report", "monthly", "--period", "2026-10", "--tenant", tenant, "--format", "json", "--output", "out", "--as-of", asOf,
        ])
        #expect(result.code == 0, "\(result.error)")
        let path = result.output.trimmingCharacters(in: .whitespacesAndNewlines)
        return try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path))) as? [String: Any])
    }

    private func volume(_ report: [String: Any]) -> Int? {
        let figures = report["figures"] as? [[String: Any]] ?? []
        let found = figures.first { figure in
            figure["metric"] as? String == "alert-volume" && (figure["period"] as? [String: Any])?["name"] as? String == "2026-10"
                && (figure["group"] as? [String: Any])?.isEmpty == true
        }
        return found?["n"] as? Int
    }

    @Test func `a frozen month keeps its figures, and tells which would be others`() throws {
        let report = try report("acme")
        #expect(volume(report) == 9 && (report["frozenAt"] as? String)?.hasPrefix("2026-11-03T08:00:00") == true)
        let restated = (report["restatements"] as? [[String: Any]] ?? []).compactMap { $0["metric"] as? String }
        #expect(restated.contains("alert-volume"))
        #expect((try self.report("beta")["restatements"] as? [Any])?.isEmpty == true)
    }

    @Test func `what was fixed later does not count for an earlier instant`() throws {
        let report = try report("acme", "2026-10-16T00:00:00Z")
        #expect(volume(report) == 5 && report["frozenAt"] == nil)
    }

    @Test func `restatements of many tenants are those of each alone`() throws {
        let place = try WorkspaceOptions.parse([
            "--store", folder.path("constat.sqlite"), "--as-of", "2026-11-03T08:00:00Z", "--resources", House.resources(in: folder),
        ])
        let restating = try place.reportMaking("monthly").restating
        let together = try restating.restatements(ofEach: [nil, "acme", "beta"])
        #expect(together["acme"]?.isEmpty == false)
        for tenant in [nil, "acme", "beta"] { #expect(try together[tenant] ?? [] == restating.restatements(tenant: tenant)) }
    }

    @Test func `every format has the same bytes when another process writes it`() throws {
        for output in ["one", "two"] {
            let words = ["report", "monthly", "--period", "2026-10", "--tenant", "acme", "--format", "html,md,json,csv,xlsx"]
            #expect(try run(words + ["--output", output]).code == 0)
        }
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path("one")).sorted()
        #expect(files.count > 10)
        for file in files where URL(fileURLWithPath: file).pathExtension != "" {
            let bytes = ["one", "two"].map { FileManager.default.contents(atPath: folder.path("\($0)/\(file)")) }
            #expect(bytes[0] == bytes[1], "\(file)")
        }
    }
}
