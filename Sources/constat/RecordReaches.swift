import ConstatModel
import ConstatStore

/// What is known of each tenant, and of all that are asked for; read once.
struct RecordReaches {
    /// Of all that are asked for.
    let whole: RecordReach
    private let byTenant: [String: RecordReach]
    private let none: RecordReach

    /// - Parameter tenant: the only one that is asked for; nil for all.
    init(_ store: Store, tenant: String?, asOf: Instant) throws {
        let (extents, receipts) = (try store.extents(tenant: tenant), try store.receipts())
        let sources = Dictionary(grouping: try store.records(.logSource, tenant: tenant, .any).map(\.record), by: \.tenant)
        func reach(_ extents: [RecordKind: Store.Extent], _ sources: [Record], of tenant: String?) -> RecordReach {
            let told = sources.compactMap { $0.facts["lastEvent"].flatMap { Stamp(told: $0)?.instant } }
            let heard = extents[.heartbeat]?.raised.map { [$0.lowerBound, $0.upperBound] } ?? []
            let signs = (told + heard).sorted()
            let imports = receipts.filter { tenant == nil || $0.tenant == nil || $0.tenant == tenant }.map { ($0.kind, $0.importedAt) }
            return RecordReach(
                extents: extents, imports: imports, signs: signs.first.flatMap { first in signs.last.map { first...$0 } }, asOf: asOf)
        }
        byTenant = Dictionary(
            uniqueKeysWithValues: extents.map { ($0.key, reach($0.value, sources[$0.key] ?? [], of: $0.key)) })
        let all = extents.values.reduce(into: [RecordKind: Store.Extent]()) { all, own in
            for (kind, extent) in own { all[kind, default: Store.Extent()].add(extent) }
        }
        whole = reach(all, sources.values.flatMap(\.self), of: tenant)
        none = reach([:], [], of: tenant)
    }

    func reach(of tenant: String) -> RecordReach { byTenant[tenant] ?? none }
}
