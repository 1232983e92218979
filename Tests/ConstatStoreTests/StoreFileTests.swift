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

    private func sent(_ reference: String? = nil) -> RegisterEntry {
        var entry = RegisterEntry(
            .sent, source: "s", tenant: "t", native: "n", regime: "nis2", stage: "early-warning", at: .at("2026-10-08T10:00:00Z"),
            recordedAt: .at("2026-10-08T10:05:00Z"))
        (entry.reference, entry.facts) = (reference, ["crossBorder": "yes"])
        return entry
    }

    @Test func `a submission is told once, and a reference that comes later is a line of its own`() throws {
        let store = try Store.inMemory()
        #expect(try store.enter(sent())?.number == 1)
        #expect(try store.enter(sent()) == nil)
        #expect(try store.enter(sent("R-1"))?.action == .reference)
        #expect(try store.enter(sent("R-1")) == nil)
        #expect(try store.submissions().map(\.reference) == ["R-1"])
        #expect(try store.submissions().first?.facts == ["crossBorder": "yes"])
        #expect(try store.register().brokenLink == nil)
    }

    @Test func `the register is never changed nor shortened`() throws {
        let folder = try TemporaryFolder()
        let store = try Store.open(creating: folder.path("store.sqlite"))
        try store.enter(sent())
        let queue = try DatabaseQueue(path: folder.path("store.sqlite"))
        for sql in ["UPDATE register SET reference = 'x'", "DELETE FROM register"] {
            #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
        }
    }

    @Test func `a purge takes off what was known, and the chain holds`() throws {
        let store = try Store.inMemory()
        try store.enter(sent("R-1"))
        _ = try store.purge(before: .at("2026-12-01T00:00:00Z"), asOf: .at("2026-12-02T00:00:00Z"), tool: "t", isDryRun: false)
        #expect(try store.register().first?.facts == [:])
        #expect(try store.register().brokenLink == nil)
    }

    @Test func `changed words of what was known break the chain`() throws {
        let folder = try TemporaryFolder()
        try Store.open(creating: folder.path("store.sqlite")).enter(sent())
        let queue = try DatabaseQueue(path: folder.path("store.sqlite"))
        try queue.write { try $0.execute(sql: "DROP TRIGGER register_fixed; UPDATE register SET facts = 'crossBorder\tno'") }
        #expect(try Store.open(existing: folder.path("store.sqlite")).register().brokenLink == 1)
    }

    @Test func `a store from before the register keeps what was sent, in its order`() throws {
        let folder = try TemporaryFolder()
        _ = try Store.open(creating: folder.path("store.sqlite"))
        let queue = try DatabaseQueue(path: folder.path("store.sqlite"))
        try queue.write { db in
            try db.execute(
                sql: """
                    DROP TABLE register; DELETE FROM grdb_migrations WHERE identifier = '7 register of notifications';
                    CREATE TABLE notification (id INTEGER PRIMARY KEY, case_source TEXT, case_tenant TEXT, case_native TEXT, regime TEXT,
                        stage TEXT, submitted_at INTEGER, reference TEXT, recorded_at INTEGER);
                    INSERT INTO notification VALUES (1, 's', 't', 'n', 'nis2', 'incident-notification', 2000, NULL, 3000),
                        (2, 's', 't', 'n', 'nis2', 'early-warning', 1000, 'R', 2500);
                    """)
        }
        let lines = try Store.open(existing: folder.path("store.sqlite")).register()
        #expect(lines.map(\.stage) == ["early-warning", "incident-notification"])
        #expect(lines.map(\.reference) == ["R", nil])
        #expect(lines.brokenLink == nil)
    }
}
