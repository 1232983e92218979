public import ConstatModel
import GRDB

extension Store {
    /// Records that a person sent a notification; said again with the authority's reference, it gets that.
    public func record(_ submission: Submission) throws(StoreError) {
        try write { db in
            try db.execute(
                sql: """
                    INSERT INTO notification
                    (case_source, case_tenant, case_native, regime, stage, submitted_at, reference, recorded_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET reference = coalesce(excluded.reference, reference)
                    """,
                arguments: [
                    submission.source, submission.tenant, submission.native, submission.regime, submission.stage,
                    submission.submittedAt.milliseconds, submission.reference, submission.recordedAt.milliseconds,
                ])
        }
    }

    /// What was sent, oldest first.
    public func submissions() throws(StoreError) -> [Submission] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM notification ORDER BY submitted_at, id").map { row in
                Submission(
                    source: row["case_source"], tenant: row["case_tenant"], native: row["case_native"],
                    regime: row["regime"], stage: row["stage"],
                    submittedAt: Instant(milliseconds: row["submitted_at"]), reference: row["reference"],
                    recordedAt: Instant(milliseconds: row["recorded_at"]))
            }
        }
    }
}
