import ConstatModel
import ConstatStore
import ConstatTesting
import Foundation
import GRDB
import Testing

struct StoreFileTests {
    @Test func `a store that is not there, and a file that is no store`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: StoreError.notThere(path: folder.path("none"))) { try Store.open(existing: folder.path("none")) }
        let path = try folder.write("this is a letter, not a database, and long enough to be looked at", to: "letter")
        #expect(throws: StoreError.notAStore(path: path)) { try Store.open(existing: path) }
    }

    @Test func `another program's database is refused and left as it is`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("foreign.sqlite")
        try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE theirs (value TEXT)") }
        let before = FileManager.default.contents(atPath: path)
        #expect(throws: StoreError.notAStore(path: path)) { try Store.open(existing: path) }
        #expect(throws: StoreError.notAStore(path: path)) { try Store.open(creating: path) }
        #expect(FileManager.default.contents(atPath: path) == before)
    }

    @Test func `a folder that is not there cannot be written`() throws {
        let folder = try TemporaryFolder()
        do {
            _ = try Store.open(creating: folder.path("no/store.sqlite"))
            Issue.record("opened")
        } catch { #expect(error.exitCode == .cannotWrite) }
    }

    @Test func `a submission is recorded once`() throws {
        let store = try Store.inMemory()
        let submission = Submission(
            source: "s", tenant: "t", native: "n", regime: "nis2", stage: "early-warning", submittedAt: .at("2026-10-08T10:00:00Z"),
            reference: "R-1", recordedAt: .at("2026-10-08T10:05:00Z"))
        try store.record(submission)
        try store.record(submission)
        #expect(try store.submissions() == [submission])
    }
}
