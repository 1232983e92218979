import ConstatModel
import ConstatTesting
import Foundation
import Testing

/// The whole main job on the made-up organisation, run once, then looked at from all sides.
@Suite(.serialized)
struct DemoTests {
    private static let demo = Result { try Demo() }
    static let asOf = "2026-11-03T08:00:00Z"

    struct Demo {
        let folder: TemporaryFolder
        let tool: Tool
        let first: Tool.Result

        init() throws {
            folder = try TemporaryFolder()
            tool = Tool(folder: folder.url.path)
            first = try tool("demo", "demo")
        }

        var place: [String] { ["--store", "demo/constat.sqlite", "--config", "demo/constat.yaml", "--as-of", DemoTests.asOf] }

        /// The exports with the tenant each is imported for.
        var exports: [[String]] {
            let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path("demo/exports"))) ?? []
            return files.sorted().map { file in
                let tenant = String(file.split(separator: "-")[0])
                return ["import", "demo/exports/\(file)"] + (file == "estran-alerts.csv" ? [] : ["--tenant", tenant])
            }
        }

        func content(_ store: String) throws -> String {
            try tool("doctor", "--store", store).output.split(separator: "\n").first { $0.hasPrefix("content") }.map(String.init) ?? ""
        }

        /// Every text of a workbook, unpacked by a program that is not ours.
        func cells(_ path: String) throws -> String {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
            let script = "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print(*[z.read(n).decode() for n in z.namelist()])"
            process.arguments = ["-c", script, folder.path("demo/\(path)")]
            let pipe = Pipe()
            process.standardOutput = pipe
            try process.run()
            let data = pipe.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return String(decoding: data, as: UTF8.self)
        }

        func documents(_ name: String) throws -> [String: Data] {
            var documents: [String: Data] = [:]
            for path in FileManager.default.enumerator(atPath: folder.path(name))?.compactMap({ $0 as? String }) ?? [] {
                let url = folder.url.appendingPathComponent("\(name)/\(path)")
                if ["html", "md", "xlsx", "json"].contains(url.pathExtension), !path.hasPrefix("exports") {
                    documents[path] = try Data(contentsOf: url)
                }
            }
            return documents
        }
    }

    var demo: Demo { get throws { try Self.demo.get() } }

    @Test func `the demo runs to its end and leaves every document`() throws {
        let first = try Self.demo.get().first
        #expect(first.code == 0, "\(first.error)")
        let names = Set(try demo.documents("demo").keys)
        for name in [
            "reports/monthly-armorique-2026-10-fr.html", "reports/monthly-armorique-2026-10-en.html",
            "evidence/armorique/evidence-dora-armorique-2026-10-fr.xlsx", "evidence/armorique/manifest.json",
        ] { #expect(names.contains(name)) }
        let drafts = names.filter { $0.hasPrefix("drafts/") && $0.hasSuffix("-fr.md") }
        #expect(drafts.count { $0.contains("/nis2-") } == 7 && drafts.count { $0.contains("/dora-") } == 7, "\(drafts)")
        #expect(drafts.count { $0.contains("/gdpr-") } == 6 && drafts.count { $0.contains("/assessment-") } == 1)
    }

    /// The recorded samples are what the tool writes today; `make samples` records them anew.
    @Test(arguments: [("notifications", "drafts", 45), ("reports", "reports", 6)])
    func `the samples in Reports are what the demo writes`(samples: (folder: String, from: String, least: Int)) throws {
        let folder = House.reports.appendingPathComponent("samples/\(samples.folder)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasSuffix(".png") }
        #expect(names.count >= samples.least)
        let written = try demo.documents("demo/\(samples.from)")
        for name in names {
            let recorded = try Data(contentsOf: folder.appendingPathComponent(name))
            #expect(written[name] == recorded, "\(name): run make samples and read the difference")
        }
    }

    @Test func `no draft shows a raw key, an empty heading, or the other language`() throws {
        for (path, data) in try demo.documents("demo/drafts") where path.hasSuffix(".md") {
            let text = String(decoding: data, as: UTF8.self)
            #expect(text.firstMatch(of: /\{[a-zA-Z.]+\}/) == nil, "\(path): a name in braces")
            for match in text.matches(of: /[a-z]+_[a-z_]+/) where !match.0.contains("dora_ir") {
                Issue.record("\(path): raw word \(match.0)")
            }
            let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
            for (line, next) in zip(lines, lines.dropFirst()) where line.hasPrefix("#") && next.hasPrefix("#") {
                // The list of what is missing has a heading that says that nothing is.
                let isEmptyByRight = ["Aucun fait requis", "No required fact"].contains { line.contains($0) }
                #expect(
                    isEmptyByRight || line.prefix(while: { $0 == "#" }).count < next.prefix(while: { $0 == "#" }).count, "\(path): \(line)")
            }
            guard path.hasSuffix("-fr.md") else { continue }
            for word in [" the ", " and ", " of ", "history:", "unknown", "MISSING", " if it applies"] {
                #expect(!text.contains(word), "\(path): \(word)")
            }
        }
    }

    @Test func `all exports again: nothing changes, nothing is stored`() throws {
        let before = try demo.content("demo/constat.sqlite")
        for words in try demo.exports {
            let result = try demo.tool.run(words + demo.place)
            #expect(result.code == 0)
            #expect(result.output.contains("already imported"))
        }
        #expect(try demo.content("demo/constat.sqlite") == before)
    }

    @Test func `shuffled and twice into a fresh store: the same content`() throws {
        var generator = SeededGenerator(seed: 11)
        let exports = try demo.exports.shuffled(using: &generator)
        try FileManager.default.copyItem(atPath: demo.folder.path("demo/constat.key"), toPath: demo.folder.path("constat.key"))
        for words in exports {
            #expect(try demo.tool.run(words + ["--store", "shuffled.sqlite", "--config", "demo/constat.yaml"]).code == 0)
        }
        for words in exports {
            #expect(try demo.tool.run(words + ["--store", "shuffled.sqlite", "--config", "demo/constat.yaml"]).output.contains("0 stored"))
        }
        #expect(try demo.content("shuffled.sqlite") == demo.content("demo/constat.sqlite"))
        #expect(try demo.content("shuffled.sqlite").count > 70)
    }

    @Test func `the same store and the same instant: the same bytes`() throws {
        let again = try demo.tool("demo", "again")
        #expect(again.code == 0)
        #expect(try demo.documents("again") == demo.documents("demo"))
    }

    @Test func `no document of a tenant names another tenant`() throws {
        for (path, data) in try demo.documents("demo") {
            let text = path.hasSuffix("xlsx") ? try demo.cells(path) : String(decoding: data, as: UTF8.self)
            let own = ["armorique", "ponant", "estran"].filter { path.contains($0) }
            for other in ["armorique", "ponant", "estran"] where own.count == 1 && !own.contains(other) {
                #expect(!text.contains("\(other)-"), "\(path) names \(other)")
            }
        }
    }

    @Test(arguments: ["armorique", "ponant", "estran"])
    func `every pack of the demo is computed again from itself`(tenant: String) throws {
        let result = try demo.tool("verify", "demo/evidence/\(tenant)")
        #expect(result.code == 0 && result.output.contains("match: 3 files"), "\(result.error)")
    }

    @Test func `an open clock is listed, and an overdue one ends with 1`() throws {
        let due = try demo.tool.run(["notify", "due"] + demo.place)
        #expect(due.code == 1)
        #expect(due.output.contains("overdue by"))
        #expect(due.output.contains("Regulation (EU) 2016/679 Art. 33(1)"))
    }

    static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first { run($0, ["-c", "import yaml"]) == 0 }

    @Test(.enabled(if: python != nil, "no python3 with PyYAML here; make setup-tests installs it"))
    func `every figure equals an independent computation from the export files`() throws {
        let script = House.root.appendingPathComponent("Benchmarks/verify_figures.py").path
        let folder = try demo.folder.path("demo")
        let words = [script, Tool.binary.path, folder, "--as-of", Self.asOf, "--period", "2026-10", "--without-survival"]
        #expect(Self.run(try #require(Self.python), words) == 0)
    }

    @Test func `frozen, and all exports imported again: no restatement`() throws {
        try FileManager.default.copyItem(atPath: demo.folder.path("demo"), toPath: demo.folder.path("frozen"))
        let place = ["--store", "frozen/constat.sqlite", "--config", "frozen/constat.yaml", "--as-of", Self.asOf]
        #expect(try demo.tool.run(["freeze", "2026-10"] + place).code == 0)
        for words in try demo.exports { #expect(try demo.tool.run(words + place).code == 0) }
        let result = try demo.tool.run(["restatements", "--all"] + place)
        #expect(result.code == 0 && result.output.contains("0 restatements"), "\(result.output)")
    }

    static func run(_ program: String, _ words: [String]) -> Int32 {
        guard FileManager.default.isExecutableFile(atPath: program) else { return -1 }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = words
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return -1 }
        process.waitUntilExit()
        return process.terminationStatus
    }
}
