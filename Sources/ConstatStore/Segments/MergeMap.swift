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

    /// How many records were merged, how many of them into one that no import has brought, and how many in a circle: of these
    /// nobody survives.
    var counts: (all: Int, withoutSurvivor: Int, inCircle: Int) {
        var parent = Dictionary(merges.map { ($0.child, $0.survivor) }, uniquingKeysWith: { first, _ in first })
        let lost = parent.values.count { receipts[$0] == nil }
        Self.climb(&parent) { _, _ in }
        return (merges.count, lost, parent.count)
    }

    /// From the leaves up, each once and after all that was merged into it; what is left then goes in circles.
    private static func climb(_ parent: inout [Int64: Int64], _ visit: (_ child: Int64, _ survivor: Int64) -> Void) {
        var waiting: [Int64: Int] = [:]
        for survivor in parent.values { waiting[survivor, default: 0] += 1 }
        var ready = parent.keys.filter { waiting[$0] == nil }
        while let child = ready.popLast() {
            guard let survivor = parent.removeValue(forKey: child) else { continue }
            visit(child, survivor)
            waiting[survivor]? -= 1
            if waiting[survivor] == 0 { ready.append(survivor) }
        }
    }

    /// Everything merged into some records, directly or through others.
    func descendants(of keys: [Int64]) -> Set<Int64> {
        var found: Set<Int64> = []
        var open = keys.flatMap { children[$0] ?? [] }
        while let next = open.popLast() {
            if found.insert(next).inserted { open += children[next] ?? [] }
        }
        return found
    }

    /// For each survivor what all that was merged into it has together.
    func collected(_ own: [Int64: EarliestStamps]) -> [Int64: EarliestStamps] {
        var parent: [Int64: Int64] = [:]
        for merge in merges where own[merge.child] != nil { parent[merge.child] = merge.survivor }
        var collected: [Int64: EarliestStamps] = [:]
        func take(_ key: Int64, into stamps: inout EarliestStamps) {
            for found in [own[key], collected[key]] { if let found { stamps.form(with: found) } }
        }
        Self.climb(&parent) { child, survivor in
            var stamps = collected[survivor] ?? EarliestStamps()
            take(child, into: &stamps)
            collected[survivor] = stamps
        }
        // In a circle all share.
        for start in parent.keys.sorted() {
            var (key, circle): (Int64, [Int64]) = (start, [])
            while let next = parent.removeValue(forKey: key) {
                circle.append(key)
                key = next
            }
            var all = EarliestStamps()
            for key in circle { take(key, into: &all) }
            for key in circle { collected[key] = all }
        }
        return collected
    }
}
