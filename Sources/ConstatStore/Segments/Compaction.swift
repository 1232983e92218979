import ConstatModel

/// Joins small segments, so that many small imports read as fast as one large one, and writes those anew that hold more rows
/// derived once than rows that say something.
struct Compaction {
    private let table: SegmentTable
    private static let small = SegmentTable.rows / 4
    private static let tolerated = 16

    init(_ table: SegmentTable) { self.table = table }

    func compact() throws {
        let (small, large) = try table.all().reduce(into: ([SegmentTable.Info](), [SegmentTable.Info]())) {
            if $1.rows < Self.small { $0.0.append($1) } else { $0.1.append($1) }
        }
        if small.count > Self.tolerated { try rewrite(small) }
        try rewrite(large.filter(isMostlyGone))
    }

    private func isMostlyGone(_ segment: SegmentTable.Info) throws -> Bool {
        try table.integers(BatchShape.life, of: segment).count { $0 == RowLife.gone } * 2 > segment.rows
    }

    private func rewrite(_ segments: [SegmentTable.Info]) throws {
        var joined = Batch(table.shape)
        for segment in segments {
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
