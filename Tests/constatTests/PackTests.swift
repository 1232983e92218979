import ConstatTesting
import Foundation
import Testing

/// Evidence packs as a user writes them, an auditor verifies them, and somebody tampers with them.
struct PackTests {
    private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first { FileManager.default.isExecutableFile(atPath: $0) }
    private let folder: TemporaryFolder
    private let tool: Tool

    /// Forty alerts of two tenants and two cases, with all that can be odd about them.
    init() throws {
        folder = try TemporaryFolder()
        tool = Tool(folder: folder.url.path)
        var lines = (1...40).map { number -> String in
            let (minute, severity) = (number * 7, ["low", "medium", "high", "critical"][number % 4])
            let raised = "2026-10-\(10 + number % 20)T08:00:00.\(number)00Z"
            let done =
                number % 9 == 0 ? "" : #","acknowledged":"2026-10-\#(10 + number % 20)T0\#(8 + minute / 60 % 2):\#(10 + minute % 50):00Z""#
            let verdict = number % 5 == 0 ? "" : #","verdict":"false-positive","lastClosed":"2026-10-30T10:00:00Z","status":"closed""#
            return
                #"{"kind":"alert","id":"A-\#(number)","tenant":"t\#(number % 2)","title":"Alert \#(number)","raised":"\#(raised)","severity":"\#(severity)"\#(done)\#(verdict)}"#
        }
        lines.append(#"{"kind":"alert","id":"A-late","tenant":"t1","raised":"2026-10-12T08:00:00Z","acknowledged":"2026-10-11T08:00:00Z"}"#)
        lines.append(#"{"kind":"alert","id":"A-old","tenant":"t1","raised":"2026-09-12T08:00:00Z","severity":"high","status":"new"}"#)
        try folder.write(lines.joined(separator: "\n"), to: "records.ndjson")
        try folder.write(
            #"{"kind":"case","id":"C-1","tenant":"t1","raised":"2026-10-12T08:00:00Z","verdict":"true-positive","contained":"2026-10-13T10:00:00Z"}"#,
            to: "cases.ndjson")
        try folder.write("zone: Europe/Paris\ntargets:\n  time-to-acknowledge: {high: 15 min, low: 1 h}\n", to: "constat.yaml")
        for file in ["records.ndjson", "cases.ndjson"] { #expect(try tool("import", file).code == 0) }
    }

    private static let asOf = ["--as-of", "2026-11-02T08:00:00Z"]

    private func pack(_ words: String..., to output: String = "pack") throws -> Tool.Result {
        try tool.run(
            ["evidence", "--framework", "nis2-2690", "--period", "2026-10", "--lang", "en", "--output", output] + words + Self.asOf)
    }

    private func verify(_ words: String..., in output: String = "pack") throws -> Tool.Result { try tool.run(["verify", output] + words) }

    private func bytes(_ name: String, in output: String = "pack") throws -> Data {
        try Data(contentsOf: folder.url.appendingPathComponent("\(output)/\(name)"))
    }

    private static let workbook = "evidence-nis2-2690-2026-10-en.xlsx"

    private func tamper(_ sheet: String, _ words: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.python))
        let script = House.root.appendingPathComponent("Tests/Independent/tamper.py").path
        process.arguments = [script, folder.path("pack/\(Self.workbook)"), sheet] + words
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test func `a pack verifies, and twice it has the same bytes`() throws {
        #expect(try pack().code == 0)
        let result = try verify()
        #expect(result.code == 0 && result.output.contains("match: 3 files"), "\(result.error)")
        #expect(try pack(to: "again").code == 0)
        for name in [Self.workbook, "recompute.json", "assessment-results.json", "manifest.json"] {
            #expect(try bytes(name) == bytes(name, in: "again"), "\(name)")
        }
    }

    @Test func `records that go on in a next sheet give the same figures`() throws {
        #expect(try pack("--rows-per-sheet", "7").code == 0)
        let result = try verify()
        #expect(result.code == 0, "\(result.error)")
    }

    @Test(.enabled(if: python != nil))
    func `a changed instant is named with every figure it feeds`() throws {
        #expect(try pack().code == 0)
        // Column Y holds when a record was acknowledged.
        try tamper("Population", "cell", "Y6", "46305.5")
        let result = try verify()
        #expect(result.code == 1)
        #expect(result.error.contains("\(Self.workbook): its SHA-256"))
        #expect(result.error.contains("Population!Y6: not what was written"))
        #expect(result.error.contains("the record gives"))
        #expect(result.error.contains("Metrics!"))
    }

    @Test(.enabled(if: python != nil))
    func `a changed title, that no figure reads, is named too`() throws {
        #expect(try pack().code == 0)
        try tamper("Population", "cell", "G6", "another title")
        let result = try verify()
        #expect(result.code == 1 && result.error.contains("Population!G6: not what was written"))
    }

    @Test(.enabled(if: python != nil))
    func `a row that is taken away is missed`() throws {
        #expect(try pack().code == 0)
        try tamper("Population", "row", "12")
        let result = try verify()
        #expect(result.code == 1)
        #expect(result.error.contains("Population: 42 rows, not 43") && result.error.contains("manifest.json: 41 records of kind alert"))
    }

    @Test(.enabled(if: python != nil))
    func `a changed figure is named with what the records give`() throws {
        #expect(try pack().code == 0)
        try tamper("Metrics", "cell", "K5", "0.01")
        let result = try verify()
        #expect(result.code == 1 && result.error.contains("Metrics!K5: it holds 0.01, the records give"), "\(result.error)")
    }

    @Test(.enabled(if: python != nil))
    func `another record in the sample is named`() throws {
        #expect(try pack().code == 0)
        try tamper("Sample", "cell", "E14", "A-999")
        let result = try verify()
        #expect(result.code == 1 && result.error.contains("Sample!E14: it holds “A-999”"), "\(result.error)")
    }

    @Test func `a swapped file, a cut manifest and a missing one are named`() throws {
        #expect(try pack().code == 0)
        let manifest = try bytes("manifest.json")
        try folder.write("{}", to: "pack/assessment-results.json")
        #expect(try verify().error.contains("assessment-results.json: its SHA-256 is not that of manifest.json"))
        try manifest.prefix(manifest.count / 2).write(to: folder.url.appendingPathComponent("pack/manifest.json"))
        var result = try verify()
        #expect(result.code == 1 && result.error.contains("manifest.json: it is not whole"))
        try FileManager.default.removeItem(atPath: folder.path("pack/manifest.json"))
        result = try verify()
        #expect(result.code == 1 && result.error.contains("manifest.json: it is not there"))
        #expect(try verify(in: "nowhere").code == 65)
    }

    @Test(arguments: ["../constat.yaml", "/etc/hostname", "a/../../constat.yaml"])
    func `a manifest leads to no file outside of the pack`(name: String) throws {
        #expect(try pack().code == 0)
        var manifest = String(decoding: try bytes("manifest.json"), as: UTF8.self)
        manifest.replace("recompute.json", with: name)
        try folder.write(manifest, to: "pack/manifest.json")
        let result = try verify()
        #expect(result.code == 1 && result.error.contains("manifest.json: \(name) is not a file of the pack"))
    }

    @Test(
        .enabled(if: python != nil),
        arguments: [
            ["Y6", "1e300"], ["Y6", "nan"], ["AO6", "-7"], ["AO6", "1e30"], ["R6", "1e30"], ["B6", "nonsense"], ["H6", "nonsense"],
        ])
    func `a cell that cannot be read is a difference, never the end`(words: [String]) throws {
        #expect(try pack().code == 0)
        try tamper("Population", "cell", words[0], words[1])
        let result = try verify()
        #expect(result.code == 1 && result.error.contains("Population!\(words[0])"), "\(result.error)")
    }

    @Test func `a signature holds for the key that made it, and for no other`() throws {
        for name in ["keys", "others"] { #expect(try tool("keys", "new", "--output", name).code == 0) }
        #expect(try tool("keys", "new", "--output", "keys").code == 73)
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path("keys/signing-key.pem"))[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try pack("--sign", "keys/signing-key.pem").code == 0)
        #expect(try verify("--key", "keys/signing-key.pub.pem").output.contains("signed by the key you named"))
        #expect(try verify().output.contains("whose it is, only --key can tell"))
        let other = try verify("--key", "others/signing-key.pub.pem")
        #expect(other.code == 1 && other.error.contains("not signed by this key"))
        // Whoever makes a new manifest cannot sign it.
        var manifest = String(decoding: try bytes("manifest.json"), as: UTF8.self)
        manifest.replace("nis2-2690", with: "nis2")
        try folder.write(manifest, to: "pack/manifest.json")
        #expect(try verify().error.contains("has changed since"))
        #expect(try pack("--sign", "keys/signing-key.pub.pem", to: "unsigned").code == 65)
    }

    @Test func `a time stamp comes from a command of the user's own`() throws {
        #expect(try pack("--stamp", #"sha256sum "$1" > "$2""#).code == 0)
        #expect(try bytes("manifest.json.tsr").count > 64)
        #expect(try pack("--stamp", "false", to: "failed").code != 0)
        #expect(try verify().code == 0)
    }

    @Test func `another seed draws another sample and changes nothing else`() throws {
        #expect(try pack("--sample", "5").code == 0)
        #expect(try pack("--sample", "5", "--seed", "2", to: "again").code == 0)
        #expect(try verify(in: "again").code == 0)
        let prints = try ["pack", "again"].map { output -> [String: String] in
            let recipe = try JSONSerialization.jsonObject(with: bytes("recompute.json", in: output)) as? [String: Any]
            let sheets = try #require(recipe?["sheets"] as? [[String: Any]])
            return Dictionary(uniqueKeysWithValues: sheets.map { ("\($0["name"] ?? "")", "\($0["byLine"] ?? "")") })
        }
        let unlike = Set(prints[0].filter { prints[1][$0.key] != $0.value }.keys)
        #expect(unlike == ["Sample"])
        #expect(try pack("--sample", "none", to: "x").code == 65)
    }

    @Test func `a pack for each tenant, and none holds what is another's`() throws {
        let result = try pack("--all-tenants", to: "all")
        #expect(result.code == 0 && result.output.contains("leak test: 2 packs, no foreign id in any, together 41 of 41 alerts"))
        for tenant in ["t0", "t1"] { #expect(try verify(in: "all/\(tenant)").code == 0) }
    }

    @Test func `a leak is found`() throws {
        #expect(try pack("--all-tenants", to: "all").code == 0)
        let leaks = ["evidence", "leaks", "all", "--period", "2026-10"]
        #expect(try tool.run(leaks).code == 0)
        try FileManager.default.removeItem(atPath: folder.path("all/t0"))
        try FileManager.default.copyItem(atPath: folder.path("all/t1"), toPath: folder.path("all/t0"))
        let result = try tool.run(leaks)
        #expect(result.code == 1 && result.error.contains("of Population is another tenant's"))
        #expect(result.error.contains("the packs hold"))
    }

    @Test func `two tenants whose names look alike in a path have folders of their own`() throws {
        let lines = ["a/b", "a-b", "é"].map { #"{"kind":"alert","id":"X-\#($0)","tenant":"\#($0)","raised":"2026-10-02T08:00:00Z"}"# }
        try folder.write(lines.joined(separator: "\n"), to: "alike.ndjson")
        #expect(try tool("import", "alike.ndjson", "--store", "alike.sqlite").code == 0)
        let result = try pack("--all-tenants", "--store", "alike.sqlite", to: "alike")
        #expect(result.code == 0 && result.output.contains("leak test: 3 packs"), "\(result.error)")
    }

    @Test(arguments: ["dora", "nist-csf", "pci-dss", "iso27001", "pdis"], ["2026-10", "2025-02"])
    func `a store of few kinds, and an empty period, verify`(framework: String, period: String) throws {
        try folder.write("targets: {time-to-resolve: {high: 2 h}, time-to-acknowledge: 1 h}\n", to: "targets.yaml")
        try folder.write(#"{"kind":"alert","id":"1112953674841025000","tenant":"t","raised":"2026-10-02T08:00:00Z"}"#, to: "one.ndjson")
        #expect(try tool("import", "one.ndjson", "--store", "one.sqlite").code == 0)
        let words = ["--framework", framework, "--period", period, "--store", "one.sqlite", "--config", "targets.yaml", "--lang", "fr"]
        #expect(try tool.run(["evidence", "--output", "pack"] + words + Self.asOf).code == 0)
        let result = try verify()
        #expect(result.code == 0, "\(result.error)")
    }

    @Test func `what is not over is not final`() throws {
        #expect(
            try tool.run(["evidence", "--framework", "nis2", "--period", "2026-11", "--final", "--output", "x"] + Self.asOf).code == 65)
        #expect(try pack("--final").code == 0)
    }

    @Test(arguments: ["Europe/Paris", "America/New_York", "Pacific/Auckland"])
    func `records of which the day alone is known verify in every zone`(zone: String) throws {
        let lines = (1...9).map { day in
            #"{"kind":"case","id":"D-\#(day)","tenant":"t","raised":"2026-10-0\#(day)","lastClosed":"2026-10-1\#(day)","status":"closed"}"#
        }
        try folder.write(lines.joined(separator: "\n"), to: "days.ndjson")
        try folder.write("zone: \(zone)\n", to: "days.yaml")
        let imported = try tool("import", "days.ndjson", "--store", "days.sqlite", "--config", "days.yaml", "--zone", zone)
        #expect(imported.code == 0, "\(imported.error)")
        for (output, config) in [("pack", "days.yaml"), ("west", "west.yaml"), ("east", "east.yaml")] {
            try folder.write(
                "zone: \(config == "west.yaml" ? "America/New_York" : config == "east.yaml" ? "Asia/Tokyo" : zone)\n", to: config)
            #expect(try pack("--store", "days.sqlite", "--config", config, to: output).code == 0)
            let result = try verify(in: output)
            #expect(result.code == 0, "\(config): \(result.error)")
        }
    }

    @Test(arguments: [
        (#""name" : "recompute.json""#, #""name" : "manifest.json""#, "it does not name recompute.json"),
        (".xlsx", ".csv", "it does not name one workbook"), (#""manifest" : 2"#, #""manifest" : 99"#, "not a manifest of this version"),
        (#""period" : "2026-10""#, #""period" : "2026-09""#, "it says 2026-09, recompute.json 2026-10"),
        (#""alert" : 41"#, #""other" : 41"#, "0 records of kind alert"),
        (#""receipt" : 1"#, #""receipt" : 7"#, "manifest.json says otherwise"),
    ])
    func `a manifest that says less or something else is no match`(old: String, new: String, difference: String) throws {
        #expect(try pack().code == 0)
        var manifest = String(decoding: try bytes("manifest.json"), as: UTF8.self)
        #expect(manifest.contains(old))
        manifest.replace(old, with: new)
        try folder.write(manifest, to: "pack/manifest.json")
        let result = try verify()
        #expect(result.code == 1 && result.error.contains(difference), "\(result.error)")
    }

    @Test func `what does not apply is said of controls that there are`() throws {
        try folder.write("zone: Europe/Paris\nnotApplicable: {nis2-2690: {annex-1.1: {en: No reason., fr: Aucune.}}}\n", to: "na.yaml")
        #expect(try pack("--config", "na.yaml").code == 0)
        #expect(try verify().code == 0)
        try folder.write("notApplicable: {nis2-2690: {annex-99: x}}\n", to: "na.yaml")
        #expect(try pack("--config", "na.yaml", to: "x").code == 65)
    }

    @Test func `a document is attached with what it is evidence of, and its changes are told`() throws {
        try folder.write("Policy", to: "policy.txt")
        let words = ["--title", "Policy v3", "--owner", "CISO"]
        func attach(_ control: String, _ covers: String) throws -> Tool.Result {
            try tool.run(["evidence", "attach", "policy.txt", "--control", control, "--covers", covers] + words + Self.asOf)
        }
        #expect(try attach("nis2-2690:annex-1.1", "2026").code == 0)
        #expect(try attach("nis2-2690:annex-99", "2026").code == 65)
        #expect(try tool("evidence", "documents").code == 0)
        #expect(try pack().code == 0)
        #expect(try verify().output.contains("match: 4 files"))
        #expect(try bytes("documents/1-Policy-v3.txt") == Data("Policy".utf8))
        try folder.write("Another policy", to: "policy.txt")
        let changed = try tool("evidence", "documents")
        #expect(changed.code == 1 && changed.output.contains("changed"))
        #expect(try pack(to: "later").code == 0)
        #expect(!FileManager.default.fileExists(atPath: folder.path("later/documents")))
    }

    /// Texts that spreadsheets, XML or people stumble over.
    private static let hostile = [
        "=1+1", "+1", "-1", "@SUM(A1)", "{=A1}", "=HYPERLINK(\"http://example.com\")", "<a>&amp;</a>]]>", "\u{202E}right to left\u{202C}",
        "\u{200F}مرحبا", "👩‍👩‍👧‍👦🏴‍☠️", "tab\tand\nline", "_x0041_ _x000D_", "_x0041_x0042_", "   ", "'quoted", "\"both\"", "a\u{0}b\u{7}c",
        "\u{FFFE}\u{FFFF}",
        String(repeating: "long ", count: 8_000), "#REF!", "TRUE", "0012", "1e5", "2026-10-01",
    ]

    private static let openpyxl = ["/usr/bin/python3", "/usr/local/bin/python3"].first { path in
        let process = Process()
        (process.executableURL, process.arguments) = (URL(fileURLWithPath: path), ["-c", "import openpyxl"])
        (process.standardError, process.standardOutput) = (FileHandle.nullDevice, FileHandle.nullDevice)
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    @Test(.enabled(if: openpyxl != nil, "no python3 with openpyxl here; make setup-tests installs it"))
    func `hostile text in every field is shown as it is, and verifies`() throws {
        let lines = try Self.hostile.enumerated().map { number, text in
            let record: [String: Any] = [
                "kind": "alert", "id": "H\(number) \(text.prefix(2_000))", "tenant": "hostile", "number": text, "title": text, "rule": text,
                "category": text, "techniques": [text], "rootCause": text, "raised": "2026-10-02T08:00:00Z",
            ]
            return String(decoding: try JSONSerialization.data(withJSONObject: record), as: UTF8.self)
        }
        try folder.write(lines.joined(separator: "\n"), to: "hostile.ndjson")
        let imported = try tool("import", "hostile.ndjson", "--store", "hostile.sqlite")
        #expect(imported.code == 0, "\(imported.error)")
        #expect(try pack("--store", "hostile.sqlite").code == 0)
        let verified = try verify()
        #expect(verified.code == 0, "\(verified.error)")
        let titles = try column("Title")
        let expected = Self.hostile.map { text -> String in
            let shown = String(
                String.UnicodeScalarView(
                    text.unicodeScalars.map { scalar in
                        let isControl =
                            scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || scalar.value == 0xFFFE || scalar.value == 0xFFFF
                        return isControl ? "\u{FFFD}" : scalar
                    }))
            return shown.count > 32_767 ? String(shown.prefix(16_000)) + " […]" : shown
        }
        for text in expected where !text.allSatisfy(\.isWhitespace) {
            // openpyxl leaves the escape that spreadsheets undo.
            #expect(titles.contains(text) || titles.contains(text.replacing("_x", with: "_x005F_x")), "\(text.prefix(40))")
        }
    }

    private func column(_ head: String) throws -> [String] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.openpyxl))
        let script = House.root.appendingPathComponent("Tests/Independent/read_column.py").path
        process.arguments = [script, folder.path("pack/\(Self.workbook)"), "Population", head]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return (try JSONSerialization.jsonObject(with: data) as? [Any] ?? []).map { "\($0)" }
    }
}
