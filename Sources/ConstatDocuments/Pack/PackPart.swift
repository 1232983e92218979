public import ConstatMetrics
public import ConstatModel

/// Some rows of a table, with the columns that metrics read and what they mean to each of the table's metrics.
public struct PackPart: Sendable {
    /// Row by row alike with `rows`.
    public let columns: RecordColumns
    public let rows: [Row]
    /// By metric of the table, then by row.
    public let outcomes: [[RecordOutcome]]

    public init(columns: RecordColumns, rows: [Row], outcomes: [[RecordOutcome]]) {
        (self.columns, self.rows, self.outcomes) = (columns, rows, outcomes)
    }

    /// A record with the place it came from.
    public struct Row: Sendable {
        /// The record itself.
        public let record: Record
        /// Its own verdict, or for an alert without one, that of its case.
        public let countedVerdict: Verdict?
        /// The number of the import that last wrote it; nil of what no import brought.
        public let receipt: Int?
        /// The row of that import's file.
        public let row: Int?
        /// Other texts, by the names of their columns.
        public let notes: [String: String]

        public init(record: Record, countedVerdict: Verdict?, receipt: Int?, row: Int?, notes: [String: String] = [:]) {
            (self.record, self.countedVerdict, self.receipt, self.row, self.notes) = (record, countedVerdict, receipt, row, notes)
        }
    }
}
