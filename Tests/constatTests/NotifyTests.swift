import ConstatModel
import ConstatStore
import ConstatTesting
import Foundation
import Testing

/// From one fact file to drafts, clocks and the register, as a user does it.
struct NotifyTests {
    private static let now = ["--as-of", "2026-10-10T08:00:00Z"]
    private let folder: TemporaryFolder
    private let tool: Tool

    init() throws {
        folder = try TemporaryFolder()
        tool = Tool(folder: folder.url.path)
        try FileManager.default.createDirectory(atPath: folder.path("incidents"), withIntermediateDirectories: true)
        let rows = [
            "kind,id,number,raised,aware,classified,title",
            "case,C-1,7,2026-10-08T06:00:00Z,2026-10-08T07:00:00Z,2026-10-08T08:00:00Z,Outage",
        ]
        try folder.write(rows.joined(separator: "\n") + "\n", to: "cases.csv")
        try folder.write(
            """
            zone: Europe/Paris
            tenants:
              acme:
                name: Acme
                entity: {type: credit_institution, lei: 999900ARMORIQUE00068, country: FR, nis2Class: essential}
            """, to: "constat.yaml")
        #expect(try run("import", "cases.csv", "--tenant", "acme").code == 0)
    }

    private func run(_ words: String...) throws -> Tool.Result { try tool.run(words + Self.now) }

    private func draft(_ regime: String, _ stage: String) throws -> Tool.Result {
        try run("notify", "draft", "7", "--regime", regime, "--stage", stage, "--output", "drafts")
    }

    @Test func `a fact file is written, completed, and kept when it is written again`() throws {
        #expect(try run("incident", "facts", "7").code == 0)
        let path = folder.path("incidents/acme_7.yaml")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains("# history: 2026-10-08T09:00:00+02:00 (aware, import 1, row") && text.contains("\n  aware: history\n"))
        #expect(text.contains("\n  crossBorder: unknown\n"))
        try text.replacing("crossBorder: unknown", with: "crossBorder: yes").write(toFile: path, atomically: true, encoding: .utf8)
        #expect(try run("incident", "facts", "7").code == 0)
        #expect(try String(contentsOfFile: path, encoding: .utf8).contains("\n  crossBorder: yes\n"))
    }

    @Test func `history in a fact file follows a later import, and what a person stated stays`() throws {
        _ = try run("incident", "facts", "7")
        let path = folder.path("incidents/acme_7.yaml")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try text.replacing("classified: history", with: "classified: 2026-10-08T08:30:00Z").write(
            toFile: path, atomically: true, encoding: .utf8)
        let rows =
            "kind,id,number,raised,aware,classified,title\ncase,C-1,7,2026-10-08T06:00:00Z,2026-10-08T06:30:00Z,2026-10-08T08:10:00Z,Outage, again\n"
        try folder.write(rows.replacing(", again", with: ""), to: "later.csv")
        #expect(try run("import", "later.csv", "--tenant", "acme").code == 0)
        let due = try run("notify", "due").output
        #expect(due.contains("2026-10-09T06:30:00Z"), "24 h from what history says now")
        #expect(due.contains("2026-10-08T12:30:00Z"), "4 h from what the person said")
        _ = try run("incident", "facts", "7")
        #expect(try String(contentsOfFile: path, encoding: .utf8).contains("(aware, import 2, row"))
    }

    @Test func `what history tells can be struck out, and a file about nobody is a fault`() throws {
        let path = folder.path("incidents/acme_7.yaml")
        try "case: {tenant: acme, source: constat, native: C-1}\nfacts:\n  classified: withdrawn\n".write(
            toFile: path, atomically: true, encoding: .utf8)
        #expect(try run("notify", "due").output.contains("guard rail"))
        _ = try run("incident", "facts", "7")
        #expect(try String(contentsOfFile: path, encoding: .utf8).contains("\n  classified: withdrawn\n"))
        try "case: {tenant: acme, source: constat, native: C-1x}\nfacts:\n  crossBorder: yes\n".write(
            toFile: path, atomically: true, encoding: .utf8)
        #expect(try run("notify", "due").error.contains("there is no such case"))
        #expect(try run("incident", "facts", "7").code == 65, "another case's file is never written over")
        #expect(try draft("nis2", "early-warning").code == 65)
    }

    @Test func `who is to be told and nobody knows since when: that is said`() throws {
        try folder.write("kind,id,raised,title\ncase,C-4,2026-10-01T06:00:00Z,Unknown since\n", to: "fourth.csv")
        _ = try run("import", "fourth.csv", "--tenant", "acme")
        try folder.write(
            "case: {tenant: acme, source: constat, native: C-4}\nfacts:\n  significantNis2: yes\n  personalData: yes\n",
            to: "incidents/4.yaml")
        let due = try run("notify", "due").output.split(separator: "\n").filter { $0.contains("C-4") }
        #expect(due.contains { $0.contains("NIS2") && $0.contains("aware is unknown") })
        #expect(due.contains { $0.contains("GDPR") && $0.contains("awarePersonalData is unknown") })
        #expect(!due.contains { $0.contains("DORA") })
    }

    @Test func `who sends after deciding not to has decided anew`() throws {
        _ = try run(
            "notify", "decide", "7", "--regime", "dora", "--outcome", "do-not-notify", "--by", "CISO", "--reasons", "Minor.", "--at",
            "2026-10-08T09:00:00Z")
        #expect(!(try run("notify", "due").output.contains("DORA")))
        _ = try run("notify", "record", "7", "--regime", "dora", "--stage", "initial", "--at", "2026-10-09T09:00:00Z")
        #expect(try run("notify", "due").output.contains("2026-10-12T09:00:00Z"))
    }

    @Test func `a broken template stops the draft that asks for it, and no other`() throws {
        try FileManager.default.createDirectory(atPath: folder.path("Templates"), withIntermediateDirectories: true)
        try folder.write("{{#x}} unclosed", to: "Templates/bad.de.md.mustache")
        try folder.write("{{value.nosuch}}", to: "Templates/typo.md.mustache")
        #expect(try draft("nis2", "early-warning").code == 0)
        for name in ["bad.de.md", "typo.md"] {
            let result = try run(
                "notify", "draft", "7", "--regime", "nis2", "--stage", "early-warning", "--output", "drafts", "--template", name)
            #expect(result.code == 65 && result.error.contains(name) && !result.error.contains("Parser"), "\(result.error)")
        }
    }

    @Test func `a reclassification closes the file, and nothing is sent before anybody knew`() throws {
        #expect(try run("notify", "record", "7", "--regime", "dora", "--stage", "initial", "--at", "2026-10-08T06:30:00Z").code == 65)
        _ = try run("notify", "record", "7", "--regime", "dora", "--stage", "initial", "--at", "2026-10-08T09:00:00Z")
        #expect(try run("notify", "due").output.contains("intermediate"))
        _ = try run("notify", "record", "7", "--regime", "dora", "--stage", "reclassification", "--at", "2026-10-09T09:00:00Z")
        #expect(!(try run("notify", "due").output.contains("DORA")))
    }

    @Test func `after a progress report the final one is owed, with or without a date`() throws {
        for (stage, at) in [("incident-notification", "2026-10-08T09:00:00Z"), ("progress-report", "2026-10-09T09:00:00Z")] {
            _ = try run("notify", "record", "7", "--regime", "nis2", "--stage", stage, "--at", at)
        }
        #expect(try run("notify", "due").output.contains("final-report: no date yet, recovered and resolved unknown"))
    }

    @Test func `two cases of one number have a file each`() throws {
        let rows = "kind,id,number,raised,aware,title\ncase,C-2,7,2026-10-08T06:00:00Z,2026-10-08T07:00:00Z,Another\n"
        try folder.write(rows, to: "second.csv")
        #expect(try run("import", "second.csv", "--tenant", "acme").code == 0)
        #expect(try run("notify", "assess", "7").code == 66)
        for id in ["C-1", "C-2"] { #expect(try run("incident", "facts", id).code == 0) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("incidents")).count == 2)
    }

    @Test func `what was late stays late, whatever is decided afterwards`() throws {
        _ = try run("notify", "record", "7", "--regime", "dora", "--stage", "initial", "--at", "2026-10-09T12:00:00Z")
        let before = try run("notify", "register", "--format", "json").output
        #expect(before.contains("sentLate") && before.contains("2026-10-08T12:00:00Z"))
        _ = try run("notify", "decide", "7", "--regime", "dora", "--outcome", "do-not-notify", "--by", "CISO", "--reasons", "Not major.")
        let after = try run("notify", "register", "--format", "json").output
        #expect(after.contains("sentLate") && after.contains("2026-10-08T12:00:00Z"))
    }

    @Test func `of two decisions the later one holds, in whichever order they are told`() throws {
        for (outcome, at) in [("notify", "2026-10-09T00:00:00Z"), ("do-not-notify", "2026-10-08T12:00:00Z")] {
            _ = try run(
                "notify", "decide", "7", "--regime", "nis2", "--outcome", outcome, "--by", "CISO", "--reasons", "Because.", "--at", at)
        }
        #expect(try run("notify", "due").output.contains("NIS2"))
    }

    @Test func `a fault in one file hides no other clock, and a tenant that is none is no silence`() throws {
        try folder.write("case: {tenant: acme, source: constat, native: C-9}\nfacts: none\n", to: "incidents/other.yaml")
        let due = try run("notify", "due")
        #expect(due.output.contains("#7") && due.error.contains("incidents/other.yaml:2") && due.code == 1)
        #expect(try run("notify", "due", "--tenant", "acmee").code == 64)
    }

    @Test(arguments: [
        ("facts: []", "mapping"), ("facts: hello", "mapping"), ("version: x", "facts is missing"),
        ("facts:\n  description: \" \"", "a text"),
        ("facts:\n  clientsAffected: 0x10", "number"), ("facts:\n  crossBorder: {value: yes, source: [a]}", "text is expected"),
        ("facts:\n  memberStates: [BE, FR]", "home Member State"),
        ("facts:\n  firstRecurrence: 2026-10-08T07:00:00Z\n  firstActivity: 2026-10-08T05:00:00Z", "lies before"),
    ])
    func `what cannot be meant is a fault`(text: String, problem: String) throws {
        try folder.write("case: {tenant: acme, source: constat, native: C-1}\n\(text)\n", to: "incidents/acme_7.yaml")
        let result = try draft("nis2", "early-warning")
        #expect(result.code == 65 && result.error.contains(problem), "\(result.error)")
    }

    @Test func `before classification the 24 hours are a guard rail, and nothing is overdue`() throws {
        try folder.write("kind,id,raised,aware,title\ncase,C-3,2026-10-01T06:00:00Z,2026-10-01T07:00:00Z,Unclassified\n", to: "third.csv")
        _ = try run("import", "third.csv", "--tenant", "acme")
        let due = try run("notify", "due").output
        #expect(due.split(separator: "\n").contains { $0.contains("C-3") && $0.contains("guard rail, passed") && $0.contains("DORA") })
    }

    @Test func `a fact file with faults: each is named with its line and remedy, and no draft is written`() throws {
        try folder.write(
            """
            case: {tenant: acme, source: constat, native: C-1}
            facts:
              crossBorder: perhaps
              raised: 2026-10-08T06:00:00Z
              contained: 2026-10-08T05:00:00Z
              affectedEntitiesLei: [999900ARMORIQUE00067]
              memberStates: [UK]
              clientAffected: 3
            """, to: "incidents/acme_7.yaml")
        let result = try draft("nis2", "early-warning")
        #expect(result.code == 65)
        for line in [3, 5, 6, 7, 8] { #expect(result.error.contains("incidents/acme_7.yaml:\(line):"), "\(line)") }
        #expect(result.error.split(separator: "\n").count == 10, "each has a remedy: \(result.error)")
        #expect(!FileManager.default.fileExists(atPath: folder.path("drafts")))
    }

    @Test(arguments: [
        ("lei: 999900ARMORIQUE00069", "check digits"), ("country: UK", "European Economic Area"),
        ("nis2Class: essentielle", "not known here"), ("type: bank", "not known here"), ("zone: Paris", "time zone"),
        ("turnovr: 5", "turnovr is not known"), ("lei: 999900ARMORIQUE00068}\n    settings: {dora.amountUnit: pounds", "pounds"),
    ])
    func `an organisation that cannot be is named, and no draft is written`(entity: String, problem: String) throws {
        try folder.write("tenants:\n  acme:\n    name: Acme\n    entity: {\(entity)}\n", to: "constat.yaml")
        let result = try draft("dora", "initial")
        #expect(result.code != 0 && result.error.contains(problem), "\(result.error)")
        #expect(!FileManager.default.fileExists(atPath: folder.path("drafts")))
    }

    @Test func `a decision not to notify stops the clocks, and stands in the register with its reasons`() throws {
        #expect(try run("notify", "due").output.contains("ACME".lowercased() + " #7"))
        #expect(
            try run("notify", "decide", "7", "--regime", "nis2", "--outcome", "do-not-notify", "--by", "CISO", "--reasons", " ").code == 64)
        let decided = try run(
            "notify", "decide", "7", "--regime", "nis2", "--outcome", "do-not-notify", "--by", "CISO", "--reasons", "No severe disruption.")
        #expect(decided.code == 0, "\(decided.error)")
        #expect(!(try run("notify", "due").output.contains("NIS2")))
        let register = try run("notify", "register", "--format", "json")
        #expect(register.output.contains("No severe disruption.") && register.output.contains("do-not-notify"))
        #expect(
            try run("notify", "decide", "7", "--regime", "nis2", "--outcome", "notify", "--by", "CISO", "--reasons", "New facts.").code == 0
        )
        #expect(try run("notify", "due").output.contains("NIS2"))
    }

    @Test func `a pack and the monthly report show what was decided not to be told, and the pack can be verified`() throws {
        _ = try run(
            "notify", "record", "7", "--regime", "dora", "--stage", "initial", "--at", "2026-10-08T09:30:00Z", "--reasons", "Late, say.")
        _ = try run(
            "notify", "decide", "7", "--regime", "nis2", "--outcome", "do-not-notify", "--by", "CISO", "--reasons", "No disruption.")
        #expect(try run("evidence", "--framework", "dora", "--period", "2026-10", "--tenant", "acme", "--output", "pack").code == 0)
        #expect(try tool("verify", "pack").code == 0)
        #expect(try run("report", "monthly", "--period", "2026-10", "--tenant", "acme", "--lang", "en", "--output", "reports").code == 0)
        let page = try String(contentsOfFile: folder.path("reports/monthly-acme-2026-10-en.html"), encoding: .utf8)
        #expect(page.contains("No disruption.") && page.contains("do not notify"))
    }

    @Test func `what was sent is kept with its receipt, and the next stage says what has changed`() throws {
        try folder.write(
            "case: {tenant: acme, source: constat, native: C-1}\nfacts:\n  suspectedMalicious: unknown\n", to: "incidents/f.yaml")
        try folder.write("received", to: "ack.txt")
        let sent = ["notify", "record", "7", "--regime", "nis2", "--stage", "early-warning", "--at", "2026-10-08T12:00:00Z"]
        #expect(try tool.run(sent + ["--receipt", "ack.txt", "--channel", "portal"] + Self.now).code == 0)
        #expect(try tool.run(sent + Self.now).output.contains("nothing new"))
        #expect(try tool.run(sent + ["--reference", "R-7"] + Self.now).code == 0)
        let register = try run("notify", "register", "--format", "json")
        #expect(register.output.contains(Digest.hex(of: "received")) && register.output.contains("R-7"))
        try folder.write("case: {tenant: acme, source: constat, native: C-1}\nfacts:\n  suspectedMalicious: yes\n", to: "incidents/f.yaml")
        #expect(try draft("nis2", "incident-notification").code == 0)
        let text = try String(contentsOfFile: folder.path("drafts/nis2-incident-notification-acme_7-en.md"), encoding: .utf8)
        #expect(text.contains("What has changed since: Early warning") && text.contains("unknown → yes"))
    }

    @Test func `the calendar holds each deadline, in lines that every calendar reads`() throws {
        _ = try run("notify", "due", "--ics", "due.ics")
        let text = try String(contentsOfFile: folder.path("due.ics"), encoding: .utf8)
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
        #expect(text.contains("DTSTART:20261009T070000Z"))
        #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    }

    @Test func `recording that is killed leaves the line or none, and the chain whole`() throws {
        var generator = SeededGenerator(seed: 3)
        for round in 0..<25 {
            let process = Process()
            process.executableURL = Tool.binary
            process.currentDirectoryURL = folder.url
            process.arguments =
                ["notify", "record", "7", "--regime", "dora", "--stage", "initial", "--at", "2026-10-08T09:00:\(10 + round)Z"] + Self.now
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            usleep(UInt32.random(in: 20_000...400_000, using: &generator))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let store = try Store.open(existing: folder.path("constat.sqlite"))
            let lines = try store.register()
            #expect(lines.brokenLink == nil)
            let isThere = lines.contains { $0.at == .at("2026-10-08T09:00:\(10 + round)Z") }
            if process.terminationReason == .exit { #expect(isThere == (process.terminationStatus == 0)) }
        }
        #expect(try run("doctor").output.contains("chain holds"))
    }

    @Test func `a template of the workspace's own is filled with the answers, and their marks`() throws {
        try FileManager.default.createDirectory(atPath: folder.path("Templates"), withIntermediateDirectories: true)
        try folder.write(
            "{{% CONTENT_TYPE:TEXT}}\nMeldung an das BSI: {{value.subject}}, Ursache böswillig: {{value.suspectedMalicious}}\n",
            to: "Templates/meldung.de.md.mustache")
        let result = try run(
            "notify", "draft", "7", "--regime", "nis2", "--stage", "early-warning", "--output", "drafts", "--template", "meldung.de.md")
        #expect(result.code == 0, "\(result.error)")
        let text = try String(contentsOfFile: folder.path("drafts/nis2-early-warning-acme_7-meldung.de.md"), encoding: .utf8)
        #expect(text == "Meldung an das BSI: Outage, Ursache böswillig: [MISSING]\n")
    }

    @Test func `the page for the wall names each clock and channel`() throws {
        #expect(try run("notify", "plan", "--lang", "fr", "--output", "wall").code == 0)
        let page = try String(contentsOfFile: folder.path("wall/plan-fr.html"), encoding: .utf8)
        for text in ["ACPR", "ANSSI", "CNIL", "24 h", "72 h", "établissement de crédit"] { #expect(page.contains(text), "\(text)") }
        #expect(!page.contains("<script") && !page.contains("{plan"))
    }
}
