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
        let keys = batch.integers[BatchShape.key]
        var batch = batch
        var known: [[Int64]: Int?] = [:]  // the row of the batch that tells it, none when the store does
        var touched: Set<Int64> = []
        for segment in segments {
            let pairs = HeldRows.pairs(keys, try table.index(of: segment))
            guard !pairs.isEmpty else { continue }
            let held = try table.batch(segment)
            var (retired, given): (Set<Int>, [Int: Int64]) = ([], [:])
            for (mine, row) in pairs where held[BatchShape.life, row] != RowLife.gone {
                if isCorrected(held, row, by: batch, mine, corrected) {
                    retired.insert(row)
                } else if held[BatchShape.content, row] == batch[BatchShape.content, mine] {
                    known[[keys[mine], held[BatchShape.content, row]]] = .some(nil)
                    let both = Self.given(held, row) | Self.given(batch, mine)
                    if both != Self.given(held, row) { given[row] = both | (given[row] ?? 0) }
                }
            }
            touched.formUnion((retired.union(given.keys)).map { held[BatchShape.key, $0] })
            if !retired.isEmpty { try table.setLives(retired.map { ($0, RowLife.gone) }, of: segment) }
            if !given.isEmpty { try replace(given, of: segment, held) }
        }
        let new = keys.indices.filter { row in
            let change = [keys[row], batch[BatchShape.content, row]]
            guard let first = known[change] else {
                known[change] = row
                return true
            }
            // Of one change that two exports tell, one may tell all changes and one the last alone.
            if let first { batch.replace(TransitionColumn.given, first, with: Self.given(batch, first) | Self.given(batch, row)) }
            return false
        }
        return (new.count == batch.count ? batch : batch.picking(new), touched)
    }

    private static func given(_ batch: Batch, _ row: Int) -> Int64 { batch.value(TransitionColumn.given, row) ?? 0 }

    private func replace(_ given: [Int: Int64], of segment: SegmentTable.Info, _ held: Batch) throws {
        var column = (0..<held.count).map { held[TransitionColumn.given, $0] }
        for (row, value) in given { column[row] = value }
        try table.replace(TransitionColumn.given, with: column, of: segment)
    }

    /// Whether a change was read before in another way: of the same field at the same instant; or to the same value within a day,
    /// where another zone moved it.
    private func isCorrected(_ held: Batch, _ row: Int, by batch: Batch, _ mine: Int, _ corrected: Corrections) -> Bool {
        let profile = held[TransitionColumn.profile, row]
        guard corrected.all.contains(profile), held[TransitionColumn.field, row] == batch[TransitionColumn.field, mine] else {
            return false
        }
        let (old, new) = (held[TransitionColumn.at, row], batch[TransitionColumn.at, mine])
        if old == new { return true }
        return corrected.ofOtherZone.contains(profile) && held[TransitionColumn.to, row] == batch[TransitionColumn.to, mine]
            && max(old, new) - min(old, new) < Instant.day
    }
}
