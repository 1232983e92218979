import ConstatModel

/// Changes are a set: one that the store holds already is not stored again.
struct TransitionLookup {
    private let table: SegmentTable
    private let segments: [SegmentTable.Info]

    init(_ table: SegmentTable) throws { (self.table, segments) = (table, try table.all()) }

    /// The rows of a batch, which is in the order of its keys, that are new.
    ///
    /// - Parameter corrected: readings whose changes of the same records are retired.
    func new(in batch: Batch, correcting corrected: Set<Int64>) throws -> Batch {
        let keys = batch.integers[BatchShape.key]
        var known = Set<[Int64]>()
        for segment in segments {
            let pairs = HeldRows.pairs(keys, try table.index(of: segment))
            guard !pairs.isEmpty else { continue }
            let contents = try table.integers(BatchShape.content, of: segment)
            let profiles = try table.integers(TransitionColumn.profile, of: segment)
            var retired: [(row: Int, life: Int64)] = []
            for (mine, row) in pairs {
                if corrected.contains(profiles[row]) {
                    retired.append((row, RowLife.gone))
                } else {
                    known.insert([keys[mine], contents[row]])
                }
            }
            if !retired.isEmpty { try table.setLives(retired, of: segment) }
        }
        let new = keys.indices.filter { known.insert([keys[$0], batch[BatchShape.content, $0]]).inserted }
        return new.count == batch.count ? batch : batch.picking(new)
    }
}
