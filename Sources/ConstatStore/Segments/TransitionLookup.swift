import ConstatModel

/// Changes are a set: one that the store holds already is not stored again.
struct TransitionLookup {
    private let table: SegmentTable
    private let segments: [SegmentTable.Info]

    init(_ table: SegmentTable) throws { (self.table, segments) = (table, try table.all()) }

    /// The rows of a batch, which is in the order of its keys, that are new; and the records that lost a change.
    ///
    /// - Parameter corrected: readings whose changes are retired where the batch reads the same change anew.
    func new(in batch: Batch, correcting corrected: Corrections) throws -> (rows: Batch, retired: Set<Int64>) {
        let keys = batch.integers[BatchShape.key]
        var known = Set<[Int64]>()
        var touched: Set<Int64> = []
        for segment in segments {
            let pairs = HeldRows.pairs(keys, try table.index(of: segment))
            guard !pairs.isEmpty else { continue }
            let held = try table.batch(segment)
            var retired: Set<Int> = []
            for (mine, row) in pairs where held[BatchShape.life, row] != RowLife.gone {
                if isCorrected(held, row, by: batch, mine, corrected) {
                    retired.insert(row)
                } else {
                    known.insert([keys[mine], held[BatchShape.content, row]])
                }
            }
            guard !retired.isEmpty else { continue }
            for row in retired {
                known.remove([held[BatchShape.key, row], held[BatchShape.content, row]])
                touched.insert(held[BatchShape.key, row])
            }
            try table.setLives(retired.map { ($0, RowLife.gone) }, of: segment)
        }
        let new = keys.indices.filter { known.insert([keys[$0], batch[BatchShape.content, $0]]).inserted }
        return (new.count == batch.count ? batch : batch.picking(new), touched)
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
