import ConstatModel
import GRDB

/// The tables of a store. Migrations are added, never edited: a store in the field has run them.
///
/// Instants are milliseconds UTC. Words that repeat (`source`, `tenant`, `rule`, `category`) are codes
/// into `term`. The database refuses what the code should never write.
enum Schema {
    /// Marks a SQLite file as ours: "CNST".
    static let applicationID = 0x434E_5354

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 receipts, records, notifications") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            for statement in tables + [record, indexes] { try db.execute(sql: statement) }
        }
        return migrator
    }

    /// The column of a milestone, e.g. `first_activity`.
    static func column(_ milestone: Milestone) -> String {
        let spelled = milestone.rawValue.flatMap { $0.isUppercase ? "_\($0.lowercased())" : "\($0)" }
        return milestone == .verdict ? "verdict_at" : String(spelled).replacing("tier2", with: "tier_2").replacing("tier3", with: "tier_3")
    }

    private static let tables = [
        "CREATE TABLE term (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT",
        """
        CREATE TABLE profile (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, version INTEGER NOT NULL, digest TEXT NOT NULL,
            zone TEXT NOT NULL, given INTEGER NOT NULL, UNIQUE (name, digest, zone)
        ) STRICT
        """,
        """
        CREATE TABLE receipt (
            number INTEGER PRIMARY KEY, file TEXT NOT NULL, sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
            bytes INTEGER NOT NULL, source TEXT NOT NULL, kind INTEGER NOT NULL CHECK (kind IN (1, 2)),
            profile TEXT NOT NULL, profile_version INTEGER NOT NULL, profile_digest TEXT NOT NULL,
            zone TEXT NOT NULL, tenant TEXT, tool TEXT NOT NULL, imported_at INTEGER NOT NULL,
            rows INTEGER NOT NULL, stored INTEGER NOT NULL, updated INTEGER NOT NULL, unchanged INTEGER NOT NULL,
            superseded INTEGER NOT NULL, refused INTEGER NOT NULL,
            previous_hash TEXT NOT NULL, hash TEXT NOT NULL UNIQUE,
            CHECK (rows = stored + updated + unchanged + superseded + refused)
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
        CREATE TABLE notification (
            id INTEGER PRIMARY KEY, case_source TEXT NOT NULL, case_tenant TEXT NOT NULL, case_native TEXT NOT NULL,
            regime TEXT NOT NULL, stage TEXT NOT NULL, submitted_at INTEGER NOT NULL, reference TEXT,
            recorded_at INTEGER NOT NULL,
            UNIQUE (case_source, case_tenant, case_native, regime, stage, submitted_at)
        ) STRICT
        """,
    ]

    private static var record: String {
        let milestones = Milestone.allCases.map { milestone in
            column(milestone) + " INTEGER" + (milestone == .raised ? " NOT NULL" : "")
        }
        return """
            CREATE TABLE record (
                id INTEGER PRIMARY KEY,
                kind INTEGER NOT NULL CHECK (kind IN (1, 2)),
                source INTEGER NOT NULL REFERENCES term, tenant INTEGER NOT NULL REFERENCES term,
                native TEXT NOT NULL CHECK (length(native) > 0),
                profile INTEGER NOT NULL REFERENCES profile,
                first_receipt INTEGER NOT NULL REFERENCES receipt DEFERRABLE INITIALLY DEFERRED,
                receipt INTEGER NOT NULL REFERENCES receipt DEFERRABLE INITIALLY DEFERRED, row INTEGER NOT NULL,
                revision INTEGER NOT NULL, progress INTEGER NOT NULL, content INTEGER NOT NULL,
                number TEXT, title TEXT,
                severity INTEGER CHECK (severity BETWEEN 0 AND 4), status INTEGER CHECK (status BETWEEN 0 AND 4),
                verdict INTEGER CHECK (verdict BETWEEN 0 AND 3), tier INTEGER CHECK (tier BETWEEN 1 AND 3),
                rule INTEGER REFERENCES term, techniques TEXT, category INTEGER REFERENCES term,
                discovery INTEGER CHECK (discovery BETWEEN 0 AND 1), root_cause TEXT, merged_into TEXT, case_id TEXT,
                facts TEXT, updated INTEGER,
                precisions INTEGER NOT NULL, day_only INTEGER NOT NULL,
                \(milestones.joined(separator: ", ")),
                UNIQUE (kind, source, tenant, native)
            ) STRICT
            """
    }

    private static let indexes = """
        CREATE INDEX record_raised ON record (kind, raised);
        CREATE INDEX record_tenant ON record (tenant, kind, raised);
        """
}
