import ConstatControls
import ConstatDocuments
import ConstatMetrics
import ConstatModel
import ConstatStore
import Foundation

/// Gathers what an evidence pack is made from.
struct EvidenceMaking {
    let store: Store
    let workspace: Workspace
    let judging: Judging
    let asOf: Instant
    let tenant: String?
    let measuring: Measuring
    /// The hash of the last import there was when the making began.
    let lastReceipt: String?

    init(store: Store, workspace: Workspace, judging: Judging, asOf: Instant, tenant: String?) throws {
        lastReceipt = try store.receipts().last?.hash
        (self.store, self.workspace, self.judging, self.asOf, self.tenant) = (store, workspace, judging, asOf, tenant)
        measuring = Measuring(store: store, workspace: workspace, judging: { judging }, asOf: asOf, tenant: tenant)
    }

    /// All but the records.
    func data(_ framework: Framework, _ period: Period, _ sampling: Sampling) throws -> PackData {
        try workspace.checkNotApplicable(judging.frameworks)
        var data = PackData(
            framework: framework, organisation: workspace.name(of: tenant), tenant: tenant,
            provider: tenant == nil ? nil : workspace.organisation, classification: workspace.classification, period: period,
            asOf: asOf, tool: Constat.version, targets: workspace.targets)
        data.calendars = workspace.calendars.only(tenant)
        data.sampling = sampling
        data.metrics = Self.metrics(of: framework)
        data.tables = PackTable.all(for: data.metrics, withPauses: !workspace.targets.isEmpty)
        let whole = try measuring.measure(data.metrics, in: period)
        data.measurements = try whole + measuring.measure(data.metrics, in: period, by: [.severity])
        data.evidence = judging.assess(framework, data.measurements, workspace, tenant: tenant)
        data.opposite = Dictionary(
            framework.controls.map { ($0.id, judging.opposite(framework, $0)) }, uniquingKeysWith: { first, _ in first })
        let attached = try store.documents()
        if let broken = attached.brokenLink {
            throw UsageError.fault(
                place: "document \(broken)", problem: "the chain of attached documents is broken", remedy: "see: constat doctor")
        }
        let documents = attached.filter { document in
            let isTheirs = tenant == nil || document.tenant == nil || document.tenant == tenant
            return document.framework == framework.id && document.attachedAt <= asOf && isTheirs
        }
        data.documents = Dictionary(grouping: documents, by: \.control)
        data.receipts = try store.receipts(of: tenant)
        let shared = data.receipts.filter { $0.isShared(with: tenant) }.map(\.number)
        for kind in RecordKind.main {
            data.counts.records[kind] = try store.count(kind, tenant: tenant)
            data.counts.fromShared[kind] = try store.count(kind, tenant: tenant, broughtBy: shared)
            data.counts.outsidePeriod[kind] = try store.count(kind, tenant: tenant, outside: period)
        }
        data.configuration = workspace.file
        data.decisionsNotToNotify = try judging.decisionsNotToNotify(in: store, tenant: tenant, period, asOf: asOf)
        let freezing = Freezing(store: store, workspace: workspace, judging: { judging })
        let restatements = try Restating(freezing: freezing).restatements(tenant: tenant)
        data.restatements = restatements.filter { Set(period.months.map(\.name)).contains($0.freeze.period) }
        data.changes = try changes(period, data)
        return data
    }

    /// What the framework's links ask for, with the parts of what is composed and the counts that tie it to the population;
    /// durations first.
    private static func metrics(of framework: Framework) -> [Metric] {
        let asked = Set(framework.links.flatMap(\.metrics)).union(["alert-volume", "case-volume"])
        let parts = MetricCatalogue.all.filter { asked.contains($0.id) }.flatMap(\.parts)
        let all = MetricCatalogue.all.filter { asked.contains($0.id) || parts.contains($0.id) }
        return all.filter(\.isTime) + all.filter { !$0.isTime }
    }

    /// The records, table by table.
    func records(_ period: Period, _ language: Language) throws -> PackRecords {
        let clocks = try judging.clocks(in: store, workspace, tenant: tenant, asOf: asOf)
        let names = Dictionary(judging.frameworks.map { ($0.id, $0.shortTitle) }, uniquingKeysWith: { first, _ in first })
        return PackRecords(store: store, measuring: measuring, period: period, language: language, names: names, clocks: clocks)
    }

    /// Rules, mappings and targets that changed in the period, in the order of time.
    private func changes(_ period: Period, _ data: PackData) throws -> [PackChange] {
        let rules = try store.records(.rule, tenant: tenant, .any).flatMap { stored -> [PackChange] in
            let rule = stored.record
            var told = ["created", "changed", "tested"].compactMap { name in
                rule.facts[name].flatMap(Stamp.init(told:)).map { (name, $0.instant) }
            }
            if rule.facts["state"] == "retired", let closed = rule.instant(.lastClosed) { told.append(("retired", closed)) }
            return told.filter { period.contains($0.1) }.map {
                PackChange(.rule, rule.title ?? rule.native, at: $0.1, what: $0.0, receipt: stored.receipt)
            }
        }
        let targets = data.metrics.flatMap { metric in
            workspace.targets[metric.id].filter { period.contains($0.from) }.map {
                PackChange(.target, metric.id, at: $0.from, what: "newTarget", receipt: nil)
            }
        }
        return (rules + targets + mappings(data.receipts)).sorted {
            ($0.at?.milliseconds ?? 0, $0.name, $0.what) < ($1.at?.milliseconds ?? 0, $1.name, $1.what)
        }
    }

    /// Imports that read a source by another mapping than the import before.
    private func mappings(_ receipts: [Receipt]) -> [PackChange] {
        var last: [String: Receipt] = [:]
        return receipts.compactMap { receipt in
            let before = last.updateValue(receipt, forKey: receipt.profile)
            guard let before, before.profileDigest != receipt.profileDigest else { return nil }
            return PackChange(
                .mapping, receipt.profile, at: receipt.importedAt, what: "v\(before.profileVersion) → v\(receipt.profileVersion)",
                receipt: receipt.number)
        }
    }
}
