import ConstatDocuments
import ConstatModel
import ConstatNotification
import ConstatStore

/// Puts the register beside the clocks: what was sent against what was due, and what is due still.
struct RegisterMaking {
    let notifying: Notifying

    /// In the order it was told, then what is due and not sent.
    func lines(tenant: String?) throws -> [RegisterLine] {
        let clocks = try notifying.clocks(tenant: tenant)
        let entries = try notifying.store.register().filter { $0.at <= notifying.asOf && (tenant == nil || $0.tenant == tenant) }
        let cases = try notifying.store.cases(withIDs: Set(entries.map(\.native)), tenant: tenant).map(\.record)
        let told = try entries.filter { $0.action != .reference }.map { entry in
            try line(entry, clocks, entries, cases.first(where: entry.isOf)?.number)
        }
        return told + clocks.filter(\.clock.isOpen).map(line)
    }

    private func line(_ entry: RegisterEntry, _ clocks: [Notifying.Running], _ all: [RegisterEntry], _ number: String?) throws
        -> RegisterLine
    {
        let regime = try notifying.regime(entry.regime, for: entry.tenant)
        let clock = clocks.first { entry.isOf($0.record) && $0.clock.regime.id == entry.regime && $0.clock.stage.id == entry.stage }?.clock
        let isLate = clock.map { entry.at > $0.limit } ?? false
        var line = RegisterLine(
            state: entry.action == .decision ? .decision : isLate ? .sentLate : .sent, tenant: entry.tenant,
            caseName: number ?? entry.native, regime: entry.regime)
        let stage = entry.stage.flatMap(regime.stage)
        (line.number, line.stage, line.article) = (entry.number, stage?.title, stage?.article)
        (line.due, line.at) = (clock?.limit, entry.at)
        let later = all.last { $0.action == .reference && $0.isSameSubmission(as: entry) }
        (line.channel, line.reference, line.reasons) = (entry.channel, later?.reference ?? entry.reference, later?.reasons ?? entry.reasons)
        (line.receipt, line.receiptSHA256) = (later?.receiptName ?? entry.receiptName, later?.receiptSHA256 ?? entry.receiptSHA256)
        (line.outcome, line.by, line.hash) = (entry.outcome, entry.by, entry.hash)
        line.facts = entry.facts["description"]
        line.effects = entry.facts["likelyConsequences"]
        line.measures = entry.facts["measuresTaken"]
        return line
    }

    private func line(_ running: Notifying.Running) -> RegisterLine {
        let (record, clock) = (running.record, running.clock)
        var line = RegisterLine(
            state: clock.state == .overdue ? .overdue : .open, tenant: record.tenant, caseName: record.number ?? record.native,
            regime: clock.regime.id)
        (line.stage, line.article, line.due) = (clock.stage.title, clock.stage.article, clock.limit)
        return line
    }
}

extension RegisterEntry {
    fileprivate func isSameSubmission(as other: RegisterEntry) -> Bool {
        (source, tenant, native) == (other.source, other.tenant, other.native)
            && (regime, stage, at) == (other.regime, other.stage, other.at)
    }
}
