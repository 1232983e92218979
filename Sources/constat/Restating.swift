import ConstatDocuments
import ConstatMetrics
import ConstatModel
import ConstatStore

/// Tells which figures of frozen months became others by freezing again, and which would be others today.
struct Restating {
    let freezing: Freezing

    private var store: Store { freezing.store }

    /// Month by month.
    func restatements(tenant: String?) throws -> [Restatement] { try restatements(ofEach: [tenant])[tenant] ?? [] }

    /// The same of several tenants: each month is measured in one reading; those without any are not there.
    func restatements(ofEach tenants: [String?]) throws -> [String?: [Restatement]] {
        let freezes = try store.freezes()
        if let broken = freezes.brokenLink { throw UsageError.brokenFreeze(broken) }
        let (wanted, basis) = (Set(tenants), try FreezeBasis(store, freezing.workspace))
        let months = Dictionary(grouping: freezes.filter { wanted.contains($0.tenant) }) { "\($0.period) \($0.zone)" }
        var found: [String?: [Restatement]] = [:]
        for (_, month) in months.sorted(by: { $0.key < $1.key }) {
            let byTenant = Dictionary(grouping: month, by: \.tenant)
            for (tenant, own) in byTenant { found[tenant, default: []] += try settled(own) }
            for restatement in try today(byTenant.values.compactMap(\.last), basis) {
                found[restatement.freeze.tenant, default: []].append(restatement)
            }
        }
        return found
    }

    private func settled(_ freezes: [Freeze]) throws -> [Restatement] {
        try zip(freezes, freezes.dropFirst()).flatMap { former, later in
            try differences(former, from: frozen(former), to: frozen(later)) { _, _ in [.again(later.reason)] }
        }
    }

    /// - Parameter freezes: of one month, the last of each tenant.
    private func today(_ freezes: [Freeze], _ basis: FreezeBasis) throws -> [Restatement] {
        guard let first = freezes.first, let zone = Zone(first.zone), let period = Period(first.period, zone: zone) else { return [] }
        // What is stored is looked at in any case: it must be what was frozen.
        let old = try Dictionary(uniqueKeysWithValues: freezes.map { ($0.number, try frozen($0)) })
        let open = freezes.filter { old[$0.number]?.isEmpty == false && basis.mayDiffer($0) }
        return try Dictionary(grouping: open, by: \.asOf).sorted { $0.key < $1.key }.flatMap { asOf, alike in
            let now = try freezing.measurements(period, of: alike.map(\.tenant), asOf: asOf)
            return try alike.sorted { $0.number < $1.number }.flatMap { freeze in
                let (before, after) = (old[freeze.number] ?? [], now[freeze.tenant] ?? [])
                let causes = RestatementCauses(
                    freeze, known: Set(before.map(\.metric)), isConfigured: freeze.configuration != basis.rules,
                    isRegistered: freeze.register != basis.register(of: freeze.tenant),
                    MetricBasis(store, freezing.measuring(freeze.tenant, asOf), period))
                return try differences(freeze, from: before, to: after, causes.causes)
            }
        }
    }

    private func differences(
        _ freeze: Freeze, from old: [Measurement], to now: [Measurement],
        _ causes: (Measurement?, Measurement?) throws -> [Restatement.Cause]
    ) throws -> [Restatement] {
        let newByKey = Dictionary(now.map { (Restatement.Key($0), $0) }, uniquingKeysWith: { first, _ in first })
        let oldByKey = Dictionary(old.map { (Restatement.Key($0), $0) }, uniquingKeysWith: { first, _ in first })
        let keys = old.map(Restatement.Key.init) + now.map(Restatement.Key.init).filter { oldByKey[$0] == nil }
        return try keys.compactMap { key in
            let (before, after) = (oldByKey[key], newByKey[key])
            guard before != after else { return nil }
            return Restatement(freeze: freeze, key: key, old: before, new: after, causes: try causes(before, after))
        }
    }

    private func frozen(_ freeze: Freeze) throws -> [Measurement] { try store.measurements(of: freeze).map(\.measurement) }
}
