import ConstatDocuments
import ConstatModel
import ConstatNotification
import ConstatStore

/// Puts the register beside the clocks: what was sent against what was due, and what is due still.
struct RegisterMaking {
    let notifying: Notifying

    /// In the order it was told, then what is due and not sent.
    func lines(tenant: String?, _ triggered: Notifying.Triggered) throws -> [RegisterLine] {
        let clocks = try notifying.clocks(triggered)
        let entries = try notifying.store.register().filter { $0.at <= notifying.asOf && (tenant == nil || $0.tenant == tenant) }
        let cases = try notifying.store.cases(withIDs: Set(entries.map(\.native)), tenant: tenant).map(\.record)
        let lines = try entries.filter { $0.action != .reference }.map { entry in
            try line(entry, clocks, entries, cases.first(where: entry.isOf)?.number)
        }
        return lines + clocks.filter(\.clock.isOpen).map(line)
    }

    private func line(_ entry: RegisterEntry, _ clocks: [Notifying.Running], _ all: [RegisterEntry], _ number: String?) throws
        -> RegisterLine
    {
        let regime = try? notifying.regime(entry.regime, for: entry.tenant)
        let told = entry.completed(by: all)
        let clock = clocks.first { entry.isOf($0.record) && $0.clock.regime.id == entry.regime && $0.clock.stage.id == entry.stage }?.clock
        // As it stood when it was told; of lines from before limits were kept, what the clock says of a first sending.
        let due = entry.due ?? (clock?.submitted?.submittedAt == entry.at ? clock?.limit : nil)
        var line = RegisterLine(
            state: entry.action == .decision ? .decision : due.map { entry.at > $0 ? .sentLate : .sent } ?? .sentWithoutLimit,
            tenant: entry.tenant, caseName: number ?? entry.native, regime: entry.regime)
        let stage = entry.stage.flatMap { regime?.stage($0) }
        (line.native, line.stageID) = (entry.native, entry.stage)
        (line.number, line.stage, line.article) = (entry.number, stage?.title, stage?.article)
        (line.due, line.at, line.channel, line.reference) = (due, entry.at, told.channel, told.reference)
        (line.reasons, line.receipt, line.receiptSHA256) = (told.reasons, told.receiptName, told.receiptSHA256)
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
        (line.native, line.stageID) = (record.native, clock.stage.id)
        return line
    }
}
