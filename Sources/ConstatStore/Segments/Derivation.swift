import ConstatModel
import GRDB

/// Derives what the states, the changes and the merged records of a record together tell.
///
/// The result depends on what the store holds of the record, not on the order in which it came.
struct Derivation {
    /// How many states and changes are looked at together.
    private static let slice = 32_768

    private struct State {
        let segment: Int
        let row: Int
        let life: Int64
        let rank: (Int64, Int64, Int64)
        let record: ConstatModel.Record
        let given: Int64
        let origin: [Int: Int64]
    }

    /// What a row derived inherits from the state behind it.
    private static let inherited = [
        BatchShape.row, BatchShape.receipt, RecordColumn.profile, RecordColumn.firstReceipt, RecordColumn.revision, RecordColumn.progress,
    ]

    private let records: SegmentTable
    private let transitions: SegmentTable
    private let terms: TermTable
    private let rules: [String: [RecordKind: [Milestone: DerivationRule]]]
    private let segments: [SegmentTable.Info]

    init(_ db: Database, _ records: SegmentTable, _ transitions: SegmentTable, terms: TermTable) throws {
        (self.records, self.transitions, self.terms) = (records, transitions, terms)
        (rules, segments) = (try ProfileRow.rules(db), try records.all())
    }

    /// Derives the records with these keys, and the survivors of merges that an import brought.
    func derive(_ touched: Set<Int64>, receipt: Int64) throws {
        let merges = try MergeMap(records, segments, terms)
        let keys = touched.union(merges.survivors(touchedBy: receipt, touched)).sorted()
        var own: [Int64: EarliestStamps] = [:]
        for slice in try slices(of: merges.descendants(of: keys).sorted()) {
            let (states, changes) = (try states(slice), try HeldChanges(transitions, terms).of(slice))
            for key in slice { own[key] = history(key, states, changes)?.derived().map(EarliestStamps.init) }
        }
        let merged = merges.collected(own)
        for slice in try slices(of: keys) { try derive(slice, merged) }
    }

    /// Keys in parts whose states fit into memory: of some records there are very many.
    private func slices(of keys: [Int64]) throws -> [[Int64]] {
        guard !keys.isEmpty else { return [] }
        var counts = [Int](repeating: 0, count: keys.count)
        for (table, segments) in [(records, segments), (transitions, try transitions.all())] {
            for segment in segments { for pair in HeldRows.pairs(keys, try table.index(of: segment)) { counts[pair.left] += 1 } }
        }
        var (slices, rows): ([[Int64]], Int) = ([], Self.slice)
        for (key, count) in zip(keys, counts) {
            if rows >= Self.slice {
                slices.append([])
                rows = 0
            }
            slices[slices.count - 1].append(key)
            rows += count + 1
        }
        return slices
    }

    private func derive(_ keys: [Int64], _ merged: [Int64: EarliestStamps]) throws {
        let states = try states(keys)
        let changes = try HeldChanges(transitions, terms).of(keys)
        var derived = Batch(.records)
        var hash = Hash64()
        var lives: [Int: [(row: Int, life: Int64)]] = [:]
        for key in keys {
            guard let own = states[key], let winner = own.first(where: { RowLife.isObserved($0.life) }) else { continue }
            var history = self.history(key, states, changes)
            history?.merged = merged[key] ?? EarliestStamps()
            guard let record = history?.derived() else { continue }
            let isDifferent = record != winner.record
            for state in own {
                let life = life(state, isWinner: state.segment == winner.segment && state.row == winner.row, isDifferent)
                if life != state.life { lives[state.segment, default: []].append((state.row, life)) }
            }
            guard isDifferent else { continue }
            derived.append(record, &hash)
            let last = derived.count - 1
            for column in Self.inherited { if let value = winner.origin[column] { derived.replace(column, last, with: value) } }
            derived.replace(BatchShape.life, last, with: RowLife.derived)
            let given = (own.map(\.given) + (changes[key] ?? []).map(\.given)).reduce(0, |)
            derived.replace(RecordColumn.given, last, with: given)
        }
        for (segment, changes) in lives { try records.setLives(changes, of: segments[segment]) }
        try insert(derived)
    }

    private func life(_ state: State, isWinner: Bool, _ isDifferent: Bool) -> Int64 {
        if state.life == RowLife.derived { return RowLife.gone }
        if isWinner { return isDifferent ? RowLife.shadowed : RowLife.live }
        return state.life
    }

    private func history(_ key: Int64, _ states: [Int64: [State]], _ changes: [Int64: [HeldChanges.Change]]) -> RecordHistory? {
        guard let observed = states[key]?.filter({ RowLife.isObserved($0.life) }), let source = observed.first?.record.source else {
            return nil
        }
        var history = RecordHistory(states: observed.map(\.record))
        history.transitions = (changes[key] ?? []).map(\.transition)
        history.isStatusComplete = (changes[key] ?? []).contains { Given(rawValue: $0.given).contains(.statusHistory) }
        history.rules = history.states.first.flatMap { rules[source]?[$0.kind] } ?? [:]
        return history
    }

    private func insert(_ derived: Batch) throws {
        guard derived.count > 0 else { return }
        var batch = Batch(.records)
        batch.append(derived, codes: try terms.codes(derived.terms))
        try records.insert(batch.picking(batch.order(by: BatchShape.key)))
    }

    /// The states of each record, the newest first; rows that are gone are left out.
    private func states(_ keys: [Int64]) throws -> [Int64: [State]] {
        var states: [Int64: [State]] = [:]
        for (position, segment) in segments.enumerated() {
            let pairs = HeldRows.pairs(keys, try records.index(of: segment))
            guard !pairs.isEmpty else { continue }
            let batch = try records.batch(segment)
            for (mine, row) in pairs where batch[BatchShape.life, row] != RowLife.gone {
                let origin = Self.inherited.map { ($0, batch[$0, row]) }
                states[keys[mine], default: []].append(
                    State(
                        segment: position, row: row, life: batch[BatchShape.life, row],
                        rank: (batch[RecordColumn.revision, row], batch[RecordColumn.progress, row], batch[BatchShape.content, row]),
                        record: try batch.record(row, term: terms.text), given: batch.value(RecordColumn.given, row) ?? 0,
                        origin: Dictionary(uniqueKeysWithValues: origin)))
            }
        }
        return states.mapValues { $0.sorted { $0.rank > $1.rank } }
    }
}
