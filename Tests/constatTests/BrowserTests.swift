import ConstatTesting
import Foundation
import Testing

/// Unlike months and the dashboard over them, in a real browser.
@Suite(.serialized, .enabled(if: Browsing.isThere, "no chromium, chromedriver and selenium here; make setup-tests installs them"))
struct BrowserTests {
    private static let odd = Result {
        let folder = try TemporaryFolder()
        return (folder, try OddPages(tool: Tool(folder: folder.url.path)).write())
    }

    @Test func `an empty month, one case, no targets, forty severities, long and right-to-left titles`() throws {
        let pages = try Self.odd.get().1
        #expect(pages.count == 5)
        let result = try Browsing.run("check_pages.py", pages)
        #expect(result.code == 0, "\(result.output)")
    }

    @Test func `each check of a page finds its fault`() throws {
        let result = try Browsing.run("check_pages.py", ["--self-test"])
        #expect(result.code == 0, "\(result.output)")
    }

    @Test func `the dashboard is walked by keyboard, with scripts and without, and lets nobody else in`() throws {
        let process = Process()
        process.executableURL = Tool.binary
        let port = Int.random(in: 20_000..<60_000)
        process.arguments = ["serve", "--port", "\(port)"] + OddPages.place
        process.currentDirectoryURL = try Self.odd.get().0.url
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        defer { process.terminate() }
        var said = Data()
        while !said.contains(UInt8(ascii: "\n")), process.isRunning { said += pipe.fileHandleForReading.availableData }
        let address = String(decoding: said, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(address.hasPrefix("http://127.0.0.1:\(port)/?token="))
        let result = try Browsing.run("check_serve.py", ["--more", "0", address])
        #expect(result.code == 0, "\(result.output)")
    }
}
