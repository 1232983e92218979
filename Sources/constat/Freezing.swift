import ConstatDocuments
import ConstatMetrics
import ConstatModel
import ConstatStore

/// Fixes months, and tells what has changed of them since.
struct Freezing {
    let store: Store
    let workspace: Workspace
    let judging: () throws -> Judging

    /// The measurements of a period, whole and by severity, each with the digest of what it rests on.
    func measurements(_ period: Period, tenant: String?, asOf: Instant) throws -> [FrozenMeasurement] {
        let measuring = Measuring(store: store, workspace: workspace, judging: judging, asOf: asOf, tenant: tenant)
        let all =
            try measuring.measure(MetricCatalogue.all, in: period) + measuring.measure(MetricCatalogue.all, in: period, by: [.severity])
        let basis = MetricBasis(store, measuring, period)
        return try all.map { FrozenMeasurement($0, basis: try MetricCatalogue.metric($0.metric).map(basis.digest) ?? "") }
    }

    /// Freezes a period for all tenants together, and for each alone.
    ///
    /// - Parameter reason: why a month that is frozen already is frozen again; without one it stays.
    /// - Returns: what was frozen now.
    func freeze(_ period: Period, asOf: Instant, reason: String?) throws -> [Freeze] {
        let receipt = try store.receipts().last?.number ?? 0
        var frozen: [Freeze] = []
        for tenant in [nil] + (try store.tenants().map(Optional.some)) {
            let isFirst = try latest(period, tenant) == nil
            guard isFirst || reason != nil else { continue }
            let measurements = try measurements(period, tenant: tenant, asOf: asOf)
            let freeze = Freeze(
                period: period.name, zone: period.zone.name, tenant: tenant, frozenAt: asOf, asOf: asOf, receipt: receipt,
                configuration: workspace.file?.sha256 ?? "", tool: "constat \(Constat.version)", reason: isFirst ? "" : reason ?? "",
                content: try Store.digest(measurements))
            frozen.append(try store.freeze(freeze, measurements))
        }
        return frozen
    }

    /// The freeze of a month that counts: the last one.
    func latest(_ period: Period, _ tenant: String?) throws -> Freeze? {
        try store.freezes().last { $0.period == period.name && $0.zone == period.zone.name && $0.tenant == tenant }
    }

    /// What would be another figure today, of every frozen month.
    func restatements(tenant: String?) throws -> [Restatement] {
        var latest: [String: Freeze] = [:]
        for freeze in try store.freezes() where freeze.tenant == tenant { latest["\(freeze.period) \(freeze.zone)"] = freeze }
        return try latest.values.sorted { $0.period < $1.period }.flatMap(restatements)
    }

    private func restatements(_ freeze: Freeze) throws -> [Restatement] {
        guard let zone = Zone(freeze.zone), let period = Period(freeze.period, zone: zone), try mayDiffer(freeze) else { return [] }
        let now = try measurements(period, tenant: freeze.tenant, asOf: freeze.asOf).map(\.measurement)
        let newByKey = Dictionary(now.map { (Restatement.Key($0), $0) }, uniquingKeysWith: { first, _ in first })
        let old = try store.measurements(of: freeze).map(\.measurement)
        let oldByKey = Dictionary(old.map { (Restatement.Key($0), $0) }, uniquingKeysWith: { first, _ in first })
        let keys = old.map(Restatement.Key.init) + now.map(Restatement.Key.init).filter { oldByKey[$0] == nil }
        var causes: [String: [Restatement.Cause]] = [:]
        return try keys.compactMap { key in
            let (before, after) = (oldByKey[key], newByKey[key])
            guard before != after else { return nil }
            let found = try causes[key.metric] ?? self.causes(key.metric, before, after, freeze, period)
            causes[key.metric] = found
            return Restatement(freeze: freeze, key: key, old: before, new: after, causes: found)
        }
    }

    /// Without an import, an entry of the register, another configuration or another tool no figure can have changed.
    private func mayDiffer(_ freeze: Freeze) throws -> Bool {
        let last = try store.receipts().last?.number ?? 0
        let isAsItWas = last == freeze.receipt && freeze.configuration == workspace.file?.sha256 ?? ""
        return try !isAsItWas || freeze.tool != "constat \(Constat.version)" || isRegistered(freeze)
    }

    private func isRegistered(_ freeze: Freeze) throws -> Bool {
        try store.submissions().contains { $0.recordedAt > freeze.frozenAt }
    }

    private func causes(
        _ id: String, _ old: Measurement?, _ new: Measurement?, _ freeze: Freeze, _ period: Period
    ) throws -> [Restatement.Cause] {
        if let old, let new, old.version != new.version { return [.definition(from: old.version, to: new.version)] }
        if old == nil, freeze.tool != "constat \(Constat.version)" { return [.definition(from: 0, to: new?.version ?? 0)] }
        let measuring = Measuring(store: store, workspace: workspace, judging: judging, asOf: freeze.asOf, tenant: freeze.tenant)
        let basis = MetricBasis(store, measuring, period)
        let receipts = try MetricCatalogue.metric(id).map { try basis.receipts(of: $0, after: freeze.receipt) } ?? []
        let isConfigured = freeze.configuration != workspace.file?.sha256 ?? ""
        let isRegistered = try MetricCatalogue.metric(id)?.kind == .duty && isRegistered(freeze)
        return receipts.map(Restatement.Cause.receipt) + (isConfigured ? [.configuration] : []) + (isRegistered ? [.register] : [])
    }
}
