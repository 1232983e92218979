import ConstatTesting
import Foundation
import Testing

/// Pages in a real browser: Chromium, driven by Tests/browser.
extension DemoTests {
    private static let scripts = House.root.appendingPathComponent("Tests/browser")
    /// The rules of axe-core, where `make setup-tests` put them.
    private static let axe = FileManager.default.enumerator(atPath: House.root.appendingPathComponent(".build/axe").path)?
        .compactMap { $0 as? String }.first { $0.hasSuffix("axe.min.js") }
    static let hasBrowser =
        ["/usr/bin/chromium", "/usr/bin/chromedriver"].allSatisfy(FileManager.default.isExecutableFile)
        && run("/usr/bin/python3", ["-c", "import selenium"]) == 0

    /// What a script says, and its exit code.
    private func browse(_ script: String, _ words: [String], isChecked: Bool = true) throws -> (code: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        let axe = (isChecked ? Self.axe : nil).map { ["--axe", House.root.appendingPathComponent(".build/axe/\($0)").path] } ?? []
        process.arguments = [Self.scripts.appendingPathComponent(script).path] + axe + words
        let pipe = Pipe()
        (process.standardOutput, process.standardError) = (pipe, pipe)
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    @Test(.enabled(if: hasBrowser, "no chromium, chromedriver and selenium here; make setup-tests installs them"))
    func `the pages of the demo have no fault in a browser, in both languages, on a phone, a laptop and on paper`() throws {
        let place = try demo.place
        for (report, period, tenant, language) in [("weekly", "2026-W43", "estran", "en"), ("dora-13-5", "2026", "armorique", "fr")] {
            let words = ["report", report, "--period", period, "--tenant", tenant, "--lang", language, "--output", "seen"]
            #expect(try demo.tool.run(words + place).code == 0)
        }
        let names = ["monthly-armorique-2026-10-fr", "monthly-ponant-2026-10-en"].map { "demo/reports/\($0).html" }
        let pages = try (names + ["seen/weekly-estran-2026-W43-en.html", "seen/dora-13-5-armorique-2026-fr.html"]).map { try demo.folder.path($0) }
        let result = try browse("check_pages.py", pages)
        #expect(result.code == 0, "\(result.output)")
    }

    @Test(.enabled(if: hasBrowser, "no chromium, chromedriver and selenium here; make setup-tests installs them"))
    func `the pages look as they were recorded`() throws {
        let samples = House.reports.appendingPathComponent("samples/reports").path
        let result = try browse("pictures.py", ["compare", demo.folder.path("demo/reports"), samples], isChecked: false)
        #expect(result.code == 0, "\(result.output)")
    }

    @Test(.enabled(if: hasBrowser, "no chromium, chromedriver and selenium here; make setup-tests installs them"))
    func `an empty month, one case, no targets, forty severities, long and right-to-left titles`() throws {
        let pages = try OddPages(tool: demo.tool, folder: "odd").write()
        #expect(pages.count == 5)
        let result = try browse("check_pages.py", pages)
        #expect(result.code == 0, "\(result.output)")
    }

    @Test(.enabled(if: hasBrowser, "no chromium, chromedriver and selenium here; make setup-tests installs them"))
    func `the dashboard is walked by keyboard, with scripts and without, and lets nobody else in`() throws {
        let process = Process()
        process.executableURL = Tool.binary
        process.arguments = try ["serve", "--port", "18787"] + demo.place
        process.currentDirectoryURL = try demo.folder.url
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        defer { process.terminate() }
        let address = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(address.hasPrefix("http://127.0.0.1:18787/?token="))
        let result = try browse("check_serve.py", ["--more", "2", address])
        #expect(result.code == 0, "\(result.output)")
    }
}

/// Reports over months that are unlike any other.
private struct OddPages {
    let tool: Tool
    let folder: String

    private static let config = """
        organisation: Odd
        zone: Europe/Paris
        tenants:
          empty: {name: Nothing happened, colour: "#ffcc00"}
          one: {name: One case}
          many: {name: Forty severities}
          long: {name: Long titles}
          rtl: {name: "شركة الأمن", colour: "#333333"}
        targets:
          time-to-detect: 4 h
        """

    /// - Returns: the paths of the pages.
    func write() throws -> [String] {
        let base = URL(fileURLWithPath: tool.folder).appendingPathComponent(folder)
        try FileManager.default.createDirectory(at: base, withIntermediateDirectories: true)
        try Data(Self.config.utf8).write(to: base.appendingPathComponent("constat.yaml"))
        for kind in ["alert", "case"] {
            try Data(rows(kind).joined(separator: "\n").utf8).write(to: base.appendingPathComponent("\(kind)s.csv"))
        }
        let place = ["--store", "\(folder)/constat.sqlite", "--config", "\(folder)/constat.yaml", "--as-of", "2026-11-03T08:00:00Z"]
        for kind in ["alert", "case"] { _ = try tool.run(["import", "\(folder)/\(kind)s.csv"] + place) }
        return try [("empty", "fr"), ("one", "en"), ("many", "fr"), ("long", "fr"), ("rtl", "en")].flatMap { tenant, language in
            let words = ["report", "monthly", "--period", "2026-10", "--tenant", tenant, "--lang", language, "--output", folder]
            return try tool.run(words + place).output.split(separator: "\n").map { URL(fileURLWithPath: tool.folder).appendingPathComponent(String($0)).path }
        }
    }

    private func rows(_ kind: String) -> [String] {
        func row(_ number: Int, _ tenant: String, _ title: String, _ severity: String, _ rule: String = "", month: String = "10") -> String {
            let day = "2026-\(month)-\(number % 18 + 10)T"
            return [
                kind, "\(kind)-\(tenant)-\(number)", tenant, "\"\(title)\"", severity, "closed", "true-positive", rule, "\(day)08:00:00Z",
                "\(day)08:30:00Z", "\(day)09:00:00Z", "\(day)12:00:00Z",
            ].joined(separator: ",")
        }
        let head = "kind,id,tenant,title,severity,status,verdict,rule,first_activity,raised,acknowledged,last_closed"
        let long = String(repeating: "A title without an end ", count: 15) + String(repeating: "x", count: 160)
        let rtl = "محاولة تصيد ضد البريد (#12) – تم العزل"
        let isCase = kind == "case"
        return [head, row(1, "empty", "Long ago", "low", month: "07")] + (isCase ? [row(1, "one", "The only one", "critical")] : [])
            + (0..<(isCase ? 3 : 120)).map { row($0, "many", "Number \($0)", "severity-\($0 % 40)", "rule-with-a-rather-long-name-\($0 % 40)") }
            + (0..<(isCase ? 4 : 30)).map { row($0, "long", long, "high", long) }
            + (0..<(isCase ? 4 : 30)).map { row($0, "rtl", rtl, "high", rtl) }
    }
}
