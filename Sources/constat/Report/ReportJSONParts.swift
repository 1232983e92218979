import ConstatControls
import ConstatDocuments
import ConstatMetrics
import ConstatModel
import ConstatNotification

/// Half-open, instants in UTC.
struct PeriodJSON: Encodable {
    private let name, start, end, zone: String

    init(_ period: Period) { (name, start, end, zone) = (period.name, period.start.iso, period.end.iso, period.zone.name) }
}

/// Whether a figure can be told apart from that of the period before.
struct ComparisonJSON: Encodable {
    private let metric, against, result: String

    init?(_ now: Measurement, _ data: ReportData) {
        guard let former = data.former, now.value != nil, data.figures.whole(now.metric, former)?.value != nil,
            let comparison = data.comparison(now.metric)
        else { return nil }
        (metric, against, result) = (now.metric, former.name, comparison.rawValue)
    }
}

/// A confirmed case and when what happened.
struct IncidentJSON: Encodable {
    private let id: String
    private let number, title, severity, status: String?
    private let milestones: [String: String]

    init(_ incident: ReportFacts.Incident) {
        let record = incident.record
        (id, number, title) = (record.native, record.number, record.title)
        (severity, status) = (record.severity?.word, record.status?.word)
        milestones = Dictionary(
            uniqueKeysWithValues: Milestone.allCases.compactMap { milestone in
                record.milestones[milestone].map { (milestone.rawValue, $0.instant.iso) }
            })
    }
}

/// A stage that is or was due. The margin is below zero when it was late.
struct ClockJSON: Encodable {
    private let regime, stage, `case`, due, state, article: String
    private let sent: String?
    private let marginMilliseconds: Int64?

    init(_ entry: ReportFacts.CaseClock) {
        let clock = entry.clock
        (regime, stage, self.case) = (clock.regime.id, clock.stage.id, entry.record.native)
        (due, state, article) = (clock.limit.iso, clock.state.rawValue, clock.deadline.rule.article.en)
        sent = clock.submitted?.submittedAt.iso
        marginMilliseconds = clock.margin
    }
}

/// Cases with one root cause.
struct RecurringJSON: Encodable {
    private let tenant, cause: String
    private let cases: [String]

    init(_ group: RecurringCauses.Group) { (tenant, cause, cases) = (group.tenant, group.cause, group.cases.map(\.native)) }
}

/// How many controls of a framework the figures speak to, by what they say.
struct ControlsJSON: Encodable {
    private let framework: String
    private let counts: [String: Int]

    init(_ framework: String, _ controls: [ControlEvidence]) {
        self.framework = framework
        counts = Dictionary(
            uniqueKeysWithValues: ControlEvidence.Status.allCases.map { status in (status.rawValue, controls.count { $0.status == status })
            })
    }
}

/// A frozen figure that would be another one today.
struct RestatementJSON: Encodable {
    private let period, metric: String
    private let group: [String: String]
    private let old, new: Double?

    init(_ restatement: Restatement) {
        (period, metric) = (restatement.freeze.period, restatement.key.metric)
        group = Dictionary(uniqueKeysWithValues: restatement.key.group.map { ($0.dimension, $0.word) })
        (old, new) = (restatement.old?.value, restatement.new?.value)
    }
}

/// An import; of a file that several tenants share, no count is told.
struct ImportJSON: Encodable {
    private let number: Int
    private let file, profile, sha256, hash: String
    private let rows, refused, remarks: Int?

    init(_ receipt: Receipt, tenant: String?) {
        let isOwn = !receipt.isShared(with: tenant)
        (number, file, profile) = (receipt.number, receipt.file, receipt.profile)
        (sha256, hash) = (receipt.sha256, receipt.hash)
        rows = isOwn ? receipt.counts.rows : nil
        refused = isOwn ? receipt.counts.refused : nil
        remarks = isOwn ? receipt.remarkCount : nil
    }
}
