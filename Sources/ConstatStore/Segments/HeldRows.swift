import ConstatModel

/// Finds which rows of the store are of the same records as those of a batch.
struct HeldRows {
    /// Where a row is, and what decides about it.
    struct Held {
        let segment: Int
        let row: Int
        let life: Int64
        let revision: Int64
        let progress: Int64
        let content: Int64
        let profile: Int64
        let receipt: Int64
        let firstReceipt: Int64
    }

    let table: SegmentTable
    let segments: [SegmentTable.Info]

    init(_ table: SegmentTable) throws { (self.table, segments) = (table, try table.all()) }

    /// For some rows of a batch in the order of its keys, each of another record, the rows of the same record, whatever their life.
    func find(_ starts: [Int], of batch: Batch) throws -> [[Held]] {
        var found = [[Held]](repeating: [], count: starts.count)
        let keys = starts.map { batch[BatchShape.key, $0] }
        for (position, segment) in segments.enumerated() {
            let pairs = Self.pairs(keys, try table.index(of: segment))
            guard !pairs.isEmpty else { continue }
            let columns = try Columns(table, segment)
            for (mine, row) in pairs where columns.isSame(row, batch, starts[mine]) { found[mine].append(columns.held(position, row)) }
        }
        return found
    }

    /// The positions in a rising list of keys, and the rows of a segment that have them. The keys should be different: equal ones
    /// give a pair with each row.
    static func pairs(_ keys: [Int64], _ index: SegmentTable.KeyIndex) -> [(left: Int, right: Int)] {
        pairs(keys, index.keys).map { ($0.left, index.row($0.right)) }
    }

    /// Walks two rising lists side by side and gives the positions of equal values.
    private static func pairs(_ left: [Int64], _ right: [Int64]) -> [(left: Int, right: Int)] {
        var found: [(Int, Int)] = []
        guard let first = left.first, let last = left.last, let end = right.last, end >= first else { return [] }
        var row = right.partitioningIndex { $0 >= first }
        let isSparse = left.count * 16 < right.count
        for (position, key) in left.enumerated() {
            if row >= right.count || right[row] > last { break }
            if isSparse { row = right.partitioningIndex(from: row) { $0 >= key } }
            while row < right.count, right[row] < key { row += 1 }
            var next = row
            while next < right.count, right[next] == key {
                found.append((position, next))
                next += 1
            }
        }
        return found
    }

    /// The columns of a segment that decide.
    private struct Columns {
        private let values: [Int: [Int64]]
        private let native: TextColumn

        private static let needed = [
            BatchShape.life, BatchShape.content, BatchShape.receipt, RecordColumn.revision, RecordColumn.progress,
            RecordColumn.profile, RecordColumn.firstReceipt, RecordColumn.kind, RecordColumn.source, RecordColumn.tenant,
        ]

        init(_ table: SegmentTable, _ segment: SegmentTable.Info) throws {
            values = try Dictionary(uniqueKeysWithValues: Self.needed.map { ($0, try table.integers($0, of: segment)) })
            native = try table.texts(RecordColumn.native, of: segment)
        }

        private func at(_ column: Int, _ row: Int) -> Int64 { values[column].map { row < $0.count ? $0[row] : 0 } ?? 0 }

        /// Keys are hashes: that two are equal says nothing yet.
        func isSame(_ row: Int, _ batch: Batch, _ other: Int) -> Bool {
            let isAlike = [RecordColumn.kind, RecordColumn.source, RecordColumn.tenant].allSatisfy {
                at($0, row) == batch[$0, other]
            }
            return isAlike && native.equals(row, batch.texts[RecordColumn.native], other)
        }

        func held(_ segment: Int, _ row: Int) -> Held {
            Held(
                segment: segment, row: row, life: at(BatchShape.life, row), revision: at(RecordColumn.revision, row),
                progress: at(RecordColumn.progress, row), content: at(BatchShape.content, row),
                profile: at(RecordColumn.profile, row), receipt: at(BatchShape.receipt, row),
                firstReceipt: at(RecordColumn.firstReceipt, row))
        }
    }
}

extension Array {
    /// The first position where a condition holds that stays true once it is; `count` when it never does.
    func partitioningIndex(from start: Int = 0, where isSecond: (Element) -> Bool) -> Int {
        var (low, high) = (start, count)
        while low < high {
            let middle = (low + high) / 2
            if isSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
