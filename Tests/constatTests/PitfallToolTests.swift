import ConstatControls
import ConstatModel
import ConstatNotification
import ConstatTesting
import ConstatYAML
import Foundation
import Testing

/// The mistakes that others made, as far as a store, a command or a file of rules keeps from them; the rest is in `PitfallTests`.
struct PitfallToolTests {
    private func alerts(_ rows: [String]) -> String {
        (["kind,id,tenant,title,severity,status,raised,ingested,acknowledged,updated"] + rows).joined(separator: "\n")
    }

    private func row(_ id: Int, acknowledged: String = "2026-10-05T08:30:00Z", updated: String = "2026-10-05T09:00:00Z") -> String {
        "alert,A-\(id),acme,x,high,in-progress,2026-10-05T08:00:00Z,2026-10-05T08:00:00Z,\(acknowledged),\(updated)"
    }

    @Test func `pitfall 2, a median sold as a mean: both have their names`() throws {
        let folder = try TemporaryFolder()
        let tool = Tool(folder: folder.url.path)
        try folder.write(alerts((1...6).map { row($0) }), to: "a.csv")
        #expect(try tool("import", "a.csv").code == 0)
        let json = try tool("metrics", "--period", "2026-10", "--metric", "mtta", "--format", "json").output
        #expect(json.contains("\"median\" : 1800000") && json.contains("\"mean\" : 1800000"))
        #expect(try tool("metrics", "explain", "mtta").output.contains("median (mean of the two middle values)"))
    }

    @Test func `pitfall 8, several rows a case: the latest of each is counted, once`() throws {
        let folder = try TemporaryFolder()
        let tool = Tool(folder: folder.url.path)
        let later = row(1, acknowledged: "2026-10-05T08:10:00Z", updated: "2026-10-06T09:00:00Z")
        try folder.write(alerts([row(1), row(1), later, row(2)]), to: "a.csv")
        #expect(try tool("import", "a.csv").code == 0)
        let json = try tool("metrics", "--period", "2026-10", "--metric", "alert-volume", "--format", "json").output
        #expect(json.contains("\"n\" : 2,"))
    }

    @Test func `pitfall 9, hard-coded dates: without a period there is no figure`() throws {
        let folder = try TemporaryFolder()
        #expect(try Tool(folder: folder.url.path)("metrics").code == 64)
    }

    @Test func `pitfall 18, history rewritten: a frozen month stays, and what would differ is listed with its cause`() throws {
        let folder = try TemporaryFolder()
        let tool = Tool(folder: folder.url.path)
        func run(_ words: String...) throws -> Tool.Result { try tool.run(words + ["--as-of", "2026-11-02T08:00:00Z"]) }
        try folder.write(alerts((1...8).map { row($0) }), to: "a.csv")
        #expect(try run("import", "a.csv").code == 0)
        #expect(try run("freeze", "2026-10").output.contains("frozen 2026-10 · acme"))
        // The same rows in another file, in another order: nothing has changed.
        try folder.write(alerts((1...8).reversed().map { row($0) }), to: "b.csv")
        #expect(try run("import", "b.csv").code == 0)
        let same = try run("restatements", "--all")
        #expect(same.code == 0 && same.output.contains("frozen months: 1 · 0 restatements"), "\(same.output)")
        // A later state of all: the median moves, and the third import is the cause.
        let moved = (1...8).map { row($0, acknowledged: "2026-10-05T08:45:00Z", updated: "2026-11-01T00:00:00Z") }
        try folder.write(alerts(moved), to: "c.csv")
        #expect(try run("import", "c.csv").code == 0)
        let changed = try run("restatements")
        #expect(changed.code == 1)
        let line = changed.output.split(separator: "\n").first { $0.contains("Time to acknowledge") && !$0.contains("high") } ?? ""
        #expect(
            line.contains("30\u{202F}min (n 8)") && line.contains("45\u{202F}min (n 8)") && line.contains("receipt 3"), "\(changed.output)")
        #expect(try run("freeze", "2026-10").output.contains("frozen already"))
        #expect(try run("freeze", "2026-10", "--again", "late states").code == 0)
        #expect(try run("restatements").code == 0)
    }

    @Test func `pitfall 21, comparing organisations: no published figure without whom it is about`() throws {
        let path = House.controls.appendingPathComponent("benchmarks.yaml")
        let benchmarks = try Benchmark.all(YAMLValue.parse(House.text(path), file: path.path))
        #expect(benchmarks.count > 20)
        for benchmark in benchmarks {
            #expect(!benchmark.population.en.isEmpty && !benchmark.caveat.fr.isEmpty && benchmark.year > 2019, "\(benchmark.id)")
            #expect((benchmark.metric == nil) != (benchmark.near == nil), "\(benchmark.id): the same definition, or near one")
        }
    }

    @Test func `pitfall 23, different tools, same word: their figures stand beside ours with their instants`() throws {
        let folder = try TemporaryFolder()
        let tool = Tool(folder: folder.url.path)
        try folder.write(alerts((1...6).map { row($0) }), to: "a.csv")
        #expect(try tool("import", "a.csv").code == 0)
        for vendor in ["thehive", "sentinel", "splunk-es", "kibana", "xsoar", "google-secops", "servicenow", "expel"] {
            let result = try tool("metrics", "compare", "--with", vendor, "--period", "2026-10")
            #expect(result.code == 0 && result.output.contains("ours:"), "\(vendor): \(result.error)")
        }
    }

    @Test func `pitfall 25, deadline folklore: each deadline has its article`() throws {
        for id in ["nis2", "dora", "gdpr"] {
            let file = House.controls.appendingPathComponent("\(id)/notification.yaml")
            let regime = try Regime(YAMLValue.parse(House.text(file), file: id))
            for stage in regime.stages {
                for rule in stage.rules {
                    #expect(rule.article.en.contains("Art") && !rule.article.fr.isEmpty && !rule.confidence.isEmpty, "\(stage.id)")
                }
            }
        }
    }
}
