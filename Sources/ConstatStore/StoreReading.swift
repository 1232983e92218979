public import ConstatModel
import GRDB

extension Store {
    /// Which records a question is about.
    public enum Window: Hashable, Sendable {
        /// Raised in the period.
        case raised(in: Period)
        /// Raised before the instant, and not known to be closed before it.
        case open(at: Instant)
        /// Raised before the end of the period, and not known to be closed before its start.
        case alive(in: Period)
        /// Raised in the period, or alive in it.
        case seen(in: Period)
        /// All of them.
        case any
    }

    /// The records of one kind as columns, oldest first, without merged ones.
    ///
    /// - Parameter tenant: nil for all.
    public func columns(_ kind: RecordKind, tenant: String?, _ window: Window) throws(StoreError) -> RecordColumns {
        try read { db in
            let rows = StoredRows(db)
            guard let condition = try Self.condition(rows, kind, tenant, unmerged: window) else { return RecordColumns() }
            return try ColumnReading(rows, cases: ParentCases(rows)).columns(condition)
        }
    }

    /// The records of one kind as columns, part by part in no particular order, without merged ones.
    ///
    /// - Parameter needs: the milestones and fields that must be in them.
    public func eachColumns(
        _ kind: RecordKind, tenant: String?, _ window: Window, needs: RecordNeeds, _ visit: (RecordColumns) -> Void
    ) throws(StoreError) {
        try read { db in
            let rows = StoredRows(db)
            guard let condition = try Self.condition(rows, kind, tenant, unmerged: window) else { return }
            try ColumnReading(rows, cases: ParentCases(rows)).each(condition, needs: needs, visit)
        }
    }

    /// Whole records, oldest first, merged ones too.
    public func records(_ kind: RecordKind, tenant: String?, _ window: Window) throws(StoreError) -> [StoredRecord] {
        try read { db in
            let rows = StoredRows(db)
            guard var condition = try Self.condition(rows, kind, tenant) else { return [] }
            condition.window = window
            return try rows.records(condition).sorted {
                Self.order($0, $0.record.instant(.raised)) < Self.order($1, $1.record.instant(.raised))
            }
        }
    }

    /// The cases a person may mean by an id, a number, or a number with `#`.
    public func cases(named name: String, tenant: String?) throws(StoreError) -> [StoredRecord] {
        let number = name.hasPrefix("#") ? String(name.dropFirst()) : name
        return try cases(tenant) { $0.native == name || $0.number == number }.sorted {
            ($0.record.tenant, $0.record.source, $0.record.native) < ($1.record.tenant, $1.record.source, $1.record.native)
        }
    }

    /// The cases with one of these ids in their sources; another case may have the same id in another source.
    public func cases(withIDs natives: Set<String>, tenant: String?) throws(StoreError) -> [StoredRecord] {
        natives.isEmpty ? [] : try cases(tenant) { natives.contains($0.native) }
    }

    /// Cases of which an authority may have to be told: of which somebody knew, which were classified, or of which one of some facts is
    /// answered; oldest first.
    public func incidents(answering facts: Set<String>, tenant: String?) throws(StoreError) -> [StoredRecord] {
        try cases(tenant) { record in
            record.status != .merged
                && (record.milestones[.aware] != nil || record.milestones[.classified] != nil
                    || record.facts.keys.contains(where: facts.contains))
        }.sorted { Self.order($0, $0.record.instant(.aware)) < Self.order($1, $1.record.instant(.aware)) }
    }

    /// Cases with a milestone, oldest first: those a person marked as known to be significant, for instance.
    public func cases(with milestone: Milestone, tenant: String?) throws(StoreError) -> [StoredRecord] {
        try cases(tenant) { $0.status != .merged && $0.milestones[milestone] != nil }.sorted {
            Self.order($0, $0.record.instant(milestone)) < Self.order($1, $1.record.instant(milestone))
        }
    }

    /// Which of some titles alerts bear that name no rule, with their tenants.
    ///
    /// - Parameter end: alerts raised at it or later (milliseconds UTC) do not count.
    public func titlesOfAlertsWithoutRule(
        tenant: String?, _ period: Period, before end: Int64, among titles: Set<String>
    ) throws(StoreError) -> [(tenant: String, title: String)] {
        try read { db in
            let rows = StoredRows(db)
            guard !titles.isEmpty, let condition = try Self.condition(rows, .alert, tenant, unmerged: .raised(in: period)) else {
                return []
            }
            var found: Set<[String]> = []
            try rows.each(condition) { segment, live in
                let (rules, raised) = (
                    try rows.table.integers(RecordColumn.rule, of: segment), try rows.table.integers(RecordColumn.of(.raised), of: segment)
                )
                let unnamed = live.filter { rules[$0] == Batch.missing && raised[$0] < end }
                guard !unnamed.isEmpty else { return }
                let (texts, tenants) = (
                    try rows.table.texts(RecordColumn.title, of: segment), try rows.table.integers(RecordColumn.tenant, of: segment)
                )
                for row in unnamed {
                    if let title = texts.string(row), titles.contains(title) { found.insert([try rows.terms.text(tenants[row]), title]) }
                }
            }
            return found.map { ($0[0], $0[1]) }
        }
    }

    /// The sources there are records of a kind from, in the order of their names.
    public func sources(of kind: RecordKind) throws(StoreError) -> [String] { try names(RecordColumn.source, of: kind) }

    /// How many changes of records there are, and how many of them are of records that no import has brought.
    public func changeCounts() throws(StoreError) -> (all: Int, withoutRecord: Int) {
        try read { db in
            let (records, transitions) = (SegmentTable(records: db), SegmentTable(transitions: db))
            var changes: [Int64: Int] = [:]
            for segment in try transitions.all() {
                let lives = try transitions.integers(BatchShape.life, of: segment)
                for (key, life) in zip(try transitions.integers(BatchShape.key, of: segment), lives) where life != RowLife.gone {
                    changes[key, default: 0] += 1
                }
            }
            let all = changes.values.reduce(0, +)
            for segment in try records.all() where !changes.isEmpty {
                for key in try records.integers(BatchShape.key, of: segment) { changes[key] = nil }
            }
            return (all, changes.values.reduce(0, +))
        }
    }

    /// The tenants there are records of, in the order of their names.
    ///
    /// - Parameter kind: only of records of this kind.
    public func tenants(of kind: RecordKind? = nil) throws(StoreError) -> [String] { try names(RecordColumn.tenant, of: kind) }

    /// The names that a column of terms holds, in their order.
    private func names(_ column: Int, of kind: RecordKind?) throws(StoreError) -> [String] {
        try read { db in
            let rows = StoredRows(db)
            var codes: Set<Int64> = []
            try rows.each(StoredRows.Condition(kind: kind)) { segment, live in
                let values = try rows.table.integers(column, of: segment)
                codes.formUnion(live.lazy.map { values[$0] }.distinct())
            }
            return try codes.map(rows.terms.text).sorted()
        }
    }

    /// SHA-256 over what every record says: the same content, the same digest, whatever the order of imports.
    public func contentDigest() throws(StoreError) -> String {
        try read { db in try Self.digest(StoredRows(db), StoredRows.Condition()) }
    }

    /// SHA-256 over what the records say that meet a condition, whatever the order they lie in.
    static func digest(_ rows: StoredRows, _ condition: StoredRows.Condition) throws -> String {
        var lines: [DigestLine] = []
        try rows.each(condition) { segment, live in
            let keys = try rows.table.integers(BatchShape.key, of: segment)
            let contents = try rows.table.integers(BatchShape.content, of: segment)
            lines += live.map { (keys[$0], contents[$0]) }
        }
        return digest(lines: lines)
    }

    typealias DigestLine = (key: Int64, content: Int64)

    static func digest(lines: [DigestLine]) -> String {
        var digest = Digest()
        for line in lines.sorted(by: { $0 < $1 }) { digest.update("\(line.key) \(line.content)\n") }
        return digest.hex()
    }

    /// The digests of each tenant's records that meet a condition, by the tenant's code.
    static func digestsOfTenants(_ rows: StoredRows, _ condition: StoredRows.Condition) throws -> [Int64: String] {
        var lines: [Int64: [DigestLine]] = [:]
        try rows.each(condition) { segment, live in
            let keys = try rows.table.integers(BatchShape.key, of: segment)
            let contents = try rows.table.integers(BatchShape.content, of: segment)
            let tenants = try rows.table.integers(RecordColumn.tenant, of: segment)
            for row in live { lines[tenants[row], default: []].append((keys[row], contents[row])) }
        }
        return lines.mapValues(digest(lines:))
    }

    private func cases(_ tenant: String?, _ isWanted: (ConstatModel.Record) -> Bool) throws(StoreError) -> [StoredRecord] {
        try read { db in
            let rows = StoredRows(db)
            guard let condition = try Self.condition(rows, .case, tenant) else { return [] }
            return try rows.records(condition).filter { isWanted($0.record) }
        }
    }

    /// Nil when there can be no such row: the store does not know the tenant.
    static func condition(_ rows: StoredRows, _ kind: RecordKind?, _ tenant: String?) throws -> StoredRows.Condition? {
        guard let tenant else { return StoredRows.Condition(kind: kind) }
        return try rows.terms.find(tenant).map { StoredRows.Condition(kind: kind, tenant: $0) }
    }

    private static func condition(
        _ rows: StoredRows, _ kind: RecordKind, _ tenant: String?, unmerged window: Window
    ) throws -> StoredRows.Condition? {
        var condition = try condition(rows, kind, tenant)
        condition?.window = window
        condition?.hidesMerged = true
        return condition
    }

    private static func order(_ stored: StoredRecord, _ instant: Instant?) -> (Int64, String, String, String) {
        (instant?.milliseconds ?? 0, stored.record.source, stored.record.tenant, stored.record.native)
    }
}
