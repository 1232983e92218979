import ConstatTesting
import Foundation
import Testing

/// A short run of the scripts that attack the readers and the store; CONTRIBUTING.md says how to run them for long.
@Suite(.serialized)
struct AttackTests {
    private let folder: TemporaryFolder
    private let scripts = House.root.appendingPathComponent("Tests/Independent")

    init() throws { folder = try TemporaryFolder() }

    private func python(_ script: String, _ arguments: [String]) throws -> (code: Int32, output: String) {
        let said = folder.path("said")
        _ = FileManager.default.createFile(atPath: said, contents: nil)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-B", scripts.appendingPathComponent(script).path] + arguments
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: said))
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, House.text(URL(fileURLWithPath: said)))
    }

    @Test func `broken exports and profiles neither crash nor hang the tool`() throws {
        let inputs = folder.path("in")
        let fixtures = House.root.appendingPathComponent("Tests/ConstatImportTests/Fixtures").path
        try FileManager.default.createDirectory(atPath: inputs, withIntermediateDirectories: false)
        for name in ["constat-alert-csv", "iris-alert", "jira-issue", "sigma-rule", "vinst-log", "misp-indicator"] {
            try FileManager.default.copyItem(atPath: "\(fixtures)/\(name)", toPath: "\(inputs)/\(name)")
            let profile = House.profiles.appendingPathComponent("\(name).yaml").path
            try FileManager.default.copyItem(atPath: profile, toPath: "\(inputs)/\(name).yaml")
        }
        _ = try python("xlsx_from_csv.py", ["\(inputs)/constat-alert-csv/export.csv", "\(inputs)/alerts.xlsx"])
        let result = try python("fuzz.py", [Tool.binary.path, "15", "7", inputs, folder.path("work")])
        #expect(result.code == 0, "\(result.output)")
    }

    @Test func `an import that is killed leaves all or nothing, and the next one ends as if nothing had been`() throws {
        let rows = (1...30_000).map { #"{"kind":"alert","id":"A-\#($0)","raised":"2026-10-01T00:00:00Z","title":"alert \#($0)"}"# }
        let export = try folder.write(rows.joined(separator: "\n") + "\n", to: "export.ndjson")
        let result = try python("kill.py", [Tool.binary.path, export, folder.path("killed"), "10"])
        #expect(result.code == 0, "\(result.output)")
    }
}
