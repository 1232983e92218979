/// A name or id at a tenant: of a rule, a technique, a log source, an indicator.
public struct TenantName: Hashable, Sendable {
    public let tenant: String
    public let name: String

    public init(tenant: String, name: String) { (self.tenant, self.name) = (tenant, name) }
}
