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
        let measuring = measuring(tenant, asOf)
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
                configuration: try workspace.rules(), register: try register(tenant), tool: "constat \(Constat.version)",
                reason: isFirst ? "" : reason ?? "",
                content: try Store.digest(measurements))
            // What was imported meanwhile may or may not be in the figures.
            guard try store.receipts().last?.number ?? 0 == receipt else { throw UsageError.importedMeanwhile(period.name) }
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
        let causes = RestatementCauses(
            freeze, known: Set(old.map(\.metric)), isConfigured: try freeze.configuration != workspace.rules(),
            isRegistered: try freeze.register != register(freeze.tenant),
            MetricBasis(store, measuring(freeze.tenant, freeze.asOf), period))
        return try differences(freeze, now, causes.causes)
    }

    private func differences(
        _ freeze: Freeze, _ now: [Measurement], _ causes: (Measurement?, Measurement?) throws -> [Restatement.Cause]
    ) throws -> [Restatement] {
        let old = try frozen(freeze)
        let newByKey = Dictionary(now.map { (Restatement.Key($0), $0) }, uniquingKeysWith: { first, _ in first })
        let oldByKey = Dictionary(old.map { (Restatement.Key($0), $0) }, uniquingKeysWith: { first, _ in first })
        let keys = old.map(Restatement.Key.init) + now.map(Restatement.Key.init).filter { oldByKey[$0] == nil }
        return try keys.compactMap { key in
            let (before, after) = (oldByKey[key], newByKey[key])
            guard before != after else { return nil }
            return Restatement(freeze: freeze, key: key, old: before, new: after, causes: try causes(before, after))
        }
    }

    /// Without an import, an entry of the register, another rule or another tool no figure can have changed.
    private func mayDiffer(_ freeze: Freeze) throws -> Bool {
        let last = try store.receipts().last?.number ?? 0
        let isAsItWas =
            try last == freeze.receipt && freeze.configuration == workspace.rules() && freeze.register == register(freeze.tenant)
        return !isAsItWas || freeze.tool != "constat \(Constat.version)"
    }

    /// SHA-256 over what was recorded as sent or decided for a tenant.
    private func register(_ tenant: String?) throws -> String {
        let lines = try store.register().filter { $0.action != .reference && (tenant == nil || $0.tenant == tenant) }.map { entry in
            [entry.source, entry.tenant, entry.native, entry.regime, entry.stage ?? entry.outcome ?? "", entry.at.iso]
                .joined(separator: "\u{1F}")
        }
        return Digest.hex(of: lines.sorted().joined(separator: "\n"))
    }

    private func measuring(_ tenant: String?, _ asOf: Instant) -> Measuring {
        Measuring(store: store, workspace: workspace, judging: judging, asOf: asOf, tenant: tenant)
    }
}
