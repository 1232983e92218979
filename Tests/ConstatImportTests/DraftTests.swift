import ConstatModel
import ConstatTesting
import ConstatYAML
import Foundation
import Testing

@testable import ConstatImport

/// Drafts of exports of tools that nobody knows: all invented.
struct DraftTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A draft that lacks nothing, and what its file gives when it is read with it.
    private struct Drafted {
        let yaml: String
        let profile: Profile
        let reading: Reading
    }

    private func draft(_ text: String, as name: String) throws -> ProfileDraft {
        try ProfileDraft(of: Export(path: folder.write(text, to: name), name: name))
    }

    private func drafted(_ text: String, as name: String) throws -> Drafted {
        let draft = try draft(text, as: name)
        try #require(draft.missing == [])
        let yaml = draft.yaml(source: "invented", kind: nil)
        let profile = try Profile(yaml: yaml, name: "invented", file: "invented.yaml")
        return Drafted(yaml: yaml, profile: profile, reading: try Reading(folder.path(name), ProfileLibrary(profiles: [profile])))
    }

    // MARK: NDJSON

    private static func alert(_ id: Int, _ severity: String, _ state: String, closed: String = "null", verdict: String = "null") -> String {
        #"{"alertUuid":"a-\#(id)","createdAt":"2026-10-0\#(id)T07:12:00Z","severityLabel":"\#(severity)","workflowState":"\#(state)","#
            + #""verdict":\#(verdict),"ownerName":"Jeanne Exemple","alertTitle":"Mail to jeanne@example.org","#
            + #""mitre":{"ids":["T1566.002"]},"closedAt":\#(closed),"engineBuild":"7.1","byHost":{"10.1.2.3":{"hits":4}}}"#
    }

    private static let alerts = [
        alert(1, "High", "open"), alert(2, "Low", "in_progress"),
        alert(3, "High", "closed", closed: "\"2026-10-03T09:00:00Z\"", verdict: "\"false positive\""),
        alert(4, "Purple", "closed", closed: "\"2026-10-04T09:00:00Z\"", verdict: "\"false positive\""),
    ].joined(separator: "\n")

    @Test func `lines of an unknown tool are read with their draft`() throws {
        let drafted = try drafted(Self.alerts, as: "export.ndjson")
        #expect(drafted.profile.kind == .alert)
        let records = drafted.reading.records
        #expect(records.map(\.native) == ["a-1", "a-2", "a-3", "a-4"])
        #expect(records.compactMap { $0.instant(.raised)?.iso }.first == "2026-10-01T07:12:00Z")
        #expect(records.allSatisfy { $0.instant(.raised) != nil })
        #expect(records.map(\.severity) == [.high, .low, .high, nil])
        #expect(records.map(\.status) == [.new, .inProgress, .closed, .closed])
        #expect(records.map(\.verdict) == [nil, nil, .falsePositive, .falsePositive])
        #expect(records.map(\.techniques) == Array(repeating: ["T1566.002"], count: 4))
        #expect(records.map { $0.instant(.lastClosed) != nil } == [false, false, true, true])
    }

    @Test func `a draft says what its guesses rest on`() throws {
        let yaml = try drafted(Self.alerts, as: "export.ndjson").yaml
        for line in [
            "  id: /alertUuid   # guess: 4 of 4 records, all different", "  assignee: /ownerName   # guess: 4 of 4 records",
            "    from: /severityLabel   # guess: 4 of 4 records", "      High: high   # guess",
            "      Purple: ~   # TODO say what this means",
            "  raised: {from: /createdAt, as: iso8601}   # guess: 4 of 4 records, e.g. 2026-10-01T…", "#   /engineBuild  4  text",
        ] {
            #expect(yaml.split(separator: "\n").contains(Substring(line)), "\(line)")
        }
    }

    @Test func `no value that may be personal stands in a draft`() throws {
        let yaml = try drafted(Self.alerts, as: "export.ndjson").yaml
        for value in ["Jeanne", "example.org", "a-1", "10.1.2.3", "T1566"] { #expect(!yaml.contains(value), "\(value)") }
    }

    @Test func `a word that names somebody is counted and not shown`() throws {
        let usual = (1...24).map { #"{"id":"\#($0)x","created":"2026-10-01T00:00:00Z","status":"open"}"# }
        let odd = #"{"id":"25x","created":"2026-10-01T00:00:00Z","status":"Given to Jeanne Exemple"}"#
        let yaml = try drafted((usual + [odd]).joined(separator: "\n"), as: "export.ndjson").yaml
        #expect(!yaml.contains("Jeanne"))
        #expect(yaml.contains("# TODO 1 more, not shown here"))
    }

    // MARK: Envelopes

    private static let envelope = """
        {"meta": {"page": 1, "filters": [{"field": "x"}]}, "payload": {"total": 3, "incidents": [
          {"id": 7001, "opened": 1760000000000, "priority": {"name": "P1"}, "status": {"value": "Resolved"}, "resolved": 1760000900000,
           "comments": [{"id": 1, "text": "Jeanne called"}, {"id": 2, "text": "Jeanne called again"}]},
          {"id": 7002, "opened": 1760001000000, "priority": {"name": "P3"}, "status": {"value": "On hold"}, "resolved": 0, "comments": []},
          {"id": 7003, "opened": 1760002000000, "priority": {"name": "P3"}, "status": {"value": "New"}, "resolved": 0,
           "comments": [{"id": 3, "text": "Jeanne wrote"}]}
        ]}}
        """

    @Test func `records deep in an envelope are found`() throws {
        let drafted = try drafted(Self.envelope, as: "export.json")
        #expect(drafted.yaml.contains("records: [/payload/incidents]"))
        #expect(drafted.profile.kind == .case)
        let records = drafted.reading.records
        #expect(records.map(\.native) == ["7001", "7002", "7003"])
        #expect(records.compactMap { $0.instant(.raised)?.milliseconds } == [1_760_000_000_000, 1_760_001_000_000, 1_760_002_000_000])
        #expect(records.map(\.severity) == [.critical, .medium, .medium])
        #expect(records.map(\.status) == [.closed, .pending, .new])
        #expect(records.map { $0.instant(.lastClosed)?.milliseconds } == [1_760_000_900_000, nil, nil])
        #expect(!drafted.yaml.contains("Jeanne"))
    }

    @Test func `envelopes in a bare array are gone through`() throws {
        let drafted = try drafted("[\(Self.envelope)]", as: "export.json")
        #expect(drafted.yaml.contains("records: [/*/payload/incidents]"))
        #expect(drafted.reading.records.count == 3)
    }

    // MARK: Tables

    private static func table(_ days: [String]) -> String {
        let rows = [
            "T-001;Courriel suspect;Élevée;Clos;\(days[0])/10/2026 07:12;09/10/2026 08:00;Jeanne Exemple;Faux positif",
            "T-002;Poste chiffré;Faible;En cours;\(days[1])/10/2026 09:00;;Jeanne Exemple;",
            "T-003;Compte bloqué;Moyenne;Ouvert;\(days[2])/10/2026 10:30;;Paul Exemple;",
        ]
        let header = "Numéro;Intitulé;Gravité;Statut;Date d'ouverture;Date de clôture;Technicien;Qualification"
        return ([header] + rows).joined(separator: "\r\n")
    }

    @Test func `a French table is read with its draft`() throws {
        let drafted = try drafted(Self.table(["08", "09", "25"]), as: "export.csv")
        let records = drafted.reading.records
        #expect(records.map(\.native) == ["T-001", "T-002", "T-003"])
        let raised = ["2026-10-08T07:12:00Z", "2026-10-09T09:00:00Z", "2026-10-25T10:30:00Z"]
        #expect(records.compactMap { $0.instant(.raised)?.iso } == raised)
        #expect(records.map(\.severity) == [.high, .low, .medium])
        #expect(records.map(\.status) == [.closed, .inProgress, .new])
        #expect(records.map(\.verdict) == [.falsePositive, nil, nil])
        #expect(records.first?.instant(.lastClosed)?.iso == "2026-10-09T08:00:00Z")
        for value in ["Jeanne", "Paul", "T-001", "Courriel"] { #expect(!drafted.yaml.contains(value), "\(value)") }
    }

    @Test func `a day over twelve settles the order for all columns`() throws {
        let yaml = try drafted(Self.table(["08", "09", "25"]), as: "export.csv").yaml
        #expect(yaml.contains(#"lastClosed: {from: Date de clôture, as: "dd/MM/yyyy HH:mm"}"#))
        #expect(!yaml.contains("day or month"))
    }

    @Test func `without a day over twelve the order is marked as open`() throws {
        let yaml = try drafted(Self.table(["08", "09", "10"]), as: "export.csv").yaml
        #expect(yaml.contains("TODO day or month first? no value tells"))
    }

    @Test func `lines above a header are skipped, and any separator is found`() throws {
        let text = "Weekly export\nprinted on Monday\nTicket|Opened at|State\n1|2026-10-01 08:00|open\n2|2026-10-02 08:00|closed\n"
        let drafted = try drafted(text, as: "export.csv")
        #expect(drafted.yaml.contains("skip: 2   # guess") && drafted.yaml.contains(#"separator: "|"   # guess"#))
        #expect(drafted.reading.records.count == 2)
    }

    @Test func `a table without a header shows nothing of its rows`() throws {
        let rows = (1...3).map { "\($0)001,Jeanne Exemple,2026-10-0\($0)T08:00:00Z" }
        let draft = try draft(rows.joined(separator: "\n"), as: "export.csv")
        #expect(draft.missing == ["id", "raised"])
        #expect(!draft.yaml(source: nil, kind: nil).contains("Jeanne"))
    }

    // MARK: What is missing

    @Test func `a file without a time says that raised is missing`() throws {
        let draft = try draft(#"[{"id":"a","status":"open"},{"id":"b","status":"closed"}]"#, as: "export.json")
        #expect(draft.missing == ["raised"])
        #expect(draft.yaml(source: nil, kind: nil).contains("\n  # raised: {from: /path, as: iso8601}   # TODO"))
    }

    @Test func `an id that repeats is none`() throws {
        let row = #"{"id":"a","created":"2026-10-01T00:00:00Z"}"#
        let draft = try draft("\(row)\n\(row)\n", as: "export.ndjson")
        #expect(draft.missing == ["id"])
        #expect(draft.yaml(source: nil, kind: nil).contains("\n  # id: /path   # TODO"))
    }

    @Test func `a file without records is an error`() {
        #expect(throws: ImportError.noRecords(file: "export.json")) { try draft("[1, 2]", as: "export.json") }
    }

    // MARK: Laws

    @Test func `the same export gives the same draft`() throws {
        let drafts = try (0..<3).map { _ in try draft(Self.alerts, as: "export.ndjson").yaml(source: nil, kind: .alert) }
        #expect(Set(drafts).count == 1)
    }

    @Test(arguments: ProfileConformanceTests.names)
    func `the draft of any export is a profile, or says what it lacks`(name: String) throws {
        let fixture = House.root.appendingPathComponent("Tests/ConstatImportTests/Fixtures/\(name)")
        let found = try FileManager.default.contentsOfDirectory(atPath: fixture.path).first { $0.hasPrefix("export.") }
        let file = try #require(found)
        let draft = try ProfileDraft(of: Export(path: fixture.appendingPathComponent(file).path, name: file))
        let yaml = draft.yaml(source: "invented", kind: .case)
        for word in draft.missing { #expect(yaml.contains("\n  # \(word): ")) }
        if draft.missing.isEmpty { _ = try Profile(yaml: yaml, name: "invented", file: "invented.yaml") }
    }

    @Test(arguments: [Profile.Field.severity, .status, .verdict])
    func `the words a draft knows mean words of the house`(field: Profile.Field) {
        #expect(Set(DraftWords.known(of: field).map(\.word)).isSubset(of: FieldRule.words(of: field) ?? []))
    }

    private static let meanings: [(String, Profile.Field, String)] = [
        ("P1", .severity, "critical"), ("2 - High", .severity, "high"), ("Très élevée", .severity, "critical"),
        ("Closed - False Positive", .status, "closed"), ("RESOLVED_FALSE_POSITIVE", .verdict, "false-positive"),
        ("InProgress", .status, "in-progress"), ("Non traité", .status, "new"), ("Re-opened", .status, "in-progress"),
        ("Benign Positive - Suspicious but expected", .verdict, "benign-true-positive"),
    ]

    @Test(arguments: meanings)
    func `words tell what they mean`(native: String, field: Profile.Field, word: String) {
        guard case .word(word, _) = DraftWords.meaning(of: native, in: field) else {
            Issue.record("\(native) is not \(word)")
            return
        }
    }

    @Test(arguments: ["Not closed", "Unresolved", "Zwölf"])
    func `a word that is denied or unknown means nothing`(native: String) {
        #expect(DraftWords.meaning(of: native, in: .status) == .unknown)
    }
}
