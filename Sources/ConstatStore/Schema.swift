import ConstatModel
import GRDB

/// The tables of a store. Migrations are added, never edited: a store in the field has run them.
///
/// Records and transitions lie in segments, a column a chunk (`SegmentTable`); the rest in rows. Instants are
/// milliseconds UTC. Words that repeat are codes into `term`. The database refuses what the code should never write.
enum Schema {
    /// Marks a SQLite file as ours: "CNST".
    static let applicationID = 0x434E_5354

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("5 frozen months") { db in
            for statement in tables { try db.execute(sql: statement) }
        }
        migrator.registerMigration("6 attached documents") { db in
            for statement in documents { try db.execute(sql: statement) }
        }
        migrator.registerMigration("7 register of notifications") { db in
            for statement in register { try db.execute(sql: statement) }
            let old = try Row.fetchAll(db, sql: "SELECT * FROM notification ORDER BY recorded_at, id")
            for row in old { try Store.enter(RegisterEntry(before7: row), db) }
            try db.execute(sql: "DROP TABLE notification")
        }
        return migrator
    }

    /// Migrations of states of the tool before its first release: such a store is made anew from its exports.
    static let outdated: Set = ["2 segments", "4 what changes tell of the work"]

    private static let documents = [
        """
        CREATE TABLE document (
            number INTEGER PRIMARY KEY, framework TEXT NOT NULL, control TEXT NOT NULL, tenant TEXT, title TEXT NOT NULL,
            path TEXT NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL CHECK (length(sha256) = 64), owner TEXT NOT NULL,
            covers_from TEXT NOT NULL, covers_until TEXT NOT NULL CHECK (covers_until >= covers_from), expires TEXT,
            attached_at INTEGER NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL UNIQUE
        ) STRICT
        """,
        "CREATE TRIGGER document_fixed BEFORE UPDATE ON document BEGIN SELECT RAISE(ABORT, 'attached documents are never changed'); END",
        "CREATE TRIGGER document_kept BEFORE DELETE ON document BEGIN SELECT RAISE(ABORT, 'attached documents are never removed'); END",
    ]

    private static let register = [
        """
        CREATE TABLE register (
            number INTEGER PRIMARY KEY, action TEXT NOT NULL CHECK (action IN ('sent', 'reference', 'decision')),
            source TEXT NOT NULL, tenant TEXT NOT NULL, native TEXT NOT NULL, regime TEXT NOT NULL,
            stage TEXT CHECK ((stage IS NULL) = (action = 'decision')), at INTEGER NOT NULL, due INTEGER, channel TEXT, reference TEXT,
            receipt_name TEXT, receipt_bytes INTEGER, receipt_sha256 TEXT CHECK (length(receipt_sha256) = 64),
            outcome TEXT CHECK (outcome IN ('notify', 'do-not-notify')), reasons TEXT, decided_by TEXT,
            facts TEXT, facts_sha256 TEXT NOT NULL, recorded_at INTEGER NOT NULL CHECK (recorded_at >= at),
            previous_hash TEXT NOT NULL, hash TEXT NOT NULL UNIQUE,
            CHECK ((outcome IS NULL) = (action <> 'decision'))
        ) STRICT
        """,
        "CREATE UNIQUE INDEX register_sent ON register (source, tenant, native, regime, stage, at) WHERE action = 'sent'",
        // What was known may be taken off by a purge; the chain keeps its digest.
        """
        CREATE TRIGGER register_fixed BEFORE UPDATE ON register
        WHEN NEW.facts IS NOT NULL OR (NEW.number, NEW.facts_sha256, NEW.hash) IS NOT (OLD.number, OLD.facts_sha256, OLD.hash)
        BEGIN SELECT RAISE(ABORT, 'the register is never changed'); END
        """,
        """
        CREATE TRIGGER register_words_fixed BEFORE UPDATE OF action, source, tenant, native, regime, stage, at, due, channel, reference,
            receipt_name, receipt_bytes, receipt_sha256, outcome, reasons, decided_by, recorded_at, previous_hash ON register
        BEGIN SELECT RAISE(ABORT, 'the register is never changed'); END
        """,
        "CREATE TRIGGER register_kept BEFORE DELETE ON register BEGIN SELECT RAISE(ABORT, 'the register is never shortened'); END",
    ]

    private static let tables = [
        "CREATE TABLE term (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT",
        """
        CREATE TABLE profile (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, source TEXT NOT NULL, version INTEGER NOT NULL, digest TEXT NOT NULL,
            zone TEXT NOT NULL, rules TEXT NOT NULL,
            used INTEGER NOT NULL DEFAULT 0, UNIQUE (name, digest, zone)
        ) STRICT
        """,
        """
        CREATE TABLE receipt (
            number INTEGER PRIMARY KEY, file TEXT NOT NULL, sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
            bytes INTEGER NOT NULL, source TEXT NOT NULL, kind INTEGER NOT NULL,
            profile TEXT NOT NULL, profile_version INTEGER NOT NULL, profile_digest TEXT NOT NULL,
            zone TEXT NOT NULL, tenant TEXT, tool TEXT NOT NULL, imported_at INTEGER NOT NULL,
            rows INTEGER NOT NULL, stored INTEGER NOT NULL, updated INTEGER NOT NULL, unchanged INTEGER NOT NULL,
            repeated INTEGER NOT NULL, superseded INTEGER NOT NULL, history INTEGER NOT NULL, refused INTEGER NOT NULL,
            transitions INTEGER NOT NULL, control_total INTEGER, control_rows INTEGER,
            previous_hash TEXT NOT NULL, hash TEXT NOT NULL UNIQUE, refusal_digest TEXT NOT NULL,
            CHECK (rows = stored + updated + unchanged + repeated + superseded + history + refused)
        ) STRICT
        """,
        "CREATE TRIGGER receipt_fixed BEFORE UPDATE ON receipt BEGIN SELECT RAISE(ABORT, 'receipts are never changed'); END",
        "CREATE TRIGGER receipt_kept BEFORE DELETE ON receipt BEGIN SELECT RAISE(ABORT, 'receipts are never removed'); END",
        """
        CREATE TABLE remark (
            receipt INTEGER NOT NULL REFERENCES receipt, kind TEXT NOT NULL, field TEXT NOT NULL,
            count INTEGER NOT NULL CHECK (count > 0), PRIMARY KEY (receipt, kind, field)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE refusal (
            receipt INTEGER NOT NULL REFERENCES receipt DEFERRABLE INITIALLY DEFERRED, row INTEGER NOT NULL, reason TEXT NOT NULL,
            detail TEXT NOT NULL, raw TEXT NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE segment (
            id INTEGER PRIMARY KEY, kind INTEGER NOT NULL CHECK (kind IN (0, 1)), rows INTEGER NOT NULL CHECK (rows > 0),
            first INTEGER NOT NULL, last INTEGER NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE purge (
            number INTEGER PRIMARY KEY, before INTEGER NOT NULL, purged_at INTEGER NOT NULL, tool TEXT NOT NULL,
            records INTEGER NOT NULL, transitions INTEGER NOT NULL, refusals INTEGER NOT NULL,
            receipt_hash TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL UNIQUE
        ) STRICT
        """,
        "CREATE TRIGGER purge_fixed BEFORE UPDATE ON purge BEGIN SELECT RAISE(ABORT, 'purges are never changed'); END",
        "CREATE TRIGGER purge_kept BEFORE DELETE ON purge BEGIN SELECT RAISE(ABORT, 'purges are never removed'); END",
        """
        CREATE TABLE freeze (
            number INTEGER PRIMARY KEY, period TEXT NOT NULL, zone TEXT NOT NULL, tenant TEXT, frozen_at INTEGER NOT NULL,
            as_of INTEGER NOT NULL, receipt INTEGER NOT NULL, configuration TEXT NOT NULL, register TEXT NOT NULL, tool TEXT NOT NULL, reason TEXT NOT NULL,
            content TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL UNIQUE
        ) STRICT
        """,
        """
        CREATE TABLE frozen (
            freeze INTEGER NOT NULL REFERENCES freeze, position INTEGER NOT NULL, metric TEXT NOT NULL, measurement TEXT NOT NULL,
            PRIMARY KEY (freeze, position)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE TRIGGER freeze_fixed BEFORE UPDATE ON freeze BEGIN SELECT RAISE(ABORT, 'frozen months are never changed'); END",
        "CREATE TRIGGER freeze_kept BEFORE DELETE ON freeze BEGIN SELECT RAISE(ABORT, 'frozen months are never removed'); END",
        "CREATE TRIGGER frozen_fixed BEFORE UPDATE ON frozen BEGIN SELECT RAISE(ABORT, 'frozen months are never changed'); END",
        "CREATE TRIGGER frozen_kept BEFORE DELETE ON frozen BEGIN SELECT RAISE(ABORT, 'frozen months are never removed'); END",
        "CREATE TABLE chunk (id INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT",
        """
        CREATE TABLE notification (
            id INTEGER PRIMARY KEY, case_source TEXT NOT NULL, case_tenant TEXT NOT NULL, case_native TEXT NOT NULL,
            regime TEXT NOT NULL, stage TEXT NOT NULL, submitted_at INTEGER NOT NULL, reference TEXT,
            recorded_at INTEGER NOT NULL,
            UNIQUE (case_source, case_tenant, case_native, regime, stage, submitted_at)
        ) STRICT
        """,
    ]
}
