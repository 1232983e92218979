import ConstatDocuments
import ConstatModel
import ConstatNotification
import ConstatStore

/// Gathers what a notification draft is made from.
struct DraftMaking {
    let store: Store
    let workspace: Workspace
    let judging: Judging
    let asOf: Instant

    func data(_ stored: StoredRecord, _ regime: Regime, _ stage: Stage) throws -> DraftData {
        let record = stored.record
        let settings = workspace.tenant(record.tenant)
        let entity = settings?.entity ?? ["name": record.tenant]
        let clockwork = try judging.clockwork(settings, zone: workspace.zone)
        let workingDays = try judging.workingDays(entity["country"])
        let submissions = try store.submissions().filter { $0.regime == regime.id && $0.isOf(record) && $0.submittedAt <= asOf }
        let deadlines = clockwork.deadlines(of: stage, record, submissions)
        let isLate = deadlines.first.map { asOf > ($0.eased ?? $0.due) } ?? false
        return DraftData(
            regime: regime, stage: stage, record: record, receipt: stored.receipt, row: stored.row,
            organisation: workspace.name(of: record.tenant), answers: stage.answers(for: record, entity: entity, isLate: isLate),
            deadlines: deadlines,
            beside: clockwork.beside(stage, record, submissions), isOpen: regime.isOpen(for: record),
            knowsHolidays: workingDays.holidays.isKnown, zone: workspace.zone, asOf: asOf,
            tool: Constat.version)
    }
}

extension Store {
    /// The one case a person means.
    func theCase(_ name: String, tenant: String?) throws -> StoredRecord {
        let found = try cases(named: name, tenant: tenant)
        guard let first = found.first else { throw UsageError.noSuchCase(name) }
        guard found.count == 1 else {
            throw UsageError.severalCases(name, found.map { "\($0.record.tenant) (\($0.record.source) \($0.record.native))" })
        }
        return first
    }
}
