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
                configuration: try workspace.rules(), register: try register(), tool: "constat \(Constat.version)",
                reason: isFirst ? "" : reason ?? "",
                content: try Store.digest(measurements))
            frozen.append(try store.freeze(freeze, measurements))
        }
        return frozen
    }

    /// The freeze of a month that counts: the last one.
    func latest(_ period: Period, _ tenant: String?) throws -> Freeze? {
        try store.freezes().last { $0.period == period.name && $0.zone == period.zone.name && $0.tenant == tenant }
    }

    /// What would be another figure today, of every frozen month, after what became another one by freezing again.
    func restatements(tenant: String?) throws -> [Restatement] {
        let freezes = try store.freezes().filter { $0.tenant == tenant }
        if let broken = try store.freezes().brokenLink { throw UsageError.brokenFreeze(broken) }
        let months = Dictionary(grouping: freezes) { "\($0.period) \($0.zone)" }
        return try months.sorted { $0.key < $1.key }.flatMap { _, all in
            let settled = try zip(all, all.dropFirst()).flatMap { former, later in
                try differences(former, try frozen(later)) { _, _ in [.again(later.reason)] }
            }
            guard let last = all.last else { return settled }
            return try settled + today(last)
        }
    }

    private func frozen(_ freeze: Freeze) throws -> [Measurement] { try store.measurements(of: freeze).map(\.measurement) }

    private func today(_ freeze: Freeze) throws -> [Restatement] {
        // What is stored is looked at in any case: it must be what was frozen.
        let old = try frozen(freeze)
        guard !old.isEmpty, let zone = Zone(freeze.zone), let period = Period(freeze.period, zone: zone), try mayDiffer(freeze) else {
            return []
        }
        let now = try measurements(period, tenant: freeze.tenant, asOf: freeze.asOf).map(\.measurement)
        return try differences(freeze, now) { try causes($0, $1, freeze, period) }
    }

    private func differences(
        _ freeze: Freeze, _ now: [Measurement], _ causes: (Measurement?, Measurement?) throws -> [Restatement.Cause]
    ) throws -> [Restatement] {
        let old = try frozen(freeze)
        let newByKey = Dictionary(now.map { (Restatement.Key($0), $0) }, uniquingKeysWith: { first, _ in first })
        let oldByKey = Dictionary(old.map { (Restatement.Key($0), $0) }, uniquingKeysWith: { first, _ in first })
        let keys = old.map(Restatement.Key.init) + now.map(Restatement.Key.init).filter { oldByKey[$0] == nil }
        var known: [String: [Restatement.Cause]] = [:]
        return try keys.compactMap { key in
            let (before, after) = (oldByKey[key], newByKey[key])
            guard before != after else { return nil }
            let found = try known[key.metric] ?? causes(before, after)
            known[key.metric] = found
            return Restatement(freeze: freeze, key: key, old: before, new: after, causes: found)
        }
    }

    /// Without an import, an entry of the register, another rule or another tool no figure can have changed.
    private func mayDiffer(_ freeze: Freeze) throws -> Bool {
        let last = try store.receipts().last?.number ?? 0
        let isAsItWas = try last == freeze.receipt && freeze.configuration == workspace.rules() && freeze.register == register()
        return !isAsItWas || freeze.tool != "constat \(Constat.version)"
    }

    /// SHA-256 over all that was recorded as sent.
    private func register() throws -> String {
        Digest.hex(of: try store.submissions().map { "\($0)" }.sorted().joined(separator: "\n"))
    }

    private func causes(
        _ old: Measurement?, _ new: Measurement?, _ freeze: Freeze, _ period: Period
    ) throws -> [Restatement.Cause] {
        guard let metric = (old ?? new).flatMap({ MetricCatalogue.metric($0.metric) }) else { return [] }
        if let old, let new, old.version != new.version { return [.definition(from: old.version, to: new.version)] }
        if old == nil, freeze.tool != "constat \(Constat.version)" { return [.definition(from: 0, to: new?.version ?? 0)] }
        let measuring = Measuring(store: store, workspace: workspace, judging: judging, asOf: freeze.asOf, tenant: freeze.tenant)
        let receipts = try MetricBasis(store, measuring, period).receipts(of: metric, after: freeze.receipt)
        let isConfigured = try freeze.configuration != workspace.rules()
        let isRegistered = try metric.kind == .duty && freeze.register != register()
        return receipts.map(Restatement.Cause.receipt) + (isConfigured ? [.configuration] : []) + (isRegistered ? [.register] : [])
    }
}
