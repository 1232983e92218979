import ConstatDocuments
import ConstatMetrics
import ConstatModel
import ConstatNotification
import ConstatStore

/// Gathers what is known and open about a case under each regime its tenant is under.
struct AssessmentMaking {
    let notifying: Notifying

    func data(_ stored: StoredRecord, regime: String?) throws -> AssessmentData {
        let record = stored.record
        let settings = notifying.workspace.tenant(record.tenant)
        if let settings { try notifying.rules.check(settings) }
        if let regime { _ = try notifying.rules.regime(regime) }
        let facts = try notifying.facts(of: record)
        let wanted = (settings?.regimes ?? Workspace.allRegimes).filter { regime == nil || regime == $0 }
        let results = notifying.rules.assessments.filter { wanted.contains($0.regime) }.map { $0.result(facts) }
        let decisions = wanted.compactMap { notifying.decision(on: record, $0) }
        return AssessmentData(
            facts: facts, organisation: notifying.workspace.name(of: record.tenant), results: results,
            severity: wanted.contains("gdpr") ? notifying.rules.severity : nil, decisions: decisions,
            candidates: try candidates(record), zone: notifying.workspace.zone, asOf: notifying.asOf, tool: Constat.version)
    }

    /// Other confirmed cases with the same root cause within six months: whether they make one recurring incident a person says.
    private func candidates(_ record: Record) throws -> [Record] {
        guard let cause = record.rootCause, !cause.isEmpty else { return [] }
        let recurring = try RecurringReading(store: notifying.store, tenant: record.tenant).causes(
            until: notifying.asOf, zone: notifying.workspace.zone)
        let group = recurring.groups.first { $0.cases.contains { $0.source == record.source && $0.native == record.native } }
        return (group?.cases ?? []).filter { $0.native != record.native || $0.source != record.source }
    }
}
