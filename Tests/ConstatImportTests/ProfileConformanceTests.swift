import ConstatModel
import ConstatTesting
import Foundation
import Testing

@testable import ConstatImport

/// Every profile against its invented export: what is here for one is here for all.
struct ProfileConformanceTests {
    private static let fixtures = House.root.appendingPathComponent("Tests/ConstatImportTests/Fixtures")
    private static let library: ProfileLibrary? = try? ProfileLibrary(folders: [House.profiles])
    static let names: [String] = library?.profiles.map(\.name) ?? []

    private func export(_ name: String) throws -> String {
        let folder = Self.fixtures.appendingPathComponent(name)
        let file = try FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasPrefix("export.") }
        return folder.appendingPathComponent(try #require(file)).path
    }

    private func library() throws -> ProfileLibrary { try #require(Self.library) }

    private func expected(_ name: String) throws -> Expectation {
        let url = Self.fixtures.appendingPathComponent("\(name)/expected.json")
        return try JSONDecoder().decode(Expectation.self, from: Data(contentsOf: url))
    }

    /// What is not as it was wanted, to be read.
    private func differences<Value: Equatable>(_ found: [String: Value], _ wanted: [String: Value]) -> [String] {
        Set(found.keys).union(wanted.keys).sorted().compactMap { key in
            func text(_ value: Value?) -> String { value.map { "\($0)".replacing("ConstatTesting.FixtureValue.", with: "") } ?? "nothing" }
            return found[key] == wanted[key] ? nil : "\(key): found \(text(found[key])), wanted \(text(wanted[key]))"
        }
    }

    @Test func `the folder of fixtures and the list of profiles are the same`() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.fixtures.path).filter { !$0.hasPrefix(".") }
        #expect(folders.sorted() == Self.names)
        #expect(Self.names.count >= 120)
    }

    @Test(arguments: names)
    func `an export is recognised by exactly one profile`(name: String) throws {
        #expect(try Reading(try export(name), library()).profile == name)
    }

    @Test(arguments: names)
    func `an export gives the expected records, refusals and remarks`(name: String) throws {
        let (expected, reading) = (try expected(name), try Reading(try export(name), library()))
        #expect(reading.records.count == expected.records.count)
        for (record, wanted) in zip(reading.records, expected.records) {
            #expect(differences(record.expectation, wanted) == [], "\(record.native)")
        }
        #expect(reading.refused.map { Expectation.Refused(row: $0.row, reason: $0.reason.rawValue) } == expected.refused)
        #expect(differences(reading.remarks, expected.remarks) == [])
    }

    @Test(arguments: names)
    func `an export gives the expected changes, and what follows from them`(name: String) throws {
        let (expected, reading) = (try expected(name), try Reading(try export(name), library()))
        let profile = try #require(Self.library?.profiles.first { $0.name == name })
        let wanted = expected.transitions ?? []
        #expect(reading.changes.count == wanted.count)
        for (change, wanted) in zip(reading.changes, wanted) { #expect(Expectation.Change(change.transition) == wanted.change) }
        let keys = Dictionary(zip(wanted.map(\.record), reading.changes.map(\.key)), uniquingKeysWith: { first, _ in first })
        for (change, wanted) in zip(reading.changes, wanted) { #expect(change.key == keys[wanted.record]) }
        for (native, derived) in expected.derived ?? [:] {
            let key = keys[native] ?? reading.key(native, profile)
            #expect(differences(reading.derived(native, key, profile)?.derivation ?? [:], derived) == [], "\(native)")
        }
    }

    @Test(arguments: names)
    func `every row is a record, a change of one, or refused`(name: String) throws {
        let reading = try Reading(try export(name), library())
        #expect(reading.records.allSatisfy { !$0.native.isEmpty })
        #expect(reading.records.allSatisfy { !$0.kind.isMain || $0.milestones[.raised] != nil })
    }

    @Test(arguments: names)
    func `an export that is cut off says where, or refuses its last row`(name: String) throws {
        let path = try export(name)
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        let folder = try TemporaryFolder()
        for share in [0.35, 0.6, 0.9] {
            let cut = try folder.write(
                Array(bytes.prefix(Int(Double(bytes.count) * share))), to: URL(fileURLWithPath: path).lastPathComponent)
            do {
                _ = try Reading(cut, library()) { $0.profile = Self.library?.profiles.first { $0.name == name } }
            } catch let error as ImportError {
                #expect(error.exitCode == .notUnderstood)
                #expect(error.remedy != nil || error.place?.contains(":") == true)
            }
        }
    }

    @Test(arguments: names)
    func `a profile says that it gives what it maps`(name: String) throws {
        let profile = try #require(Self.library?.profiles.first { $0.name == name })
        for milestone in profile.milestones.map(\.milestone) { #expect(profile.given.contains(Given(milestone))) }
        #expect(profile.given.contains(Given(.raised)) || profile.isHistory || !profile.kind.isMain)
        for other in profile.also { #expect(Self.names.contains(other)) }
    }
}
