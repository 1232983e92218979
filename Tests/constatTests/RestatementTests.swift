import ConstatTesting
import Foundation
import Testing

/// Frozen months, purges and corrections, as a user does them; each was wrong once.
struct RestatementTests {
    private final class Place {
        let folder: TemporaryFolder
        let tool: Tool

        init(_ configuration: String = "zone: Europe/Paris\n") throws {
            folder = try TemporaryFolder()
            tool = Tool(folder: folder.url.path)
            try folder.write(configuration, to: "constat.yaml")
        }

        func run(_ words: String...) throws -> Tool.Result { try tool.run(words + ["--as-of", "2026-11-03T08:00:00Z"]) }

        func add(_ name: String, _ lines: String...) throws {
            try folder.write(lines.joined(separator: "\n"), to: name)
            #expect(try run("import", name, "--tenant", "t").code == 0)
        }

        /// The field of the one measurement that is asked for, as JSON writes it.
        func figure(_ metric: String, _ field: String, _ more: String...) throws -> String {
            let words = ["metrics", "--metric", metric, "--format", "json"] + (more.isEmpty ? ["--period", "2026-10"] : more)
            let json = try tool.run(words + ["--as-of", "2026-11-03T08:00:00Z"]).output
            let line = json.split(separator: "\n").first { $0.contains("\"\(field)\" :") }
            return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: [" ", ","]) } ?? ""
        }
    }

    private let costs = "cost_id,amount,per,starts,ends,currency"

    @Test func `a purge keeps what clocks rest on`() throws {
        let place = try Place("zone: Europe/Paris\ntenants: {t: {name: T, regimes: [gdpr, nis2, dora]}}\n")
        try place.add(
            "c.csv", "kind,id,tenant,severity,status,verdict,raised,aware,first_closed,last_closed,personal_data,significant_nis2,updated",
            "case,C0,t,high,closed,true-positive,2026-03-02T08:00:00Z,2026-03-02T09:00:00Z,2026-03-05T09:00:00Z,2026-03-05T09:00:00Z,false,false,2026-03-05T09:00:00Z"
        )
        let before = try place.run("notify", "due")
        #expect(try place.run("purge", "--before", "2026-06-01").code == 0)
        let after = try place.run("notify", "due")
        #expect(before.output == after.output && before.code == after.code)
    }

    @Test func `of a spreadsheet without dates of change the later import counts, every row of it`() throws {
        let place = try Place()
        try place.add("a.csv", costs, (0..<20).map { "K\($0),100,month,2026-01-01,,EUR" }.joined(separator: "\n"))
        try place.add("b.csv", costs, (0..<20).map { "K\($0),200,month,2026-01-01,,EUR" }.joined(separator: "\n"))
        #expect(try place.figure("cost", "value") == "4000")
    }

    @Test func `a credit is subtracted, a month under way carries its days alone`() throws {
        let place = try Place()
        try place.add("a.csv", costs, "K1,12000,month,2026-01-01,,EUR", "K2,-4000,once,2026-10-15,,EUR")
        #expect(try place.figure("cost", "value") == "8000")
        #expect(try place.figure("cost", "value", "--period", "2026-11") == "1200")
        let future = try place.run("metrics", "--period", "2030")
        #expect(future.code == 64 && future.error.contains("has not begun"))
    }

    @Test func `comments change no figure, targets do, and what was frozen again is still told`() throws {
        let place = try Place("zone: Europe/Paris\ntargets: {time-to-acknowledge: 1 h}\n")
        let rows = (1...8).map { "alert,A-\($0),t,high,in-progress,2026-10-05T08:00:00Z,2026-10-05T08:30:00Z,2026-10-05T09:00:00Z" }
        try place.add("a.csv", "kind,id,tenant,severity,status,raised,acknowledged,updated", rows.joined(separator: "\n"))
        #expect(try place.run("freeze", "2026-10").code == 0)
        try place.folder.write("# ours\nzone: Europe/Paris\ntargets: {time-to-acknowledge: 1 h}\n", to: "constat.yaml")
        #expect(try place.run("restatements", "--all").output.contains("0 restatements"))
        try place.folder.write("zone: Europe/Paris\ntargets: {time-to-acknowledge: 10 min}\n", to: "constat.yaml")
        let changed = try place.run("restatements")
        #expect(changed.code == 1 && changed.output.contains("constat.yaml or Controls/ changed"))
        #expect(try place.run("freeze", "2026-10", "--again", "new targets").code == 0)
        let settled = try place.run("restatements")
        #expect(settled.code == 0 && settled.output.contains("frozen again: new targets"))
    }

    @Test func `cover that reaches into a frozen month is named as the cause`() throws {
        let place = try Place()
        try place.add("a.csv", "cover_id,starts,ends,people,role", "C1,2026-10-01T08:00:00Z,2026-10-31T20:00:00Z,2,on-site")
        #expect(try place.run("freeze", "2026-10").code == 0)
        try place.add("b.csv", "cover_id,starts,ends,people,role", "C2,2026-09-25T08:00:00Z,2026-10-01T06:00:00Z,2,on-site")
        let changed = try place.run("restatements")
        #expect(changed.code == 1 && changed.output.contains("receipt 2"), "\(changed.output)")
    }

    @Test func `counts of months are those of the months`() throws {
        let place = try Place()
        let rows = (1...6).map {
            "alert,A-\($0),t,high,closed,2026-09-2\($0)T08:00:00Z,2026-10-0\($0)T08:30:00Z,2026-10-0\($0)T09:00:00Z"
        }
        try place.add("a.csv", "kind,id,tenant,severity,status,raised,last_closed,updated", rows.joined(separator: "\n"))
        let csv = try place.run("metrics", "--period", "2026", "--by", "month", "--metric", "closed-alerts", "--format", "csv").output
        #expect(csv.contains("month=2026-10") && !csv.contains("month=2026-09"))
        #expect(
            try place.run("metrics", "--period", "2026", "--by", "month", "--metric", "backlog-alerts").error.contains(
                "can be split by month"))
    }
}
