import ConstatModel
import ConstatTesting
import Testing

@testable import ConstatImport

struct PrivacyTests {
    private let folder: TemporaryFolder
    private let profile: Profile
    private let row = #"{"k":"1","at":"2026-10-01T00:00:00Z","who":"Ada Lovelace","t":"Poste d'Ada","d":"secret"}"#

    init() throws {
        folder = try TemporaryFolder()
        profile = try Profile(
            yaml: """
                source: mine
                kind: case
                title: Mine
                version: 1
                recognise: {has: [/k]}
                zone: UTC
                fields: {id: /k, assignee: /who, title: /t}
                milestones: {raised: {from: /at, as: iso8601}}
                facts: {description: /d}
                transitions:
                  - {of: status, at: {from: /at, as: iso8601}, to: {from: /k, map: {"1": new}}, who: /who}
                """, name: "mine", file: "mine.yaml")
    }

    private func read(_ privacy: Privacy, _ text: String? = nil) throws -> Reading {
        try Reading(folder.write((text ?? row) + "\n", to: "a.ndjson"), ProfileLibrary(profiles: [profile])) { $0.privacy = privacy }
    }

    @Test func `analysts have pseudonyms unless it is said otherwise, the same in every export, others with another key`() throws {
        let (first, again) = (try read(Privacy(key: [1])), try read(Privacy(key: [1])))
        let name = try #require(first.records.first?.assignee)
        #expect(name.hasPrefix("p-") && name.count == 14)
        #expect(again.records.first?.assignee == name)
        #expect(first.changes.first?.transition.who == name)
        #expect(try read(Privacy(key: [2])).records.first?.assignee != name)
        #expect(first.records.first?.title == "Poste d'Ada")
    }

    @Test func `each field is kept, replaced or dropped as the workspace decides`() throws {
        let privacy = Privacy([.assignee: .keep, .title: .drop, .fact("description"): .pseudonymise], key: [1])
        let record = try #require(try read(privacy).records.first)
        #expect(record.assignee == "Ada Lovelace")
        #expect(record.title == nil)
        #expect(record.facts["description"]?.hasPrefix("p-") == true)
    }

    @Test func `the raw text of refused rows can be dropped`() throws {
        let bad = row + "\n" + #"{"k":"2","who":"Ada"}"#
        #expect(try read(Privacy(key: [1]), bad).refused.first?.raw.contains("Ada") == true)
        #expect(try read(Privacy([.raw: .drop], key: [1]), bad).refused.first?.raw.isEmpty == true)
    }

    @Test func `a wrong zone is suspected when an hour lies between the first activity and the alert in most rows`() throws {
        let profile = try Profile(
            yaml: """
                source: mine
                kind: alert
                title: Mine
                version: 1
                recognise: {has: [/k]}
                zone: UTC
                fields: {id: /k}
                milestones:
                  firstActivity: {from: /began, as: iso8601}
                  raised: {from: /at, as: iso8601}
                """, name: "mine", file: "mine.yaml")
        for (hour, count) in [("11", 12), ("09", 12), ("10", 0)] {
            let rows = (10..<22).map { #"{"k":"\#($0)","began":"2026-10-01T10:\#($0):00Z","at":"2026-10-01T\#(hour):\#($0):20Z"}"# }
            let path = try folder.write(rows.joined(separator: "\n") + "\n", to: "z.ndjson")
            let remarks = try Reading(path, ProfileLibrary(profiles: [profile])).remarks
            #expect(remarks["zoneSuspicion firstActivity"] ?? 0 == count)
        }
    }
}
