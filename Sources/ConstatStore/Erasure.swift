import ConstatModel

/// Takes the personal fields off rows that are older than a purge; instants, words and ids stay, and with them every figure.
///
/// The hash of a row's content stays as it was, so that the same export again changes nothing.
struct Erasure {
    private static let texts = [RecordColumn.title, RecordColumn.rootCause, RecordColumn.facts]

    let before: Int64

    /// The latest purge of a store; nil when there was none.
    init?(_ before: Int64?) {
        guard let before else { return nil }
        self.before = before
    }

    /// The rows of a batch of records that hold something to be taken off.
    func rows(_ batch: Batch) -> [Int] {
        (0..<batch.count).filter { row in
            batch[RecordColumn.revision, row] < before
                && (batch.value(RecordColumn.assignee, row) != nil || Self.texts.contains { !batch.texts[$0].range(row).isEmpty })
        }
    }

    /// A batch of records without the personal fields of some rows.
    func erased(_ batch: Batch, _ rows: [Int]) -> Batch {
        var erased = batch
        for row in rows { erased.replace(RecordColumn.assignee, row, with: Batch.missing) }
        for column in Self.texts { erased.erase(text: column, rows: Set(rows)) }
        return erased
    }

    /// The rows of a batch of changes that name somebody.
    func changes(_ batch: Batch, somebody: Int64) -> [Int] {
        (0..<batch.count).filter { row in
            guard batch[TransitionColumn.at, row] < before else { return false }
            if batch.value(TransitionColumn.who, row) != nil { return true }
            return Self.isAssignee(batch, row)
                && [TransitionColumn.from, TransitionColumn.to].contains { batch.value($0, row).map { $0 != somebody } ?? false }
        }
    }

    /// A batch of changes in which some rows name somebody.
    func erased(changes batch: Batch, _ rows: [Int], somebody: Int64) -> Batch {
        var erased = batch
        for row in rows {
            erased.replace(TransitionColumn.who, row, with: Batch.missing)
            guard Self.isAssignee(batch, row) else { continue }
            for column in [TransitionColumn.from, TransitionColumn.to] where batch.value(column, row) != nil {
                erased.replace(column, row, with: somebody)
            }
        }
        return erased
    }

    private static func isAssignee(_ batch: Batch, _ row: Int) -> Bool {
        batch[TransitionColumn.field, row] == Int64(Transition.Field.assignee.rawValue)
    }
}
