public import ConstatModel
import GRDB

/// Takes the rows of one import; lives inside its transaction.
///
/// Rows are collected and written in large parts; `finish` writes the rest and derives what a record's states,
/// changes and merged records together tell.
public final class ImportSession {
    /// Where the rows went so far.
    public private(set) var counts = ImportCounts()
    /// How often each remark was made so far.
    public private(set) var remarks: [Remark: Int] = [:]

    /// Over the refused rows so far; empty without any.
    var refusalDigest: String { counts.refused == 0 ? "" : refused.hex() }

    private var refused = Digest()
    private let db: Database
    private let receipt: Int
    private let profile: Int64
    /// Earlier readings by the same profile: another text of it, or another zone.
    private let corrected: Corrections
    private let hasNewRules: Bool
    private let refuse: Statement
    private let records: SegmentTable
    private let transitions: SegmentTable
    private let terms: TermTable
    private var pending = Batch(.records)
    private var changes = Batch(.transitions)
    private var filter = KeyFilter(capacity: 0)
    /// Records to be derived anew, by key.
    private var touched: Set<Int64> = []
    /// What was purged does not come back.
    private let erasure: Erasure?

    init(_ db: Database, receipt: Receipt, profile: ProfileRow) throws {
        (self.db, self.receipt) = (db, receipt.number)
        (self.profile, corrected, hasNewRules) = try profile.insert(db, usedBy: receipt.number)
        (records, transitions) = (SegmentTable(records: db), SegmentTable(transitions: db))
        terms = TermTable(db)
        erasure = try Erasure(try Int64.fetchOne(db, sql: "SELECT max(before) FROM purge")) { try StoredRows(db).ruleNames() }
        refuse = try db.makeStatement(sql: "INSERT INTO refusal VALUES (?, ?, ?, ?, ?)")
        try rebuildFilter()
    }

    /// Stores records and the changes of records, or leaves the store as it is when it holds the same or newer ones.
    ///
    /// - Parameters:
    ///   - rows: records with their rows in the file.
    ///   - changes: transitions, which name their records by key.
    ///   - historyRows: rows of the file that told changes only.
    public func put(_ rows: Batch, changes: Batch? = nil, historyRows: Int = 0) throws {
        if let changes, changes.count > 0 {
            self.changes.append(changes, codes: try terms.codes(changes.terms))
            if SegmentTable.isFull(self.changes) { try flushChanges() }
        }
        counts.rows += rows.count + historyRows
        counts.history += historyRows
        guard rows.count > 0 else { return }
        pending.append(rows, codes: try terms.codes(rows.terms))
        if SegmentTable.isFull(pending) { try flush() }
    }

    /// Counts a row that is no record, and keeps it with the receipt.
    public func refuse(_ refusal: Refusal) throws {
        counts.rows += 1
        counts.refused += 1
        refused.update(Receipt.line(of: refusal))
        try refuse.execute(arguments: [receipt, refusal.row, refusal.reason.rawValue, refusal.detail, refusal.raw])
    }

    /// Counts a remark.
    public func add(_ remark: Remark, _ count: Int) { remarks[remark, default: 0] += count }

    /// Writes what is left, and derives the records whose history has changed.
    func finish() throws {
        try flush()
        try flushChanges()
        touched.formUnion(try hasNewRules ? allWithChanges() : recordsWithChanges())
        try Derivation(db, records, transitions, terms: terms).derive(touched, receipt: Int64(receipt))
        try Compaction(records).compact()
        try Compaction(transitions).compact()
    }

    /// Records with changes, of all sources: few are of another than the one whose rules are new.
    private func allWithChanges() throws -> Set<Int64> {
        try transitions.all().reduce(into: []) { $0.formUnion(try transitions.integers(BatchShape.key, of: $1)) }
    }

    /// Records of this import whose changes an earlier one had brought.
    private func recordsWithChanges() throws -> Set<Int64> {
        let histories = try transitions.all()
        guard !histories.isEmpty, !counts.isWithoutNews else { return [] }
        var mine: Set<Int64> = []
        for segment in try records.all() {
            let receipts = try records.integers(BatchShape.receipt, of: segment)
            guard receipts.contains(Int64(receipt)) else { continue }
            let keys = try records.integers(BatchShape.key, of: segment)
            for row in receipts.indices where receipts[row] == Int64(receipt) { mine.insert(keys[row]) }
        }
        let keys = mine.sorted()
        return try histories.reduce(into: []) { found, history in
            for pair in HeldRows.pairs(keys, try transitions.index(of: history)) { found.insert(keys[pair.left]) }
        }
    }

    /// Of smaller records that tell no date of change, as a spreadsheet without that column, the later import is the newer state.
    private func rankUndated(_ batch: inout Batch) {
        for row in 0..<batch.count where batch[RecordColumn.kind, row] >= Int64(RecordKind.playbookRun.rawValue) {
            guard batch.value(RecordColumn.updated, row) == nil else { continue }
            batch.replace(RecordColumn.progress, row, with: Int64(receipt))
        }
    }

    private func flush() throws {
        guard pending.count > 0 else { return }
        let order = pending.order(by: BatchShape.key)
        var batch = pending
        pending = Batch(.records)
        batch.fill(RecordColumn.profile, with: profile)
        batch.fill(BatchShape.receipt, with: Int64(receipt))
        batch.fill(RecordColumn.firstReceipt, with: Int64(receipt))
        batch.fill(BatchShape.life, with: RowLife.live)
        rankUndated(&batch)
        if let erasure {
            let rows = erasure.rows(batch)
            if !rows.isEmpty { batch = erasure.erased(batch, rows) }
        }
        if areNew(order, batch) {
            counts.stored += batch.count
            try records.insert(batch, order: order)
        } else {
            try records.insert(try contested(batch.picking(order)))
        }
        if filter.isFull { try rebuildFilter() }
    }

    /// Whether all rows are of records that the store does not know, each of another.
    private func areNew(_ order: [Int], _ batch: Batch) -> Bool {
        let keys = batch.integers[BatchShape.key]
        let isNew = order.indices.allSatisfy { position in
            let key = keys[order[position]]
            return !filter.mayContain(key) && (position == 0 || keys[order[position - 1]] != key)
        }
        for key in keys { filter.insert(key) }
        return isNew
    }

    /// Decides of each row, in the order of the file, whether it counts; gives the rows that are kept.
    private func contested(_ batch: Batch) throws -> Batch {
        let lookup = try HeldRows(records)
        let groups = sameRecords(batch)
        let held = try lookup.find(groups.map(\.lowerBound), of: batch)
        var settled = batch
        var kept: [Int] = []
        var lives: [Int: [(row: Int, life: Int64)]] = [:]
        for (rows, held) in zip(groups, held) {
            var contest = Contest(held)
            for row in rows {
                count(contest.enter(row, of: batch, profile: profile, receipt: Int64(receipt), corrects: corrected))
            }
            for (row, life) in contest.kept {
                settled.replace(BatchShape.life, row, with: life)
                if let first = contest.firstReceipt { settled.replace(RecordColumn.firstReceipt, row, with: first) }
                kept.append(row)
            }
            let changed = contest.lives(unlike: held)
            for change in changed { lives[change.segment, default: []].append((change.row, change.life)) }
            let key = batch[BatchShape.key, rows.lowerBound]
            if contest.hasHistory, !contest.kept.isEmpty || !changed.isEmpty { touched.insert(key) }
        }
        for (segment, changes) in lives { try records.setLives(changes, of: lookup.segments[segment]) }
        return settled.picking(kept.sorted())
    }

    /// The rows of each record, which lie together; equal keys of different records are next to each other too.
    private func sameRecords(_ batch: Batch) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        for row in 0..<batch.count {
            if let last = groups.last, batch[BatchShape.key, row] == batch[BatchShape.key, last.lowerBound],
                batch.texts[RecordColumn.native].equals(row, batch.texts[RecordColumn.native], last.lowerBound)
            {
                groups[groups.count - 1] = last.lowerBound..<row + 1
            } else {
                groups.append(row..<row + 1)
            }
        }
        return groups
    }

    private func count(_ outcome: Contest.Outcome) {
        switch outcome {
        case .stored: counts.stored += 1
        case .updated: counts.updated += 1
        case .unchanged: counts.unchanged += 1
        case .repeated: counts.repeated += 1
        case .superseded: counts.superseded += 1
        }
    }

    private func flushChanges() throws {
        guard changes.count > 0 else { return }
        var batch = changes.picking(changes.order(by: BatchShape.key))
        changes = Batch(.transitions)
        batch.fill(TransitionColumn.profile, with: profile)
        batch.fill(BatchShape.receipt, with: Int64(receipt))
        batch.fill(BatchShape.life, with: RowLife.live)
        let lookup = try TransitionLookup(transitions)
        var (new, changed) = try lookup.new(in: batch, correcting: corrected)
        touched.formUnion(changed)
        if let erasure {
            let marks = try Erasure.Marks(terms)
            new = erasure.erased(changes: new, erasure.changes(new, marks), marks) { [new] row in
                new[TransitionColumn.from, row] == new[TransitionColumn.to, row]
            }
        }
        counts.transitions += new.count
        touched.formUnion(new.integers[BatchShape.key])
        try transitions.insert(new)
    }

    private func rebuildFilter() throws {
        let segments = try records.all()
        filter = KeyFilter(capacity: 0)  // the old one goes first: both may not fit
        filter = KeyFilter(capacity: max(segments.reduce(0) { $0 + $1.rows } * 2, 1 << 21))
        for segment in segments {
            for key in try records.integers(BatchShape.key, of: segment) { filter.insert(key) }
        }
    }
}
