import ConstatDocuments
import ConstatMetrics
import ConstatModel
import ConstatStore

/// Fixes months, of all tenants together and of each alone.
struct Freezing {
    let store: Store
    let workspace: Workspace
    let judging: () throws -> Judging

    /// Freezes a period for all tenants together, and for each alone.
    ///
    /// - Parameter reason: why a month that is frozen already is frozen again; without one it stays.
    /// - Returns: what was frozen now.
    func freeze(_ period: Period, asOf: Instant, reason: String?) throws -> [Freeze] {
        let receipt = try store.receipts().last?.number ?? 0
        let known = Set(try store.freezes().filter { $0.isOf(period) }.map(\.tenant))
        let tenants = ([nil] + (try store.tenants().map(Optional.some))).filter { reason != nil || !known.contains($0) }
        let (all, rules) = (try measurements(period, of: tenants, asOf: asOf), try workspace.rules())
        return try tenants.map { tenant in
            let measurements = all[tenant] ?? []
            let freeze = Freeze(
                period: period.name, zone: period.zone.name, tenant: tenant, frozenAt: asOf, asOf: asOf, receipt: receipt,
                configuration: rules, register: try register(tenant), tool: "constat \(Constat.version)",
                reason: known.contains(tenant) ? reason ?? "" : "", content: try Store.digest(measurements))
            // What was imported meanwhile may or may not be in the figures.
            guard try store.receipts().last?.number ?? 0 == receipt else { throw UsageError.importedMeanwhile(period.name) }
            return try store.freeze(freeze, measurements)
        }
    }

    /// The measurements of a period, whole and by severity, each with the digest of what it rests on.
    ///
    /// - Parameter tenants: whose; nil for all together. Several are measured in one reading.
    func measurements(_ period: Period, of tenants: [String?], asOf: Instant) throws -> [String?: [FrozenMeasurement]] {
        let slugs = tenants.compactMap(\.self)
        var found: [String?: [FrozenMeasurement]] = [:]
        for tenant in tenants where tenant == nil || slugs.count == 1 { found[tenant] = try measurements(period, tenant: tenant, asOf) }
        guard slugs.count > 1 else { return found }
        let measuring = measuring(nil, asOf)
        let wholes = try measuring.measure(MetricCatalogue.all, ofEach: slugs, in: period)
        let groups = try measuring.measure(MetricCatalogue.all, ofEach: slugs, in: period, by: [.severity])
        let basis = MetricBasis(store, measuring, period, tellingApart: slugs)
        for tenant in slugs {
            found[tenant] = try Self.frozen((wholes[tenant] ?? []) + (groups[tenant] ?? [])) { try basis.digest(of: $0, tenant: tenant) }
        }
        return found
    }

    private func measurements(_ period: Period, tenant: String?, _ asOf: Instant) throws -> [FrozenMeasurement] {
        let measuring = measuring(tenant, asOf)
        let (wholes, groups) = (
            try measuring.measure(MetricCatalogue.all, in: period),
            try measuring.measure(MetricCatalogue.all, in: period, by: [.severity])
        )
        let basis = MetricBasis(store, measuring, period)
        return try Self.frozen(wholes + groups) { try basis.digest(of: $0) }
    }

    private static func frozen(_ measurements: [Measurement], _ digest: (Metric) throws -> String) rethrows -> [FrozenMeasurement] {
        let digests = try Dictionary(grouping: measurements, by: \.metric).mapValues { group in
            try group.first.flatMap { MetricCatalogue.metric($0.metric) }.map(digest) ?? ""
        }
        return measurements.map { FrozenMeasurement($0, basis: digests[$0.metric] ?? "") }
    }

    /// SHA-256 over what was recorded as sent or decided for a tenant.
    func register(_ tenant: String?) throws -> String {
        let lines = try store.register().filter { $0.action != .reference && (tenant == nil || $0.tenant == tenant) }.map { entry in
            [entry.source, entry.tenant, entry.native, entry.regime, entry.stage ?? entry.outcome ?? "", entry.at.iso]
                .joined(separator: "\u{1F}")
        }
        return Digest.hex(of: lines.sorted().joined(separator: "\n"))
    }

    func measuring(_ tenant: String?, _ asOf: Instant) -> Measuring {
        Measuring(store: store, workspace: workspace, judging: judging, asOf: asOf, tenant: tenant)
    }
}

extension Freeze {
    /// Whether it is of a period, in its zone.
    func isOf(_ period: Period) -> Bool { self.period == period.name && zone == period.zone.name }
}
