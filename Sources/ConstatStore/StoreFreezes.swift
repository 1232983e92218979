public import ConstatModel
import Foundation
import GRDB

extension Store {
    /// Stores a frozen month; it gets its number and its place in the chain.
    @discardableResult
    public func freeze(_ freeze: Freeze, _ measurements: [FrozenMeasurement]) throws(StoreError) -> Freeze {
        try write { db in
            var freeze = freeze
            let last = try ChainEnd(of: "freeze", db)
            (freeze.number, freeze.previousHash) = (last.number + 1, last.hash)
            freeze.hash = freeze.computedHash
            try db.execute(
                sql: "INSERT INTO freeze VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    freeze.number, freeze.period, freeze.zone, freeze.tenant, freeze.frozenAt.milliseconds, freeze.asOf.milliseconds,
                    freeze.receipt, freeze.configuration, freeze.register, freeze.tool, freeze.reason, freeze.content, freeze.previousHash,
                    freeze.hash,
                ])
            let statement = try db.makeStatement(sql: "INSERT INTO frozen VALUES (?, ?, ?, ?)")
            for (position, text) in try FrozenText.lines(measurements).enumerated() {
                try statement.execute(arguments: [freeze.number, position, measurements[position].measurement.metric, text])
            }
            return freeze
        }
    }

    /// Every frozen month, the oldest first.
    public func freezes() throws(StoreError) -> [Freeze] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM freeze ORDER BY number").map { row in
                var freeze = Freeze(
                    period: row["period"], zone: row["zone"], tenant: row["tenant"],
                    frozenAt: Instant(milliseconds: row["frozen_at"]), asOf: Instant(milliseconds: row["as_of"]), receipt: row["receipt"],
                    configuration: row["configuration"], register: row["register"], tool: row["tool"], reason: row["reason"],
                    content: row["content"])
                (freeze.number, freeze.previousHash, freeze.hash) = (row["number"], row["previous_hash"], row["hash"])
                return freeze
            }
        }
    }

    /// The measurements of a frozen month, in their order.
    public func measurements(of freeze: Freeze) throws(StoreError) -> [FrozenMeasurement] {
        try read { db in
            let texts = try String.fetchAll(
                db, sql: "SELECT measurement FROM frozen WHERE freeze = ? ORDER BY position", arguments: [freeze.number])
            guard FrozenText.digest(texts) == freeze.content else { throw StoreFault.damaged }
            return try FrozenText.read(texts)
        }
    }

    /// The digest of measurements as they would be stored.
    public static func digest(_ measurements: [FrozenMeasurement]) throws(StoreError) -> String {
        try guarded("") { FrozenText.digest(try FrozenText.lines(measurements)) }
    }

    /// SHA-256 over the records of a kind that a question is about.
    public func digest(_ kind: RecordKind, tenant: String?, _ window: Window) throws(StoreError) -> String {
        try read { db in
            let rows = StoredRows(db)
            return try Self.digest(rows, try Self.condition(rows, kind, tenant, window))
        }
    }

    /// The same of each tenant's records: as `digest` of the tenant alone.
    public func digests(_ kind: RecordKind, ofEach tenants: [String], _ window: Window) throws(StoreError) -> [String: String] {
        try read { db in
            let rows = StoredRows(db)
            let found = try Self.digestsOfTenants(rows, try Self.condition(rows, kind, nil, window))
            let pairs = try tenants.map { ($0, try rows.terms.find($0).flatMap { found[$0] } ?? Self.digest(lines: [])) }
            return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        }
    }

    /// A tenant that the store does not know has no rows.
    private static func condition(
        _ rows: StoredRows, _ kind: RecordKind, _ tenant: String?, _ window: Window
    ) throws -> StoredRows.Condition {
        var condition = StoredRows.Condition(kind: kind, window: window)
        if let tenant { condition.tenant = try rows.terms.find(tenant) ?? -1 }
        return condition
    }

    /// The imports after one that brought states or changes of the records of a kind that a question is about, or once was.
    public func receipts(after number: Int, changing kind: RecordKind, tenant: String?, _ window: Window) throws(StoreError) -> [Int] {
        try read { db in
            let rows = StoredRows(db)
            var condition = try Self.condition(rows, kind, tenant, window)
            condition.isAnyLife = true
            var keys: Set<Int64> = []
            try rows.each(condition) { segment, live in
                let column = try rows.table.integers(BatchShape.key, of: segment)
                for row in live { keys.insert(column[row]) }
            }
            var found: Set<Int64> = []
            for table in [SegmentTable(records: db), SegmentTable(transitions: db)] {
                for segment in try table.all() {
                    let (keyColumn, receipts) = (
                        try table.integers(BatchShape.key, of: segment), try table.integers(BatchShape.receipt, of: segment)
                    )
                    for row in receipts.indices where receipts[row] > Int64(number) && keys.contains(keyColumn[row]) {
                        found.insert(receipts[row])
                    }
                }
            }
            return found.map(Int.init).sorted()
        }
    }
}

/// Measurements as the lines that are stored and hashed.
private enum FrozenText {
    static func lines(_ measurements: [FrozenMeasurement]) throws -> [String] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try measurements.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
    }

    static func read(_ lines: [String]) throws -> [FrozenMeasurement] {
        do { return try lines.map { try JSONDecoder().decode(FrozenMeasurement.self, from: Data($0.utf8)) } } catch {
            throw StoreFault.damaged
        }
    }

    static func digest(_ lines: [String]) -> String { Digest.hex(of: lines.joined(separator: "\n")) }
}
