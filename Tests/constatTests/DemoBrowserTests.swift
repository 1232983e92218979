import ConstatTesting
import Foundation
import Testing

/// Pages in a real browser: Chromium, driven by Tests/browser.
extension DemoTests {
    @Test(.enabled(if: Browsing.isThere, "no chromium, chromedriver and selenium here; make setup-tests installs them"))
    func `the pages of the demo have no fault in a browser, in both languages, on a phone, a laptop and on paper`() throws {
        let place = try demo.place
        for (report, period, tenant, language) in [("weekly", "2026-W43", "estran", "en"), ("dora-13-5", "2026", "armorique", "fr")] {
            let words = ["report", report, "--period", period, "--tenant", tenant, "--lang", language, "--output", "seen"]
            #expect(try demo.tool.run(words + place).code == 0)
        }
        let names = ["monthly-armorique-2026-10-fr", "monthly-ponant-2026-10-en"].map { "demo/reports/\($0).html" }
        let pages = try (names + ["seen/weekly-estran-2026-W43-en.html", "seen/dora-13-5-armorique-2026-fr.html"]).map {
            try demo.folder.path($0)
        }
        let result = try Browsing.run("check_pages.py", pages)
        #expect(result.code == 0, "\(result.output)")
    }

    @Test(.enabled(if: Browsing.isThere, "no chromium, chromedriver and selenium here; make setup-tests installs them"))
    func `the pages look as they were recorded`() throws {
        let samples = House.reports.appendingPathComponent("samples/reports").path
        let result = try Browsing.run("pictures.py", ["compare", demo.folder.path("demo/reports"), samples], isChecked: false)
        #expect(result.code == 0, "\(result.output)")
    }
}
