import ConstatModel

/// Changes are a set: one that the store holds already is not stored again.
struct TransitionLookup {
    private let table: SegmentTable
    private let segments: [SegmentTable.Info]

    init(_ table: SegmentTable) throws { (self.table, segments) = (table, try table.all()) }

    /// The rows of a batch, which is in the order of its keys, that are new; and the records of which the store knows less or more
    /// than before.
    ///
    /// - Parameter corrected: readings whose changes are retired where the batch reads the same change anew.
    func new(in batch: Batch, correcting corrected: Corrections) throws -> (rows: Batch, touched: Set<Int64>) {
        var batch = batch
        let (kept, reading) = (Self.once(&batch), Reading(of: batch, corrected))
        var known: Set<Int> = []
        var touched: Set<Int64> = []
        for segment in segments {
            let pairs = HeldRows.pairs(reading.keys, try table.index(of: segment))
            guard !pairs.isEmpty else { continue }
            let held = try table.batch(segment)
            var (retired, given): (Set<Int>, [Int: Int64]) = ([], [:])
            for (_, row) in pairs where held[BatchShape.life, row] != RowLife.gone {
                if reading.corrects(held, row) {
                    retired.insert(row)
                } else if let mine = reading.row(like: held, row) {
                    known.insert(mine)
                    let both = Self.given(held, row) | Self.given(batch, mine)
                    if both != Self.given(held, row) { given[row] = both }
                }
            }
            touched.formUnion(retired.union(given.keys).map { held[BatchShape.key, $0] })
            if !retired.isEmpty { try table.setLives(retired.map { ($0, RowLife.gone) }, of: segment) }
            if !given.isEmpty { try replace(given, of: segment, held) }
        }
        let new = kept.filter { !known.contains($0) }
        return (new.count == batch.count ? batch : batch.picking(new), touched)
    }

    /// The rows of a batch, each change once; of one that two exports tell, one may tell all changes and one the last alone.
    private static func once(_ batch: inout Batch) -> [Int] {
        var first: [[Int64]: Int] = [:]
        return (0..<batch.count).filter { row in
            let change = [batch[BatchShape.key, row], batch[BatchShape.content, row]]
            guard let same = first[change] else {
                first[change] = row
                return true
            }
            batch.replace(TransitionColumn.given, same, with: given(batch, same) | given(batch, row))
            return false
        }
    }

    private static func given(_ batch: Batch, _ row: Int) -> Int64 { batch.value(TransitionColumn.given, row) ?? 0 }

    private func replace(_ given: [Int: Int64], of segment: SegmentTable.Info, _ held: Batch) throws {
        var column = (0..<held.count).map { held[TransitionColumn.given, $0] }
        for (row, value) in given { column[row] = value }
        try table.replace(TransitionColumn.given, with: column, of: segment)
    }

    /// What a batch of changes tells, to be found by a change of the store.
    private struct Reading {
        /// Of its records, each once, rising.
        let keys: [Int64]
        private let corrected: Corrections
        private var rows: [[Int64]: Int] = [:]
        private var instants: Set<[Int64]> = []
        private var values: [[Int64]: [Int64]] = [:]

        init(of batch: Batch, _ corrected: Corrections) {
            self.corrected = corrected
            keys = Set(batch.integers[BatchShape.key]).sorted()
            for row in 0..<batch.count {
                let (key, field, at) = (batch[BatchShape.key, row], batch[TransitionColumn.field, row], batch[TransitionColumn.at, row])
                if rows[[key, batch[BatchShape.content, row]]] == nil { rows[[key, batch[BatchShape.content, row]]] = row }
                guard !corrected.all.isEmpty else { continue }
                instants.insert([key, field, at])
                values[[key, field, batch[TransitionColumn.to, row]], default: []].append(at)
            }
        }

        /// The first row that tells the same change.
        func row(like held: Batch, _ row: Int) -> Int? { rows[[held[BatchShape.key, row], held[BatchShape.content, row]]] }

        /// Whether a change was read before in another way: of the same field at the same instant; or to the same value within a
        /// day, where another zone moved it.
        func corrects(_ held: Batch, _ row: Int) -> Bool {
            let profile = held[TransitionColumn.profile, row]
            guard corrected.all.contains(profile) else { return false }
            let (key, field, at) = (held[BatchShape.key, row], held[TransitionColumn.field, row], held[TransitionColumn.at, row])
            if instants.contains([key, field, at]) { return true }
            guard corrected.ofOtherZone.contains(profile) else { return false }
            return (values[[key, field, held[TransitionColumn.to, row]]] ?? []).contains { max($0, at) - min($0, at) < Instant.day }
        }
    }
}
