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
        let known = Set(try store.freezes().filter { $0.isOf(period) }.map(\.tenant))
        let tenants = ([nil] + (try store.tenants().map(Optional.some))).filter { reason != nil || !known.contains($0) }
        let basis = try FreezeBasis(store, workspace)
        let all = try frozen(period, of: tenants, asOf: asOf)
        // What came meanwhile may or may not be in the figures.
        guard try FreezeBasis(store, workspace) == basis else { throw UsageError.importedMeanwhile(period.name) }
        return try tenants.map { tenant in
            let measurements = all[tenant] ?? []
            let freeze = Freeze(
                period: period.name, zone: period.zone.name, tenant: tenant, frozenAt: asOf, asOf: asOf, receipt: basis.receipt,
                configuration: basis.rules, register: basis.register(of: tenant), tool: "constat \(Constat.version)",
                reason: known.contains(tenant) ? reason ?? "" : "", content: try Store.digest(measurements))
            return try store.freeze(freeze, measurements)
        }
    }

    /// Each measurement with the digest of what it rests on.
    func frozen(_ period: Period, of tenants: [String?], asOf: Instant) throws -> [String?: [FrozenMeasurement]] {
        let basis = MetricBasis(store, measuring(nil, asOf), period, tellingApart: tenants.compactMap(\.self))
        return Dictionary(
            uniqueKeysWithValues: try measurements(period, of: tenants, asOf: asOf).map { tenant, measurements in
                var digests: [String: String] = [:]
                for id in Set(measurements.map(\.metric)) {
                    digests[id] = try MetricCatalogue.metric(id).map { try basis.digest(of: $0, tenant: tenant) }
                }
                return (tenant, measurements.map { FrozenMeasurement($0, basis: digests[$0.metric] ?? "") })
            })
    }

    /// The measurements of a period, whole and by severity.
    ///
    /// - Parameter tenants: whose; nil for all together. Several are measured in one reading.
    func measurements(_ period: Period, of tenants: [String?], asOf: Instant) throws -> [String?: [Measurement]] {
        let (slugs, all) = (tenants.compactMap(\.self), MetricCatalogue.all)
        var found: [String?: [Measurement]] = [:]
        for tenant in tenants where tenant == nil || slugs.count == 1 {
            let measuring = measuring(tenant, asOf)
            found[tenant] = try measuring.measure(all, in: period) + measuring.measure(all, in: period, by: [.severity])
        }
        guard slugs.count > 1 else { return found }
        let measuring = measuring(nil, asOf)
        let wholes = try measuring.measure(all, ofEach: slugs, in: period)
        let groups = try measuring.measure(all, ofEach: slugs, in: period, by: [.severity])
        for tenant in slugs { found[tenant] = (wholes[tenant] ?? []) + (groups[tenant] ?? []) }
        return found
    }

    func measuring(_ tenant: String?, _ asOf: Instant) -> Measuring {
        Measuring(store: store, workspace: workspace, judging: judging, asOf: asOf, tenant: tenant)
    }
}

extension Freeze {
    /// Whether it is of a period, in its zone.
    func isOf(_ period: Period) -> Bool { self.period == period.name && zone == period.zone.name }
}
