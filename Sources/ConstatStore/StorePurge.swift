public import ConstatModel
import GRDB

extension Store {
    /// Removes the personal fields of everything last changed before an instant, and the text of all refused rows: of what
    /// could not be read nobody knows the age.
    ///
    /// Every figure stays. What an import brings again later loses the same fields.
    ///
    /// - Parameters:
    ///   - asOf: when the purge is made.
    ///   - isDryRun: true to count only.
    public func purge(before: Instant, asOf: Instant, tool: String, isDryRun: Bool) throws(StoreError) -> Purge {
        let purge = try Self.guarded(path) {
            var purge = Purge(before: before, purgedAt: asOf, tool: tool)
            try queue.write { try $0.execute(sql: "PRAGMA secure_delete = ON") }
            try queue.inTransaction(.immediate) { db in
                try Self.erase(db, &purge)
                try Self.record(db, &purge)
                return isDryRun ? .rollback : .commit
            }
            return purge
        }
        if !isDryRun {
            try Self.guarded(path) {
                // A whole store may not fit into memory.
                try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA temp_store = FILE; VACUUM; PRAGMA temp_store = MEMORY") }
            }
        }
        return purge
    }

    /// Every purge, in the order of their numbers.
    public func purges() throws(StoreError) -> [Purge] {
        try read { db in try Row.fetchAll(db, sql: "SELECT * FROM purge ORDER BY number").map(Purge.init) }
    }

    private static func erase(_ db: Database, _ purge: inout Purge) throws {
        guard let erasure = try Erasure(purge.before.milliseconds, rules: { try StoredRows(db).ruleNames() }) else { return }
        let (records, transitions, terms) = (SegmentTable(records: db), SegmentTable(transitions: db), TermTable(db))
        for segment in try records.all() {
            let batch = try records.batch(segment)
            let rows = erasure.rows(batch)
            if !rows.isEmpty { try records.replace(segment, with: erasure.erased(batch, rows)) }
            purge.records += rows.count
        }
        purge.transitions = try erase(transitions, terms, erasure)
        try db.execute(sql: "UPDATE refusal SET raw = '' WHERE raw <> ''")
        purge.refusals = db.changesCount
        try Self.forgetFacts(before: purge.before.milliseconds, db)
        try forgetTerms(db, [records, transitions])
    }

    /// Takes the names off changes; gives how many lost one.
    private static func erase(_ transitions: SegmentTable, _ terms: TermTable, _ erasure: Erasure) throws -> Int {
        let marks = try Erasure.Marks(terms)
        var keys: Set<Int64> = []
        for segment in try transitions.all() {
            let batch = try transitions.batch(segment)
            for row in erasure.changes(batch, marks) where Erasure.isAssignee(batch, row) { keys.insert(batch[BatchShape.key, row]) }
        }
        let repetitions = try Self.repetitions(of: keys.sorted(), HeldChanges(transitions, terms))
        var count = 0
        for segment in try transitions.all() {
            let batch = try transitions.batch(segment)
            let rows = erasure.changes(batch, marks)
            guard !rows.isEmpty else { continue }
            let erased = erasure.erased(changes: batch, rows, marks) { row in
                repetitions.contains([batch[BatchShape.key, row], batch[BatchShape.content, row]])
            }
            try transitions.replace(segment, with: erased)
            count += rows.count
        }
        return count
    }

    /// Which changes set what already held: by the keys of their records and the hashes of what they say.
    private static func repetitions(of keys: [Int64], _ held: HeldChanges) throws -> Set<[Int64]> {
        var found: Set<[Int64]> = []
        for start in stride(from: 0, to: keys.count, by: 8_192) {
            for (key, changes) in try held.of(Array(keys[start..<min(start + 8_192, keys.count)])) {
                let repeated = RecordHistory.repetitions(in: changes.map(\.transition))
                for change in changes where repeated.contains(change.transition) { found.insert([key, change.content]) }
            }
        }
        return found
    }

    /// Names that nothing refers to any more go too.
    private static func forgetTerms(_ db: Database, _ tables: [SegmentTable]) throws {
        var used: Set<Int64> = []
        for table in tables {
            for segment in try table.all() {
                for column in table.shape.terms { used.formUnion(try table.integers(column, of: segment)) }
            }
        }
        for id in try Int64.fetchAll(db, sql: "SELECT id FROM term") where !used.contains(id) {
            try db.execute(sql: "DELETE FROM term WHERE id = ?", arguments: [id])
        }
    }

    private static func record(_ db: Database, _ purge: inout Purge) throws {
        purge.number = 1 + (try Int.fetchOne(db, sql: "SELECT max(number) FROM purge") ?? 0)
        purge.previousHash = try String.fetchOne(db, sql: "SELECT hash FROM purge ORDER BY number DESC LIMIT 1") ?? ""
        purge.receiptHash = try String.fetchOne(db, sql: "SELECT hash FROM receipt ORDER BY number DESC LIMIT 1") ?? ""
        purge.hash = purge.computedHash
        try db.execute(
            sql: "INSERT INTO purge VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                purge.number, purge.before.milliseconds, purge.purgedAt.milliseconds, purge.tool, purge.records, purge.transitions,
                purge.refusals, purge.receiptHash, purge.previousHash, purge.hash,
            ])
    }
}

extension Purge {
    fileprivate init(_ row: Row) {
        self.init(
            before: Instant(milliseconds: row["before"]), purgedAt: Instant(milliseconds: row["purged_at"]), tool: row["tool"])
        (number, records, transitions, refusals) = (row["number"], row["records"], row["transitions"], row["refusals"])
        (receiptHash, previousHash, hash) = (row["receipt_hash"], row["previous_hash"], row["hash"])
    }
}
