import ConstatModel
import Foundation
import GRDB

/// Where history lives: one SQLite file, or memory for tests.
public final class Store: Sendable {
    let queue: DatabaseQueue
    let path: String

    private init(queue: DatabaseQueue, path: String) { (self.queue, self.path) = (queue, path) }

    /// Opens the store at a path, making it when it is not there.
    ///
    /// - Throws: `cannotWrite`, `notAStore`, `newer`.
    public static func open(creating path: String) throws(StoreError) -> Store {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard FileManager.default.isWritableFile(atPath: folder) || getuid() == 0 && FileManager.default.fileExists(atPath: folder)
        else { throw .cannotWrite(path: path, reason: "the folder is not there or not writable") }
        return try connect(path)
    }

    /// Opens a store that must be there.
    ///
    /// - Throws: `notThere`, `notAStore`, `newer`.
    public static func open(existing path: String) throws(StoreError) -> Store {
        guard FileManager.default.fileExists(atPath: path) else { throw .notThere(path: path) }
        let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
        guard size != 0 else { throw .notThere(path: path) }
        return try connect(path)
    }

    /// A store that lives as long as the value, for dry runs and tests.
    public static func inMemory() throws(StoreError) -> Store {
        try guarded(":memory:") { try migrated(DatabaseQueue(), ":memory:") }
    }

    private static func connect(_ path: String) throws(StoreError) -> Store {
        try guarded(path) {
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            configuration.prepareDatabase { db in
                try db.execute(sql: "PRAGMA page_size = 16384; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY")
            }
            return try migrated(DatabaseQueue(path: path, configuration: configuration), path)
        }
    }

    private static func migrated(_ queue: DatabaseQueue, _ path: String) throws -> Store {
        let isOurs = try queue.read { db in
            let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            return try tables == 0 || Int.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID
        }
        guard isOurs else { throw StoreError.notAStore(path: path) }
        // First of all, and by itself: whatever ends the making of a store early, it is known as one.
        if try queue.read({ try Int.fetchOne($0, sql: "PRAGMA application_id") }) == 0 {
            try queue.write { try $0.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") }
        }
        let migrator = Schema.migrator
        let isOld = try queue.read { db in
            try db.tableExists("record") || !migrator.appliedIdentifiers(db).isDisjoint(with: Schema.outdated)
        }
        if isOld { throw StoreError.outdated(path: path) }
        if try queue.read(migrator.hasBeenSuperseded) { throw StoreError.newer(path: path) }
        if try !queue.read(migrator.hasCompletedMigrations) { try migrator.migrate(queue) }
        return Store(queue: queue, path: path)
    }

    /// Runs a body and turns what SQLite throws into a `StoreError`; personal values never pass.
    static func guarded<Value>(_ path: String, _ body: () throws -> Value) throws(StoreError) -> Value {
        do { return try body() } catch let error as StoreError { throw error } catch is StoreFault {
            throw .damaged(path: path)
        } catch let error as DatabaseError {
            switch error.resultCode.primaryResultCode {
            case .SQLITE_NOTADB: throw .notAStore(path: path)
            case .SQLITE_CORRUPT: throw .damaged(path: path)
            case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_FULL, .SQLITE_PERM, .SQLITE_IOERR:
                throw .cannotWrite(path: path, reason: error.message ?? "\(error.resultCode)")
            case .SQLITE_BUSY, .SQLITE_LOCKED: throw .busy(path: path)
            default: throw .failed(path: path, reason: error.message ?? "\(error.resultCode)")
            }
        } catch { throw .failed(path: path, reason: "\(type(of: error))") }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        try Self.guarded(path) { try queue.read(body) }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        try Self.guarded(path) { try queue.write(body) }
    }
}
