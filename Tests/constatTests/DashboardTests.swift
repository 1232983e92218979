import ArgumentParser
import ConstatModel
import ConstatTesting
import Foundation
import Testing

@testable import constat

/// The dashboard from request to answer, without a socket.
struct DashboardTests {
    private let folder: TemporaryFolder
    private let gate = DashboardGate(token: DashboardGate.makeToken(), port: 8_787)
    private let dashboard: Dashboard

    init() throws {
        folder = try TemporaryFolder()
        let rows = (0..<12).map { number in
            "alert,a\(number),acme,\"Title <b>\(number)</b>\",high,closed,false-positive,\"C&C + 50% #\(number % 2)\",2026-10-0\(number % 9 + 1)T08:00:00Z"
        }
        let text = (["kind,id,tenant,title,severity,status,verdict,rule,raised"] + rows).joined(separator: "\n")
        try folder.write(text, to: "alerts.csv")
        _ = try Tool(folder: folder.url.path)("import", "alerts.csv")
        let place = try WorkspaceOptions.parse([
            "--store", folder.path("constat.sqlite"), "--as-of", "2026-11-03T08:00:00Z", "--resources", House.resources(in: folder),
        ])
        dashboard = Dashboard(place, gate)
    }

    private func ask(_ path: String, _ query: [String: String] = [:], _ change: (inout DashboardRequest) -> Void = { _ in }) async
        -> DashboardAnswer
    {
        var request = DashboardRequest(path: path, query: query, host: "127.0.0.1:8787", cookie: gate.token)
        change(&request)
        return await dashboard.answer(request)
    }

    @Test func `only who holds the token reads, by this machine's name, and nobody writes`() async {
        let start = await ask("/")
        #expect(start.status == 200, "\(start.body.prefix(300))")
        #expect(await ask("/\(gate.room)/").status == 200)
        #expect(await ask("/") { $0.cookie = nil }.status == 401)
        #expect(await ask("/") { $0.cookie = String(gate.token.dropLast()) }.status == 401)
        #expect(await ask("/", ["token": "x"]).status == 401)
        for host in [nil, "evil.example", "127.0.0.1", "127.0.0.1:8788", "127.0.0.1:8787.evil.example"] {
            #expect(await ask("/") { $0.host = host }.status == 403)
        }
        for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"] { #expect(await ask("/") { $0.method = method }.status == 405) }
    }

    /// A cookie of one path is not sent to the other ports of this machine.
    @Test func `the token becomes a cookie of a path that nobody knows`() async throws {
        let welcome = await ask("/", ["token": gate.token]) { $0.cookie = nil }
        let cookie = try #require(welcome.headers.first { $0.name == "Set-Cookie" }?.value)
        #expect(welcome.status == 303 && welcome.headers.contains { $0.name == "Location" && $0.value == "/\(gate.room)/" })
        #expect(cookie.contains("Path=/\(gate.room)/;") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
        let page = await ask("/").body
        #expect(page.firstMatch(of: /(href|src|action)="\//) == nil)
    }

    @Test(arguments: [
        ["metric": "no-such"], ["metric": "alert-volume", "of": "yesterday"],
        ["metric": "alert-volume", "of": "2026-10", "group": "colour=red"],
        ["metric": "alert-volume", "of": "2026-10", "tenant": "nobody"], [:],
    ])
    func `what is not known is refused, not guessed`(query: [String: String]) async {
        let answer = await ask("/figure", query)
        #expect(answer.status == 400 && answer.kind == .text)
    }

    @Test(arguments: ["9223372036854775807", "-9223372036854775808", "0", "x", "999999999999999999999"])
    func `no number of a page ends it`(page: String) async {
        #expect(await ask("/figure", ["metric": "alert-volume", "of": "2026-10", "page": page]).status < 500)
    }

    @Test func `a figure leads to its records, all of them, and imported text stays text`() async {
        let answer = await ask("/figure", ["metric": "alert-volume", "of": "2026-10"])
        #expect(answer.body.components(separatedBy: "Title &lt;b&gt;").count - 1 == 12)
        #expect(!answer.body.contains("<b>0</b>"))
    }

    /// Every address on the page, decoded as a browser does, shows the number it stands under.
    @Test func `every link of the page leads to its own figure, odd names too`() async throws {
        let page = await ask("/", ["report": "monthly", "period": "2026-10"]).body
        let links = page.matches(
            of: /<a class="figure" href="figure\?([^"]*)"><data value="([^"]*)" data-metric="[^"]*" data-statistic="value"/)
        #expect(links.count > 5 && links.contains { $0.1.contains("%26") })
        for link in links.prefix(40) {
            var query: [String: String] = [:]
            for pair in link.1.replacing("&amp;", with: "&").split(separator: "&") {
                let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
                    String($0).removingPercentEncoding ?? ""
                }
                query[parts[0]] = parts.count > 1 ? parts[1] : ""
            }
            let answer = await ask("/figure", query)
            #expect(answer.status == 200 && answer.body.contains("<data value=\"\(link.2)\""), "\(link.1)")
        }
    }
}
