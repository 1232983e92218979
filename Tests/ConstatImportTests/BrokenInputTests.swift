import ConstatModel
import ConstatTesting
import Foundation
import Testing

@testable import ConstatImport

struct BrokenInputTests {
    private let folder: TemporaryFolder
    private let library: ProfileLibrary
    private let good = #"{"kind":"alert","id":"1","raised":"2026-10-01T00:00:00Z"}"#

    init() throws {
        folder = try TemporaryFolder()
        library = try ProfileLibrary(folders: [House.profiles])
    }

    private func fault(_ bytes: [UInt8], _ name: String = "export") -> ImportError? {
        do {
            _ = try Reading(folder.write(bytes, to: name), library)
            return nil
        } catch { return error as? ImportError }
    }

    private func fault(_ text: String) -> ImportError? { fault(Array(text.utf8)) }

    @Test func `an empty file`() {
        #expect(fault("") == .empty(file: "export"))
        #expect(fault(" \n ") == .empty(file: "export"))
    }

    @Test func `an empty page`() { #expect(fault("[]") == .noRecords(file: "export")) }

    @Test(arguments: ["[]", "{\"incidents\":[],\"limit\":25}"])
    func `an empty page of a source that is named is an export without rows`(text: String) throws {
        let path = try folder.write(text, to: "page.json")
        let library = try ProfileLibrary(folders: [House.profiles])
        let reading = try Reading(path, library) { $0.source = "pagerduty" }
        #expect(reading.records.isEmpty && reading.refused.isEmpty)
        let profile = try #require(library.profiles.first { $0.name == "pagerduty-incident" })
        #expect(try Reading(path, library) { $0.profile = profile }.refused.isEmpty)
    }

    @Test func `a missing file and a folder`() throws {
        #expect(throws: ImportError.notFound(file: "none")) { try Reading(folder.path("none"), library) }
        #expect(throws: ImportError.notAFile(file: folder.url.lastPathComponent)) { try Reading(folder.url.path, library) }
    }

    @Test func `a binary and packed files`() {
        #expect(fault([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1]) == .binary(file: "export"))
        for packed: [UInt8] in [[0x1F, 0x8B, 8, 0], [0x50, 0x4B, 3, 4, 0]] {
            guard case .damaged(file: "export", reason: _)? = fault(packed) else { Issue.record("not damaged: \(packed)"); return }
        }
    }

    @Test func `a row that is no UTF-8 is refused, in JSON and in CSV`() throws {
        let latin =
            Array(good.utf8) + [0x0A] + Array(#"{"kind":"alert","id":"2","raised":"2026-10-01T00:00:00Z","title":"caf"#.utf8) + [0xE9]
            + Array("\"}\n".utf8)
        #expect(try Reading(folder.write(latin, to: "a"), library).refused.map(\.reason) == [.notUTF8])
        let csv = Array("kind,id,raised,title\nalert,1,2026-10-01T00:00:00Z,été\nalert,2,2026-10-01T00:00:00Z,caf".utf8) + [0xE9, 0x0A]
        let reading = try Reading(folder.write(csv, to: "b"), library)
        #expect(reading.refused.map(\.reason) == [.notUTF8])
        #expect(reading.refused.map(\.row) == [3])
        #expect(reading.records.map(\.title) == ["été"])
    }

    @Test func `JSON cut off in a record, in an array, in an envelope`() {
        #expect(fault(good + "\n" + good.dropLast(9)) == .cutOff(Place(file: "export", row: 2)))
        #expect(fault("[" + good + "," + good.dropLast(9)) == .cutOff(Place(file: "export", row: 2)))
        #expect(fault("[" + good + ",") == .cutOff(Place(file: "export", row: 2)))
    }

    @Test func `an open quote in a CSV`() {
        #expect(fault("kind,id,raised\nalert,\"1,2026-10-01T00:00:00Z\nalert,2,x\n") == .openQuote(Place(file: "export", row: 2)))
    }

    @Test func `text that no source writes`() {
        guard case .unknownSource? = fault("name,age\nx,1\n") else { Issue.record("not refused"); return }
        guard case .unknownSource? = fault(#"{"hello": 1}"#) else { Issue.record("not refused"); return }
    }

    @Test func `a bad line among good ones is refused, the others stay`() throws {
        let path = try folder.write(
            [good, "{broken", "[1]", #"{"kind":"alert","raised":"x"}"#, good].joined(separator: "\n") + "\n", to: "lines")
        let reading = try Reading(path, library)
        #expect(reading.records.count == 2)
        #expect(reading.refused.map(\.reason) == [.notJSON, .notAnObject, .missingIdentifier])
        #expect(reading.refused.map(\.row) == [2, 3, 4])
    }

    @Test func `a row of another kind is refused, not counted as this one`() throws {
        let other = good.replacing("alert", with: "case")
        let reading = try Reading(folder.write([good, other].joined(separator: "\n") + "\n", to: "mixed"), library)
        #expect(reading.refused.map(\.reason) == [.otherKind])
    }

    @Test func `brackets without end do not stop the program`() {
        let deep = String(repeating: "[", count: 200_000)
        #expect(fault(deep) != nil)
        #expect(fault(#"{"kind":"alert","id":"1","raised":"2026-10-01T00:00:00Z","x":"# + deep) != nil)
    }

    @Test func `a record longer than the limit names its row`() throws {
        let path = folder.path("long")
        _ = FileManager.default.createFile(atPath: path, contents: Data((good + "\n").utf8))
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.seekToEnd()
        try file.write(contentsOf: Data(#"{"kind":"alert","id":""#.utf8))
        let block = Data(repeating: 0x61, count: 1 << 20)
        for _ in 0..<80 { try file.write(contentsOf: block) }
        try file.close()
        #expect(throws: ImportError.recordTooLarge(Place(file: "long", row: 2), limit: Window.largestRecord)) {
            try Reading(path, library)
        }
    }

    @Test func `no error holds a value of the file`() {
        let secret = "Jeanne Dupont"
        for text in ["{\"\(secret)\": ", "a,b\n\"\(secret)", "{\"name\":\"\(secret)\"}"] {
            #expect(fault(text)?.explanation.contains(secret) == false)
        }
    }
}
