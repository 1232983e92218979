public import ConstatModel
import GRDB

extension Store {
    /// Appends a line to the register, in one transaction: it is there with its place in the chain, or not at all.
    ///
    /// What was sent is told once; told again with the authority's reference, the reference becomes a line.
    ///
    /// - Returns: the line as it stands in the register; nil when it says nothing new.
    @discardableResult
    public func enter(_ entry: RegisterEntry) throws(StoreError) -> RegisterEntry? {
        try write { db in
            if entry.action == .decision, try Self.isDecided(entry, db) { return nil }
            guard entry.action == .sent, try Self.isTold(entry, db, exactly: false) else { return try Self.enter(entry, db) }
            return try Self.isTold(entry, db, exactly: true) ? nil : try Self.enter(entry.asReference, db)
        }
    }

    private static func isDecided(_ entry: RegisterEntry, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM register WHERE action = 'decision' AND source = ? AND tenant = ? AND native = ? AND regime = ?
                AND at = ? AND outcome IS ? AND reasons IS ? AND decided_by IS ?)
                """,
            arguments: [
                entry.source, entry.tenant, entry.native, entry.regime, entry.at.milliseconds, entry.outcome, entry.reasons, entry.by,
            ]) ?? false
    }

    /// Whether the same stage was recorded as sent at that instant, with all else this line says or whatever it says.
    private static func isTold(_ entry: RegisterEntry, _ db: Database, exactly: Bool) throws -> Bool {
        let same = "source = ? AND tenant = ? AND native = ? AND regime = ? AND stage = ? AND at = ?"
        let told = ["reference", "receipt_sha256", "reasons", "channel"]
        let more = told.map { "ifnull(?, \($0)) IS \($0)" }.joined(separator: " AND ")
        let identity: StatementArguments = [
            entry.source, entry.tenant, entry.native, entry.regime, entry.stage, entry.at.milliseconds,
        ]
        return try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM register WHERE \(same) AND \(exactly ? more : "action = 'sent'"))",
            arguments: exactly ? identity + [entry.reference, entry.receiptSHA256, entry.reasons, entry.channel] : identity) ?? false
    }

    /// Every line of the register, in the order it was told.
    public func register() throws(StoreError) -> [RegisterEntry] {
        try read { db in try Row.fetchAll(db, sql: "SELECT * FROM register ORDER BY number").map { RegisterEntry(stored: $0) } }
    }

    /// What was sent, oldest first.
    public func submissions() throws(StoreError) -> [Submission] { try register().submissions }

    /// Takes what was known off lines that were told before an instant; the chain keeps its digests.
    static func forgetFacts(before: Int64, _ db: Database) throws {
        try db.execute(sql: "UPDATE register SET facts = NULL WHERE facts IS NOT NULL AND recorded_at < ?", arguments: [before])
    }

    @discardableResult
    static func enter(_ entry: RegisterEntry, _ db: Database) throws -> RegisterEntry {
        var entry = entry
        let last = try ChainEnd(of: "register", db)
        (entry.number, entry.previousHash) = (last.number + 1, last.hash)
        entry.factsSHA256 = entry.factsDigest
        entry.hash = entry.computedHash
        try db.execute(
            sql: """
                INSERT INTO register (number, action, source, tenant, native, regime, stage, at, due, channel, reference, receipt_name,
                    receipt_bytes, receipt_sha256, outcome, reasons, decided_by, facts, facts_sha256, recorded_at, previous_hash, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                entry.number, entry.action.rawValue, entry.source, entry.tenant, entry.native, entry.regime, entry.stage,
                entry.at.milliseconds, entry.due?.milliseconds, entry.channel, entry.reference, entry.receiptName, entry.receiptBytes,
                entry.receiptSHA256,
                entry.outcome, entry.reasons, entry.by, entry.facts.isEmpty ? nil : FactsText.encode(entry.facts), entry.factsSHA256,
                entry.recordedAt.milliseconds, entry.previousHash,
                entry.hash,
            ])
        return entry
    }
}

extension RegisterEntry {
    fileprivate var asReference: RegisterEntry {
        var line = RegisterEntry(
            .reference, source: source, tenant: tenant, native: native, regime: regime, stage: stage, at: at, recordedAt: recordedAt)
        (line.channel, line.reference, line.reasons, line.by) = (channel, reference, reasons, by)
        (line.receiptName, line.receiptBytes, line.receiptSHA256) = (receiptName, receiptBytes, receiptSHA256)
        return line
    }

    /// A line of the table that migration 7 took the place of.
    init(before7 row: Row) {
        let at = Instant(milliseconds: row["submitted_at"])
        self.init(
            .sent, source: row["case_source"], tenant: row["case_tenant"], native: row["case_native"], regime: row["regime"],
            stage: row["stage"], at: at, recordedAt: max(at, Instant(milliseconds: row["recorded_at"])))
        reference = row["reference"]
    }

    fileprivate init(stored row: Row) {
        self.init(
            Action(rawValue: row["action"]) ?? .reference, source: row["source"], tenant: row["tenant"], native: row["native"],
            regime: row["regime"], stage: row["stage"], at: Instant(milliseconds: row["at"]),
            recordedAt: Instant(milliseconds: row["recorded_at"]))
        (number, channel, reference) = (row["number"], row["channel"], row["reference"])
        due = (row["due"] as Int64?).map(Instant.init(milliseconds:))
        (receiptName, receiptBytes, receiptSHA256) = (row["receipt_name"], row["receipt_bytes"], row["receipt_sha256"])
        (outcome, reasons, by) = (row["outcome"], row["reasons"], row["decided_by"])
        (facts, factsSHA256) = (FactsText.decode(row["facts"]), row["facts_sha256"])
        (previousHash, hash) = (row["previous_hash"], row["hash"])
    }
}
