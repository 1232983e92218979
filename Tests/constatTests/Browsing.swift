import ConstatTesting
import Foundation

/// The scripts of Tests/browser, which drive Chromium.
enum Browsing {
    private static let scripts = House.root.appendingPathComponent("Tests/browser")
    private static let python = "/usr/bin/python3"
    /// The rules of axe-core, where `make setup-tests` put them.
    private static let axe = FileManager.default.enumerator(atPath: House.root.appendingPathComponent(".build/axe").path)?
        .compactMap { $0 as? String }.first { $0.hasSuffix("axe.min.js") }

    static let isThere =
        ["/usr/bin/chromium", "/usr/bin/chromedriver", python].allSatisfy(FileManager.default.isExecutableFile)
        && (try? start(["-c", "import selenium, PIL"]).code) == 0

    /// Runs a script; what it says, and its exit code.
    static func run(_ script: String, _ words: [String], isChecked: Bool = true) throws -> (code: Int32, output: String) {
        let axe = (isChecked ? axe : nil).map { ["--axe", House.root.appendingPathComponent(".build/axe/\($0)").path] } ?? []
        return try start([scripts.appendingPathComponent(script).path] + axe + words)
    }

    private static func start(_ words: [String]) throws -> (code: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = words
        let pipe = Pipe()
        (process.standardOutput, process.standardError) = (pipe, pipe)
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
