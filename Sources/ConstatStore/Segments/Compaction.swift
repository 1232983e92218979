import ConstatModel

/// Joins small segments, so that many small imports read as fast as one large one.
struct Compaction {
    private let table: SegmentTable
    private static let small = SegmentTable.rows / 4
    private static let tolerated = 16

    init(_ table: SegmentTable) { self.table = table }

    func compact() throws {
        let small = try table.all().filter { $0.rows < Self.small }
        guard small.count > Self.tolerated else { return }
        var joined = Batch(table.shape)
        for segment in small {
            let batch = try table.batch(segment)
            let kept = (0..<batch.count).filter { batch[BatchShape.life, $0] != RowLife.gone }
            joined.append(batch.picking(kept), codes: nil)
            try table.remove(segment)
            if SegmentTable.isFull(joined) { try write(&joined) }
        }
        try write(&joined)
    }

    private func write(_ batch: inout Batch) throws {
        if batch.count > 0 { try table.insert(batch.picking(batch.order(by: BatchShape.key))) }
        batch = Batch(table.shape)
    }
}
