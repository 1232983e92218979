import ConstatTesting
import Foundation
import GRDB
import Testing

/// Broken input, wrong usage and missing things: the exit codes of the house, place and remedy, nothing half-stored.
struct ExitCodeTests {
    private let folder: TemporaryFolder
    private let tool: Tool
    private static let good = #"{"kind":"alert","id":"1","raised":"2026-10-01T00:00:00Z"}"#

    init() throws {
        folder = try TemporaryFolder()
        tool = Tool(folder: folder.url.path)
    }

    @Test(arguments: [
        ("", 65, "this file is empty"), ("[{\"kind\":\"alert\",\"id\":\"1\",\"raised\":\"2026-", 65, "ends in the middle of a record"),
        ("\u{7F}ELF\u{0}\u{1}", 65, "binary bytes"), ("hello, world\n1,2\n", 65, "no source recognises this file"),
    ])
    func `a broken file ends with its code, its place and a remedy`(text: String, code: Int32, problem: String) throws {
        try folder.write(text, to: "export.json")
        let result = try tool("import", "export.json")
        #expect(result.code == code)
        #expect(result.error.hasPrefix("Error: export.json"))
        #expect(result.error.contains(problem))
        #expect(result.error.split(separator: "\n").count == 2)
        #expect(!FileManager.default.fileExists(atPath: folder.path("constat.sqlite")))
    }

    @Test func `wrong encoding, a folder, a missing file`() throws {
        try folder.write(Array((Self.good + "\n").utf8) + [0x7B, 0x22, 0xE9, 0x22, 0x3A, 0x31, 0x7D, 0x0A], to: "latin.ndjson")
        let latin = try tool("import", "latin.ndjson")
        #expect(latin.code == 0 && latin.output.contains("1 refused"))
        #expect(try tool("receipts", "rejected", "1").output.contains("latin.ndjson:2: the row is no text"))
        try FileManager.default.createDirectory(atPath: folder.path("empty"), withIntermediateDirectories: false)
        #expect(try tool("import", "empty").code == 66)
        #expect(try tool("import", "none.json").code == 66)
    }

    @Test func `a bad file does not stop the others, but the run fails`() throws {
        try folder.write(Self.good, to: "good.ndjson")
        try folder.write("", to: "bad.json")
        let result = try tool("import", "bad.json", "good.ndjson")
        #expect(result.code == 65)
        #expect(result.output.contains("1 stored"))
    }

    @Test func `a folder that cannot be written ends with 73`() throws {
        try folder.write(Self.good, to: "good.ndjson")
        #expect(try tool("import", "good.ndjson", "--store", "/proc/constat.sqlite").code == 73)
        #expect(try tool("import", "good.ndjson", "--store", "no/such/folder/constat.sqlite").code == 73)
    }

    @Test func `a dry run shows all and stores nothing`() throws {
        try folder.write(Self.good, to: "good.ndjson")
        let result = try tool("import", "good.ndjson", "--dry-run")
        #expect(result.code == 0 && result.output.contains("1 stored") && result.output.contains("nothing was stored"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("constat.sqlite")))
    }

    @Test func `standard input is a file like any other`() throws {
        let result = try tool("import", "-", input: Self.good + "\n")
        #expect(result.code == 0 && result.output.contains("1 stored"))
    }

    @Test func `a control total that is not met ends with 1`() throws {
        try folder.write(Self.good, to: "good.ndjson")
        #expect(try tool("import", "good.ndjson", "--control-total", "1").code == 0)
        #expect(try tool("import", "good.ndjson", "--control-total", "2").code == 1)
    }

    @Test func `a control total is told of when a file fails, too`() throws {
        try folder.write(Self.good, to: "good.ndjson")
        try folder.write("", to: "bad.json")
        let result = try tool("import", "good.ndjson", "bad.json", "--control-total", "7")
        #expect(result.code == 65)
        #expect(result.error.contains("the source says 7 rows, 1 were read"))
    }

    @Test func `a fact that privacy misspells is an error, and so is a store whose rows were taken out`() throws {
        try folder.write(Self.good + "\n{}\n", to: "good.ndjson")
        try folder.write("privacy: {facts.descripton: drop}\n", to: "constat.yaml")
        let misspelt = try tool("import", "good.ndjson")
        #expect(misspelt.code == 64 && misspelt.error.contains("facts.descripton is not known"))
        try folder.write("privacy: {facts.description: drop}\n", to: "constat.yaml")
        #expect(try tool("import", "good.ndjson").code == 0)
        #expect(try tool("doctor").code == 0)
        for statement in ["UPDATE refusal SET row = 99", "DELETE FROM refusal"] {
            try DatabaseQueue(path: folder.path("constat.sqlite")).write { try $0.execute(sql: statement) }
            let doctor = try tool("doctor")
            #expect(doctor.code == 1 && doctor.output.contains("CHANGED or MISSING of 1"))
        }
    }

    @Test func `a merge into nobody and a circle are told, and who is merged into itself is not merged`() throws {
        let rows = ["S": "S", "X": "Y", "Y": "X", "Z": "none"].map { id, into in
            #"{"kind":"case","id":"\#(id)","raised":"2026-10-01T00:00:00Z","merged_into":"\#(into)"}"#
        }
        try folder.write(rows.joined(separator: "\n"), to: "merged.ndjson")
        #expect(try tool("import", "merged.ndjson").code == 0)
        let merged = try tool("doctor").output.split(separator: "\n").first { $0.hasPrefix("merged") }
        #expect(merged?.contains("3, 1 into records that are not here, 2 in a circle") == true)
    }

    @Test func `profiles of a workspace may end with yml, and a draft that is not filled in says so`() throws {
        try FileManager.default.createDirectory(atPath: folder.path("Profiles"), withIntermediateDirectories: false)
        try folder.write("source: x\nkind: alert\ntitle: t\nversion: 1\nzone: UTC\nrecognise: {has: [/a]}\nfields:\n", to: "Profiles/x.yml")
        let result = try tool("sources", "check")
        #expect(result.code == 65)
        #expect(result.error.contains("x.yml:7:8: nothing is written here"))
    }

    @Test func `wrong words end with 64, missing things with 66`() throws {
        try folder.write(Self.good, to: "good.ndjson")
        #expect(try tool("metrics", "--period", "2026-10").code == 66)
        #expect(try tool("import", "good.ndjson").code == 0)
        #expect(try tool("metrics", "--period", "octobre").code == 64)
        #expect(try tool("metrics", "explain", "nonsense").code == 64)
        #expect(try tool("metrics", "--period", "2026-10", "--by", "mood").code == 64)
        #expect(try tool("import").code == 64)
        #expect(try tool("receipts", "rejected", "9").code == 66)
        #expect(try tool("notify", "draft", "9", "--regime", "nis2", "--stage", "early-warning", "--output", "d").code == 66)
    }

    @Test func `a typing error is an error, not "no data"`() throws {
        try folder.write(Self.good, to: "good.ndjson")
        #expect(try tool("import", "good.ndjson").code == 0)
        #expect(try tool("metrics", "--period", "2026-10", "--tenant", "armoriqe").code == 64)
        #expect(try tool("report", "monthly", "--period", "2026", "--output", "r").code == 64)
        #expect(try tool("import", "good.ndjson", "--source", "bogus").code == 64)
        #expect(try tool("metrics", "--period", "2026-10", "--by", "severity,severity", "--format", "json").code == 64)
        for (text, words) in [
            ("tenants: {a: {regimes: [nis-2]}}", "the regime nis-2"), ("targets: {time-to-hope: 1 h}", "no metric"),
            ("targets: {mttd: inf h}", "no target"),
        ] {
            try folder.write(text, to: "constat.yaml")
            let result = try tool("metrics", "--period", "2026-10")
            #expect(result.code == 65 && result.error.contains("constat.yaml:1:") && result.error.contains(words))
        }
    }

    @Test func `what was never imported is no data, not zero`() throws {
        try folder.write(Self.good, to: "good.ndjson")
        #expect(try tool("import", "good.ndjson").code == 0)
        let json = try tool("metrics", "--period", "2026-10", "--metric", "backlog-cases", "--metric", "alert-volume", "--format", "json")
            .output
        #expect(json.contains("\"value\" : 1"))
        #expect(json.contains("\"value\" : null"))
    }

    @Test func `an empty file is no store`() throws {
        let foreign = try folder.write([], to: "empty.sqlite")
        #expect(try tool("receipts", "list", "--store", foreign).code == 66)
    }

    @Test func `a tenant's name cannot lead out of the folder`() throws {
        let line = Self.good.replacing("}", with: ",\"tenant\":\"a/../../b\"}")
        try folder.write(line, to: "a.ndjson")
        #expect(try tool("import", "a.ndjson").code == 0)
        let result = try tool("report", "monthly", "--period", "2026-10", "--tenant", "a/../../b", "--output", "out/r")
        #expect(result.code == 0 && result.output.hasPrefix(folder.path("out/r/monthly-a-b-")) && !result.output.contains(".."))
    }

    @Test func `a hostile title stays text in CSV and in the workbook`() throws {
        let line =
            #"{"kind":"case","id":"C","raised":"2026-10-01T08:00:00Z","title":"=cmd|' /C calc'!A1","tenant":"=1+1","verdict":"true-positive"}"#
        try folder.write(line, to: "cases.ndjson")
        #expect(try tool("import", "cases.ndjson").code == 0)
        let csv = try tool("metrics", "--period", "2026-10", "--by", "tenant", "--format", "csv").output
        #expect(!csv.contains(",=1+1") && csv.contains("tenant==1+1"))
        #expect(try tool("evidence", "--framework", "nis2", "--period", "2026-10", "--output", "pack").code == 0)
    }

    @Test func `a pipe gets no progress bar`() throws {
        try folder.write(Self.good, to: "good.ndjson")
        let result = try tool("import", "good.ndjson")
        #expect(!result.error.contains("█") && !result.output.contains("\u{1B}"))
    }
}
