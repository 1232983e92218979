import ConstatDocuments
import ConstatModel
import ConstatNotification
import ConstatStore

/// Gathers what a notification draft is made from.
struct DraftMaking {
    let notifying: Notifying

    private var workspace: Workspace { notifying.workspace }
    private var asOf: Instant { notifying.asOf }

    /// - Throws: for a fact file or an organisation with faults: then no draft is written.
    func data(_ stored: StoredRecord, _ regime: Regime, _ stage: Stage) throws -> DraftData {
        let record = stored.record
        let settings = workspace.tenant(record.tenant)
        if let settings { try notifying.rules.check(settings) }
        let facts = try notifying.facts(of: record)
        let clockwork = try notifying.clockwork(record.tenant)
        let submissions = notifying.submissions(of: record).filter { $0.regime == regime.id }
        let deadlines = clockwork.deadlines(of: stage, facts, submissions)
        let sent = submissions.first { $0.stage == stage.id }
        let isLate = deadlines.first.map { (sent?.submittedAt ?? asOf) > ($0.eased ?? $0.due) } ?? false
        let answers = regime.answers(stage, facts, AnswerContext(isLate: isLate, settings: settings?.settings ?? [:]))
        let decision = notifying.decision(on: record, regime.id)?.decision
        return DraftData(
            regime: regime, stage: stage, facts: facts, receipt: stored.receipt, row: stored.row,
            organisation: workspace.name(of: record.tenant), caseName: try notifying.fileName(of: record), answers: answers,
            deadlines: deadlines,
            beside: clockwork.beside(stage, facts, submissions), isOpen: regime.isOpen(stage, for: facts, decision),
            previous: regime.previous(stage, submissions), sent: sent, remarks: remarks(answers, facts, regime, stage),
            knowsHolidays: try notifying.rules.workingDays(facts.entity["country"]).holidays.isKnown,
            zone: notifying.zone(of: record.tenant), asOf: asOf,
            tool: Constat.version)
    }

    /// What an authority would object to in the file of a stage; nothing for a stage that has none.
    private func remarks(_ answers: [FieldAnswer], _ facts: CaseFacts, _ regime: Regime, _ stage: Stage) -> [ReportRemark] {
        guard stage.hasFile, let rules = notifying.rules.reportRules(regime) else { return [] }
        return ReportCheck(answers, facts, rules).remarks
    }

    /// The file of a stage in the shape its authority takes; nil for a stage that has none.
    func report(_ data: DraftData) -> ReportFile? {
        guard data.stage.hasFile, let rules = notifying.rules.reportRules(data.regime) else { return nil }
        let settings = workspace.tenant(data.facts.record.tenant)?.settings ?? [:]
        return ReportFile(
            data.stage, data.answers, data.facts, rules.layout,
            isInThousands: data.regime.setting("amountUnit", settings) == "thousands")
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
