import ConstatModel

/// Reads the changes that the store holds of some records.
struct HeldChanges {
    /// One change, with the hash of all it says.
    struct Change {
        let transition: Transition
        let content: Int64
        let given: Int64
    }

    private let table: SegmentTable
    private let terms: TermTable

    init(_ table: SegmentTable, _ terms: TermTable) { (self.table, self.terms) = (table, terms) }

    /// By the records' keys, which come in rising order.
    func of(_ keys: [Int64]) throws -> [Int64: [Change]] {
        var changes: [Int64: [Change]] = [:]
        for segment in try table.all() {
            let pairs = HeldRows.pairs(keys, try table.index(of: segment))
            guard !pairs.isEmpty else { continue }
            let batch = try table.batch(segment)
            for (mine, row) in pairs where batch[BatchShape.life, row] != RowLife.gone {
                guard let transition = try batch.transition(row, term: terms.text) else { continue }
                let given = batch.value(TransitionColumn.given, row) ?? 0
                changes[keys[mine], default: []].append(
                    Change(transition: transition, content: batch[BatchShape.content, row], given: given))
            }
        }
        return changes
    }
}
