import ConstatModel

/// Which records were merged into which, by their keys.
struct MergeMap {
    private struct Merge {
        let child: Int64
        let survivor: Int64
        let childReceipt: Int64
    }

    private var merges: [Merge] = []
    /// What a record was merged into once, by states that no longer count: child and survivor.
    private var former: [(child: Int64, survivor: Int64)] = []
    private var children: [Int64: [Int64]] = [:]
    private var receipts: [Int64: Int64] = [:]

    /// Reads the merges of all records that count; survivors are named by id.
    init(_ table: SegmentTable, _ segments: [SegmentTable.Info], _ terms: TermTable) throws {
        var hash = Hash64()
        var named: [(child: Int64, receipt: Int64, survivor: Int64)] = []
        for segment in segments {
            let mergedInto = try table.texts(RecordColumn.mergedInto, of: segment)
            guard !mergedInto.bytes.isEmpty else { continue }
            let batch = try table.batch(segment)
            for row in 0..<batch.count {
                guard let survivor = mergedInto.string(row) else { continue }
                let key = Batch.key(
                    kind: batch[RecordColumn.kind, row], source: try terms.text(batch[RecordColumn.source, row]),
                    tenant: try terms.text(batch[RecordColumn.tenant, row]), native: survivor, &hash)
                let life = batch[BatchShape.life, row]
                if life == RowLife.live || life == RowLife.shadowed {
                    named.append((batch[BatchShape.key, row], batch[BatchShape.receipt, row], key))
                } else {
                    former.append((batch[BatchShape.key, row], key))
                }
            }
        }
        guard !named.isEmpty || !former.isEmpty else { return }
        let known = try Self.receipts(of: Set(named.map(\.survivor)), table, segments)
        receipts = known
        for merge in named where merge.child != merge.survivor {
            merges.append(Merge(child: merge.child, survivor: merge.survivor, childReceipt: merge.receipt))
            children[merge.survivor, default: []].append(merge.child)
        }
    }

    private static func receipts(
        of keys: Set<Int64>, _ table: SegmentTable, _ segments: [SegmentTable.Info]
    ) throws -> [Int64: Int64] {
        var receipts: [Int64: Int64] = [:]
        let sorted = keys.sorted()
        for segment in segments {
            let pairs = HeldRows.pairs(sorted, try table.index(of: segment))
            guard !pairs.isEmpty else { continue }
            let column = try table.integers(BatchShape.receipt, of: segment)
            for (mine, row) in pairs { receipts[sorted[mine]] = max(receipts[sorted[mine]] ?? 0, column[row]) }
        }
        return receipts
    }

    /// Survivors whose merges an import may have changed: it brought them, or what was merged into them.
    func survivors(touchedBy receipt: Int64, _ touched: Set<Int64>) -> Set<Int64> {
        var found: Set<Int64> = []
        var parent: [Int64: Int64] = [:]
        for merge in merges { parent[merge.child] = merge.survivor }
        // All the way up: a survivor may have been merged itself. A circle ends where it began.
        func climb(from survivor: Int64) {
            var next: Int64? = survivor
            while let key = next, found.insert(key).inserted { next = parent[key] }
        }
        for merge in merges
        where merge.childReceipt == receipt || receipts[merge.survivor] == receipt || touched.contains(merge.child)
            || touched.contains(merge.survivor)
        { climb(from: merge.survivor) }
        // A merge that was taken back, or leads elsewhere now: who survived it then has its own instants again.
        for merge in former where touched.contains(merge.child) { climb(from: merge.survivor) }
        return found
    }

    /// Everything merged into a record, directly or through others.
    func descendants(of key: Int64) -> Set<Int64> {
        var found: Set<Int64> = []
        var open = children[key] ?? []
        while let next = open.popLast() {
            if next != key, found.insert(next).inserted { open += children[next] ?? [] }
        }
        return found
    }
}
