public import ConstatModel
import GRDB

extension Store {
    /// An alert without a verdict of its own has the verdict of the case it was promoted to.
    static let parentJoin = """
        LEFT JOIN record parent ON record.kind = 1 AND record.verdict IS NULL AND parent.kind = 2
            AND parent.source = record.source AND parent.tenant = record.tenant AND parent.native = record.case_id
        """

    /// Which records a question is about.
    public enum Window: Sendable {
        /// Raised in the period.
        case raised(in: Period)
        /// Raised before the instant, and not known to be closed before it.
        case open(at: Instant)
    }

    /// The records of one kind as columns, oldest first, without merged ones.
    ///
    /// - Parameter tenant: nil for all.
    public func columns(_ kind: RecordKind, tenant: String?, _ window: Window) throws(StoreError) -> RecordColumns {
        try read { db in
            var columns = RecordColumns()
            let (condition, arguments) = Self.condition(kind, tenant, window)
            let milestones = Milestone.allCases.map { "record." + Schema.column($0) }.joined(separator: ", ")
            let sql = """
                SELECT record.severity, record.status, coalesce(record.verdict, parent.verdict), record.discovery,
                    record.tenant, record.source, record.day_only, profile.given, record.id, \(milestones)
                FROM record JOIN profile ON profile.id = record.profile \(Self.parentJoin)
                WHERE \(condition) AND record.status IS NOT \(Status.merged.rawValue)
                ORDER BY record.raised, record.source, record.tenant, record.native
                """
            let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
            while let row = try rows.next() { columns.append(row) }
            for code in Set(columns.tenant).union(columns.source) {
                columns.names[code] = try String.fetchOne(db, sql: "SELECT text FROM term WHERE id = ?", arguments: [code])
            }
            return columns
        }
    }

    /// Whole records, oldest first, merged ones too.
    public func records(_ kind: RecordKind, tenant: String?, _ window: Window) throws(StoreError) -> [StoredRecord] {
        let (condition, arguments) = Self.condition(kind, tenant, window)
        return try read { db in
            try Row.fetchAll(
                db, sql: StoredRecord.sql + " WHERE \(condition) ORDER BY record.raised, source_text, tenant_text, record.native",
                arguments: arguments
            ).map(StoredRecord.init)
        }
    }

    /// The cases a person may mean by an id, a number, or a number with `#`.
    public func cases(named name: String, tenant: String?) throws(StoreError) -> [StoredRecord] {
        let number = name.hasPrefix("#") ? String(name.dropFirst()) : name
        return try read { db in
            try Row.fetchAll(
                db,
                sql: StoredRecord.sql + """
                     WHERE record.kind = 2 AND (record.native = ? OR record.number = ?) AND (? IS NULL OR tenant_text = ?)
                    ORDER BY tenant_text, source_text, record.native
                    """,
                arguments: [name, number, tenant, tenant]
            ).map(StoredRecord.init)
        }
    }

    /// Cases with a milestone, oldest first: those a person marked as known to be significant, for instance.
    public func cases(with milestone: Milestone, tenant: String?) throws(StoreError) -> [StoredRecord] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: StoredRecord.sql + """
                     WHERE record.kind = 2 AND record.status IS NOT \(Status.merged.rawValue)
                        AND record.\(Schema.column(milestone)) IS NOT NULL AND (? IS NULL OR tenant_text = ?)
                    ORDER BY record.\(Schema.column(milestone)), tenant_text, source_text, record.native
                    """,
                arguments: [tenant, tenant]
            ).map(StoredRecord.init)
        }
    }

    /// How many records of each kind there are, merged ones too.
    ///
    /// - Parameter tenant: nil for all.
    public func counts(tenant: String? = nil) throws(StoreError) -> [RecordKind: Int] {
        try read { db in
            var counts: [RecordKind: Int] = [:]
            let condition = tenant == nil ? "" : "WHERE tenant = (SELECT id FROM term WHERE text = ?)"
            let sql = "SELECT kind, count(*) FROM record \(condition) GROUP BY kind"
            for row in try Row.fetchAll(db, sql: sql, arguments: StatementArguments([tenant].compactMap(\.self))) {
                if let kind = RecordKind(rawValue: row[0]) { counts[kind] = row[1] }
            }
            return counts
        }
    }

    /// How many records of a kind a tenant has, merged ones too.
    ///
    /// - Parameters:
    ///   - receipts: only records that these imports brought.
    ///   - period: only records not raised in it.
    public func count(
        _ kind: RecordKind, tenant: String?, broughtBy receipts: [Int]? = nil, outside period: Period? = nil
    ) throws(StoreError) -> Int {
        var sql = "SELECT count(*) FROM record WHERE kind = ?"
        var arguments: StatementArguments = [kind.rawValue]
        if let tenant {
            sql += " AND tenant = (SELECT id FROM term WHERE text = ?)"
            arguments += [tenant]
        }
        if let receipts { sql += " AND first_receipt IN (\(receipts.map(String.init).joined(separator: ", ")))" }
        if let period {
            sql += " AND NOT (raised >= ? AND raised < ?)"
            arguments += [period.start.milliseconds, period.end.milliseconds]
        }
        return try read { db in try Int.fetchOne(db, sql: sql, arguments: arguments) ?? 0 }
    }

    /// The tenants there are records of, in the order of their names.
    public func tenants() throws(StoreError) -> [String] {
        try read { db in
            try String.fetchAll(db, sql: "SELECT text FROM term WHERE id IN (SELECT DISTINCT tenant FROM record) ORDER BY text")
        }
    }

    /// SHA-256 over every record in the order of their keys: the same content, the same digest, whatever the order of imports.
    public func contentDigest() throws(StoreError) -> String {
        try read { db in
            var digest = Digest()
            let sql = StoredRecord.sql + " ORDER BY record.kind, source_text, tenant_text, record.native"
            let rows = try Row.fetchCursor(db, sql: sql)
            while let row = try rows.next() { digest.update(RecordDigest.text(of: StoredRecord(row).record) + "\n") }
            return digest.hex()
        }
    }

    private static func condition(
        _ kind: RecordKind, _ tenant: String?, _ window: Window
    ) -> (sql: String, arguments: StatementArguments) {
        var sql = "record.kind = ?"
        var arguments: StatementArguments = [kind.rawValue]
        if let tenant {
            sql += " AND record.tenant = (SELECT id FROM term WHERE text = ?)"
            arguments += [tenant]
        }
        switch window {
        case .raised(let period):
            sql += " AND record.raised >= ? AND record.raised < ?"
            arguments += [period.start.milliseconds, period.end.milliseconds]
        case .open(let instant):
            sql += " AND record.raised < ? AND (record.last_closed IS NULL OR record.last_closed >= ?)"
            arguments += [instant.milliseconds, instant.milliseconds]
        }
        return (sql, arguments)
    }
}

extension RecordColumns {
    fileprivate mutating func append(_ row: Row) {
        func code(_ index: Int) -> Int8 { (row[index] as Int?).map(Int8.init) ?? Self.none }
        severity.append(code(0))
        status.append(code(1))
        verdict.append(code(2))
        discovery.append(code(3))
        tenant.append(row[4])
        source.append(row[5])
        dayOnly.append(row[6])
        given.append(row[7])
        ids.append(row[8])
        for index in instants.indices { instants[index].append(row[9 + index] as Int64? ?? Self.missing) }
        count += 1
    }
}
