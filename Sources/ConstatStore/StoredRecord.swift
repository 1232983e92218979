public import ConstatModel

/// A record as the store holds it, with the receipt and row it last came from.
public struct StoredRecord: Sendable {
    /// The store's own number, alike in `RecordColumns.ids`.
    public let id: Int64
    /// The record itself.
    public let record: ConstatModel.Record
    /// The number of the import that last wrote it.
    public let receipt: Int
    /// The row of that import's file, as in `Refusal.row`.
    public let row: Int
    /// What its profile can give at all.
    public let given: Given
    /// The record's own verdict, or for an alert without one, the verdict of its case.
    public let effectiveVerdict: Verdict?
}
