/// Whose calendar counts for whom.
public struct BusinessCalendars: Hashable, Sendable, Codable {
    private let usual: BusinessCalendar?
    private let byTenant: [String: BusinessCalendar]

    /// - Parameters:
    ///   - usual: of tenants that have none of their own; nil where business hours are not known.
    ///   - byTenant: by the tenants' slugs.
    public init(usual: BusinessCalendar? = nil, _ byTenant: [String: BusinessCalendar] = [:]) {
        (self.usual, self.byTenant) = (usual, byTenant)
    }

    /// Whether there is none at all.
    public var isEmpty: Bool { usual == nil && byTenant.isEmpty }

    /// Those that count for one tenant: nothing of another's.
    public func only(_ tenant: String?) -> BusinessCalendars {
        guard let tenant else { return self }
        return BusinessCalendars(usual: usual, byTenant.filter { $0.key == tenant })
    }

    /// The calendar of a tenant, by its slug.
    public subscript(tenant: String) -> BusinessCalendar? { byTenant[tenant] ?? usual }
}
