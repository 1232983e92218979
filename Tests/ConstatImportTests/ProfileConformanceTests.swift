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

    private struct Expected: Decodable {
        struct Refused: Decodable, Hashable {
            let row: Int
            let reason: String
        }

        let records: [[String: FixtureValue]]
        let refused: [Refused]
        let remarks: [String: Int]
    }

    private func export(_ name: String) throws -> String {
        let folder = Self.fixtures.appendingPathComponent(name)
        let file = try FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasPrefix("export.") }
        return folder.appendingPathComponent(try #require(file)).path
    }

    private func library() throws -> ProfileLibrary { try #require(Self.library) }

    @Test func `the folder of fixtures and the list of profiles are the same`() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.fixtures.path).filter { !$0.hasPrefix(".") }
        #expect(folders.sorted() == Self.names)
        #expect(Self.names.count >= 17)
    }

    @Test(arguments: names)
    func `an export is recognised by exactly one profile`(name: String) throws {
        #expect(try Reading(try export(name), library()).profile == name)
    }

    @Test(arguments: names)
    func `an export gives the expected records, refusals and remarks`(name: String) throws {
        let url = Self.fixtures.appendingPathComponent("\(name)/expected.json")
        let expected = try JSONDecoder().decode(Expected.self, from: Data(contentsOf: url))
        let reading = try Reading(try export(name), library())
        #expect(reading.records.count == expected.records.count)
        for (record, wanted) in zip(reading.records, expected.records) { #expect(record.expectation == wanted) }
        #expect(reading.refused.map { Expected.Refused(row: $0.row, reason: $0.reason.rawValue) } == expected.refused)
        #expect(reading.remarks == expected.remarks)
    }

    @Test(arguments: names)
    func `every row is a record or refused`(name: String) throws {
        let reading = try Reading(try export(name), library())
        #expect(reading.rows == reading.records.count + reading.refused.count)
        #expect(reading.records.allSatisfy { !$0.native.isEmpty && $0.milestones[.raised] != nil })
    }

    @Test(arguments: names)
    func `an export that is cut off says where, or refuses its last row`(name: String) throws {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: try export(name))))
        let folder = try TemporaryFolder()
        for share in [0.35, 0.6, 0.9] {
            let path = try folder.write(Array(bytes.prefix(Int(Double(bytes.count) * share))), to: "cut")
            do {
                let reading = try Reading(path, library()) { $0.profile = Self.library?.profiles.first { $0.name == name } }
                #expect(reading.rows == reading.records.count + reading.refused.count)
            } catch let error as ImportError {
                #expect(error.exitCode == .notUnderstood)
                #expect(error.remedy != nil)
            }
        }
    }

    @Test(arguments: names)
    func `a profile says that it gives what it maps`(name: String) throws {
        let profile = try #require(Self.library?.profiles.first { $0.name == name })
        for milestone in profile.milestones.map(\.milestone) { #expect(profile.given.contains(Given(milestone))) }
        #expect(profile.given.contains(Given(.raised)))
    }
}
