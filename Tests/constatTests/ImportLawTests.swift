import ConstatImport
import ConstatModel
import ConstatStore
import ConstatTesting
import Foundation
import Testing

/// Laws of import and store together: what is known in the end does not depend on how it came.
struct ImportLawTests {
    private static let profile = """
        source: made-up
        kind: case
        title: Made-up cases with a history
        version: 1
        recognise: {has: [/key, /opened]}
        zone: UTC
        fields:
          id: /key
          title: /title
          severity: {from: /severity, map: {low: low, high: high}}
          status: {from: /status, map: {open: new, working: in-progress, waiting: pending, done: closed}}
          assignee: /owner
          mergedInto: /duplicateOf
          updated: /changed
        milestones:
          firstActivity: {from: /began, as: iso8601}
          raised: {from: /opened, as: iso8601}
          contained: {from: /contained, as: iso8601}
        transitions:
          - of: status
            each: /log
            at: {from: /at, as: iso8601}
            to: {from: /to, map: {open: new, working: in-progress, waiting: pending, done: closed}}
            who: /by
            by: {from: /by, map: {robot: automation}, when: {/by: robot}}
        """

    private static let start = Instant.at("2026-10-01T00:00:00Z")
    private let folder: TemporaryFolder
    private let importer: Importer
    private let made: Profile

    init() throws {
        folder = try TemporaryFolder()
        made = try Profile(contentsOf: URL(fileURLWithPath: folder.write(Self.profile, to: "made-up.yaml")))
        importer = Importer(library: ProfileLibrary(profiles: [made]))
    }

    /// Several states of some cases, each with a part of its history; some cases are merged into others.
    private func rows(_ generator: inout SeededGenerator) -> [String] {
        func time(_ hours: Int) -> String { Self.start.after(hours: Double(hours)).iso }
        return (0..<80).map { _ in
            let id = Int.random(in: 1...15, using: &generator)
            let changed = Int.random(in: 1...40, using: &generator)
            var fields = ["\"key\":\"C-\(id)\"", "\"opened\":\"\(time(id))\"", "\"changed\":\"\(time(id + changed))\""]
            fields.append("\"status\":\"\(["open", "working", "waiting", "done"][Int.random(in: 0...3, using: &generator)])\"")
            if Bool.random(using: &generator) { fields.append("\"title\":\"t\(Int.random(in: 0...2, using: &generator))\"") }
            if Bool.random(using: &generator) { fields.append("\"began\":\"\(time(id - Int.random(in: 0...9, using: &generator)))\"") }
            if Bool.random(using: &generator) { fields.append("\"contained\":\"\(time(id + 2))\"") }
            // A merge may be taken back, lead elsewhere, or in a circle.
            let target = Int.random(in: 1...15, using: &generator)
            if id > 11, target != id, target > 3 { fields.append("\"duplicateOf\":\"C-\(target)\"") }
            let log = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
                let to = ["open", "working", "waiting", "done"][Int.random(in: 0...3, using: &generator)]
                let by = ["robot", "ada", "bob"][Int.random(in: 0...2, using: &generator)]
                return "{\"at\":\"\(time(id + Int.random(in: 0...30, using: &generator)))\",\"to\":\"\(to)\",\"by\":\"\(by)\"}"
            }
            fields.append("\"log\":[\(log.joined(separator: ","))]")
            return "{\(fields.joined(separator: ","))}"
        }
    }

    private func put(_ rows: [String], into store: Store, by other: Profile? = nil) throws {
        let made = other ?? made
        let path = try folder.write(rows.joined(separator: "\n") + "\n", to: "export.ndjson")
        let options = Importer.Options(fallbackTenant: "acme", asOf: .at("2026-12-01T00:00:00Z"), privacy: Privacy(key: [7]))
        let receipt = Receipt(
            file: "export.ndjson", sha256: "", bytes: 0, source: made.source, kind: made.kind, profile: made.name,
            profileVersion: made.version, profileDigest: made.digest, zone: "UTC", tenant: nil, tool: "test", importedAt: Self.start)
        let profile = ProfileRow(of: receipt, rules: [made.kind: made.derive])
        let done = try store.importing(receipt, profile: profile, isDryRun: false) { session in
            let facts = try importer.read(Export(path: path, name: "export.ndjson"), with: made, options: options) { part in
                try session.put(part.records, changes: part.changes, historyRows: part.historyRows)
                for refusal in part.refusals { try session.refuse(refusal) }
            }
            return (facts.sha256, facts.bytes)
        }
        #expect(done.counts.isBalanced)
        #expect(done.counts.rows == rows.count)
    }

    @Test(arguments: 1...25)
    func `any order, any split into files and any repetition give the same final records`(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let rows = rows(&generator)
        let whole = try Store.inMemory()
        try put(rows, into: whole)
        for _ in 0..<4 {
            let store = try Store.inMemory()
            var rest = rows.shuffled(using: &generator)
            while !rest.isEmpty {
                let part = Array(rest.prefix(Int.random(in: 1...40, using: &generator)))
                rest.removeFirst(part.count)
                try put(part, into: store)
                if Bool.random(using: &generator) { try put(part.shuffled(using: &generator), into: store) }
            }
            #expect(try store.contentDigest() == whole.contentDigest())
        }
    }

    @Test func `when a profile derives milestones in another way, what earlier imports brought is derived anew`() throws {
        var generator = SeededGenerator(seed: 11)
        let rows = rows(&generator)
        let text = Self.profile + "\nderive:\n  acknowledged: {last: status, to: [in-progress, pending]}\n"
        let newer = try Profile(contentsOf: URL(fileURLWithPath: folder.write(text, to: "made-up.yaml")))
        let (old, mixed, new) = (try Store.inMemory(), try Store.inMemory(), try Store.inMemory())
        try put(rows, into: old)
        try put(rows, into: mixed)
        try put([#"{"key":"Z","opened":"2026-10-01T05:00:00Z"}"#], into: mixed, by: newer)
        try put(rows + [#"{"key":"Z","opened":"2026-10-01T05:00:00Z"}"#], into: new, by: newer)
        #expect(try mixed.contentDigest() == new.contentDigest())
        #expect(try mixed.contentDigest() != old.contentDigest())
        // And back again: the text that was used last counts, also where it says nothing.
        try put([#"{"key":"Z","opened":"2026-10-01T06:00:00Z","changed":"2026-10-03T00:00:00Z"}"#], into: mixed)
        try put([#"{"key":"Z","opened":"2026-10-01T06:00:00Z","changed":"2026-10-03T00:00:00Z"}"#], into: old)
        #expect(try mixed.cases(named: "C-1", tenant: nil).map(\.record) == old.cases(named: "C-1", tenant: nil).map(\.record))
        #expect(try mixed.cases(named: "C-9", tenant: nil).map(\.record) == old.cases(named: "C-9", tenant: nil).map(\.record))
    }

    @Test func `a new text of a profile takes back no change of another day`() throws {
        let newer = try Profile(contentsOf: URL(fileURLWithPath: folder.write(Self.profile + "\n# newer\n", to: "made-up.yaml")))
        let store = try Store.inMemory()
        func row(_ log: String, _ changed: String) -> String {
            #"{"key":"A","opened":"2026-10-05T08:00:00Z","changed":"\#(changed)","status":"done","log":[\#(log)]}"#
        }
        try put([row(#"{"at":"2026-10-05T18:00:00Z","to":"done","by":"ada"}"#, "2026-10-05T18:00:00Z")], into: store)
        let tuesday = #"{"at":"2026-10-06T08:00:00Z","to":"working","by":"ada"},{"at":"2026-10-06T10:00:00Z","to":"done","by":"ada"}"#
        try put([row(tuesday, "2026-10-06T10:00:00Z")], into: store, by: newer)
        let record = try #require(try store.cases(named: "A", tenant: nil).first?.record)
        #expect(record.instant(.firstClosed)?.iso == "2026-10-05T18:00:00Z")
        #expect(record.reopenings == 1)
    }

    @Test func `when two exports tell one change, it does not matter which came first`() throws {
        let text = Self.profile.replacing("    who: /by", with: "    keeps: last\n    who: /by").replacing(
            "title: Made-up", with: "title: Last")
        let last = try Profile(contentsOf: URL(fileURLWithPath: folder.write(text, to: "made-up-last.yaml")))
        let row = #"{"key":"A","opened":"2026-10-05T08:00:00Z","log":[{"at":"2026-10-05T18:00:00Z","to":"waiting","by":"ada"}]}"#
        let (one, other) = (try Store.inMemory(), try Store.inMemory())
        try put([row], into: one, by: last)
        try put([row], into: one)
        try put([row], into: other)
        try put([row], into: other, by: last)
        #expect(try one.contentDigest() == other.contentDigest())
        #expect(try one.cases(named: "A", tenant: nil).first?.record.reopenings == 0)
    }

    @Test func `a purge loses no acknowledgement, whoever took what over from whom`() throws {
        let text =
            Self.profile + """

                  - of: assignee
                    each: /owners
                    at: {from: /at, as: iso8601}
                    to: /to
                    from: /from
                    by: {from: /by, map: {robot: automation}, when: {/by: robot}}
                """
        let profile = try Profile(contentsOf: URL(fileURLWithPath: folder.write(text, to: "made-up.yaml")))
        let store = try Store.inMemory()
        let owners = [
            #"{"at":"2026-10-05T09:00:00Z","from":"bot","to":"queue","by":"robot"}"#,
            #"{"at":"2026-10-05T09:30:00Z","from":"queue","to":"queue","by":"bob"}"#,
            #"{"at":"2026-10-05T10:00:00Z","from":"queue","to":"ada","by":"ada"}"#,
            #"{"at":"2026-10-05T11:00:00Z","from":"ada","to":"ada","by":"ada"}"#,
        ]
        func row(_ changed: String) -> String {
            #"{"key":"A","opened":"2026-10-05T08:00:00Z","changed":"\#(changed)","owners":[\#(owners.joined(separator: ","))]}"#
        }
        try put([row("2026-10-05T12:00:00Z")], into: store, by: profile)
        let before = try #require(try store.cases(named: "A", tenant: nil).first?.record.milestones)
        #expect(before[.acknowledged]?.instant.iso == "2026-10-05T10:00:00Z")
        _ = try store.purge(before: .at("2026-10-06T00:00:00Z"), asOf: .at("2026-10-07T00:00:00Z"), tool: "test", isDryRun: false)
        try put([row("2026-10-08T12:00:00Z")], into: store, by: profile)
        #expect(try store.cases(named: "A", tenant: nil).first?.record.milestones == before)
    }

    @Test func `a survivor has the earliest instants of all that were merged into it, whichever came first`() throws {
        let child =
            #"{"key":"B","opened":"2026-10-01T05:00:00Z","began":"2026-10-01T01:00:00Z","duplicateOf":"A","changed":"2026-10-02T00:00:00Z"}"#
        let survivor = #"{"key":"A","opened":"2026-10-01T08:00:00Z","began":"2026-10-01T07:00:00Z","changed":"2026-10-02T00:00:00Z"}"#
        for order in [[child, survivor], [survivor, child]] {
            let store = try Store.inMemory()
            for row in order { try put([row], into: store) }
            let record = try #require(try store.cases(named: "A", tenant: nil).first?.record)
            #expect(record.instant(.raised)?.iso == "2026-10-01T05:00:00Z")
            #expect(record.instant(.firstActivity)?.iso == "2026-10-01T01:00:00Z")
            #expect(try store.cases(named: "B", tenant: nil).first?.record.status == .merged)
        }
    }

    @Test func `a purge removes names and titles, keeps every instant, and what was purged does not come back`() throws {
        var generator = SeededGenerator(seed: 3)
        let rows = rows(&generator)
        let store = try Store.inMemory()
        try put(rows, into: store)
        let october = try #require(Period.of("2026-10"))
        let before = try store.records(.case, tenant: nil, .raised(in: october))
        let purge = try store.purge(before: .at("2027-01-01T00:00:00Z"), asOf: .at("2027-01-02T00:00:00Z"), tool: "test", isDryRun: false)
        #expect(purge.records > 0 && purge.transitions > 0)
        try put(rows.shuffled(using: &generator), into: store)
        let after = try store.records(.case, tenant: nil, .raised(in: october))
        #expect(after.map(\.record.milestones) == before.map(\.record.milestones))
        #expect(after.map(\.record.reopenings) == before.map(\.record.reopenings))
        #expect(after.allSatisfy { $0.record.title == nil && $0.record.assignee == nil && $0.record.facts.isEmpty })
        #expect(try store.purges().map(\.number) == [1])
        #expect(try store.purges().brokenLink == nil)
    }
}
