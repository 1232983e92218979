import ConstatModel
import ConstatTesting
import Foundation
import Testing

/// The reports of the made-up organisation.
extension DemoTests {
    private func page(_ name: String) throws -> String {
        House.text(try demo.folder.url.appendingPathComponent("demo/reports/\(name)"))
    }

    private struct Mark: Hashable {
        let metric, statistic, period, group: String
        let number: Double?
    }

    private func marks(_ page: String) -> Set<Mark> {
        let pattern = /<data value="([^"]*)" data-metric="([^"]*)" data-statistic="([^"]*)" data-period="([^"]*)" data-group="([^"]*)">/
        return Set(
            page.matches(of: pattern).map { match in
                Mark(
                    metric: String(match.2), statistic: String(match.3), period: String(match.4),
                    group: String(match.5).replacing("&amp;", with: "&").replacing("&quot;", with: "\"").replacing("&#39;", with: "'"),
                    number: Double(match.1))
            })
    }

    private struct Measured: Decodable {
        struct Figure: Decodable {
            let metric: String
            let group: [String: String]
            let leftOut: [String: Int]
            let value, p90, n, open, numerator, low95, high95: Double?

            var numbers: [(String, Double?)] {
                [
                    ("value", value), ("p90", p90), ("n", n), ("open", open), ("numerator", numerator), ("low95", low95),
                    ("high95", high95),
                    ("leftOut", Double(leftOut.values.reduce(0, +))),
                ]
            }
        }
        let measurements: [Figure]
    }

    /// What `constat metrics --format json` says, by metric, statistic and group.
    private func measured(_ period: String, by dimension: String?) throws -> [String: Double] {
        let result = try demo.tool.run(
            ["metrics", "--period", period, "--tenant", "armorique", "--format", "json"] + (dimension.map { ["--by", $0] } ?? [])
                + demo.place)
        var found: [String: Double] = [:]
        for one in try JSONDecoder().decode(Measured.self, from: Data(result.output.utf8)).measurements {
            let group = one.group.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
            for (name, number) in one.numbers { found["\(one.metric) \(name) \(group)"] = number }
        }
        return found
    }

    @Test func `every figure on the page is what the command of metrics says`() throws {
        let marks = try marks(page("monthly-armorique-2026-10-fr.html"))
        #expect(marks.count > 300)
        let english = try self.marks(page("monthly-armorique-2026-10-en.html"))
        #expect(marks == english)
        let questions = Dictionary(grouping: marks) { "\($0.period) \($0.group.prefix { $0 != "=" })" }
        // The period, the one before, and the first step; the others are read alike.
        for (question, marks) in questions where ["2026-10", "2026-09", "2025-11"].contains(question.prefix(7)) {
            let parts = question.split(separator: " ").map(String.init)
            let measured = try measured(parts[0], by: parts.count > 1 ? parts[1] : nil)
            for mark in marks {
                #expect(measured["\(mark.metric) \(mark.statistic) \(mark.group)"] == mark.number, "\(mark)")
            }
        }
    }

    private static let hasSchema = python.map { run($0, ["-c", "import jsonschema, openpyxl"]) == 0 } ?? false

    @Test(.enabled(if: hasSchema, "no python3 with jsonschema and openpyxl here; make setup-tests installs them"))
    func `every format of every report is whole`() throws {
        let script = House.root.appendingPathComponent("Tests/Independent/report_files.py").path
        let schema = House.reports.appendingPathComponent("report.schema.json").path
        for (report, period) in [("monthly", "2026-10"), ("weekly", "2026-W43"), ("dora-13-5", "2026")] {
            let result = try demo.tool.run(
                ["report", report, "--period", period, "--tenant", "ponant", "--format", "md,json,csv,xlsx", "--output", "formats"]
                    + demo.place)
            #expect(result.code == 0, "\(report): \(result.error)")
        }
        let folder = try demo.folder.path("formats")
        #expect(Self.run(try #require(Self.python), [script, schema, folder]) == 0)
    }

    @Test func `a report of all tenants leaks nothing, and the test that says so finds a leak`() throws {
        let words = ["report", "mssp", "--period", "2026-10", "--all-tenants", "--format", "html,json,csv,md", "--output", "all"]
        let clean = try demo.tool.run(words + demo.place)
        #expect(clean.code == 0 && clean.output.contains("nothing of another tenant in any"), "\(clean.error)")
        let portfolio = House.text(try demo.folder.url.appendingPathComponent("all/portfolio-mssp-2026-10-fr.html"))
        #expect(portfolio.contains("Clinique du Ponant"))
        for (name, text) in [("armorique/names.md", "seen at Clinique du Ponant"), ("ponant/ids.csv", "case,~81931864")] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: demo.folder.path("all/\(name)")))
        }
        let leaking = try demo.tool.run(words + demo.place)
        #expect(leaking.code == 1 && leaking.error.contains("names.md") && leaking.error.contains("ids.csv"), "\(leaking.error)")
    }

    @Test func `a report of a wrong period, an unknown report, a wrong format`() throws {
        func code(_ words: String...) throws -> Int32 { try demo.tool.run(["report"] + words + ["--output", "no"] + demo.place).code }
        #expect(try code("monthly", "--period", "2026-Q3") == 64)
        #expect(try code("fortnightly", "--period", "2026-10") == 64)
        #expect(try code("monthly", "--period", "2026-10", "--format", "docx") == 64)
        #expect(try code("monthly", "--period", "2026-10", "--tenant", "armorique", "--all-tenants") == 64)
        let path = try demo.folder.path("no")
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
