import ConstatModel
import ConstatStore

extension ImportSession {
    /// Stores one record of a source that can give everything.
    func put(_ record: Record, row: Int) throws {
        var batch = Batch(.records)
        var hash = Hash64()
        batch.append(record, &hash)
        batch.fill(BatchShape.row, with: Int64(row))
        batch.fill(RecordColumn.given, with: -1)
        try put(batch)
    }
}
