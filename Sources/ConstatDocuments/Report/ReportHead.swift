public import ConstatModel

/// Who and what is on the head of a report.
public struct ReportHead: Sendable {
    /// The tenant's name, or the provider's own without a tenant.
    public var organisation: String
    /// The tenant's slug; nil for all tenants together.
    public var tenant: String?
    /// Who watches the tenant; nil without a tenant, or when not configured.
    public var provider: String?
    /// The marking on the page, e.g. `TLP:AMBER`; nil for none.
    public var classification: String?
    /// A picture as a `data:` address; nil for none.
    public var logo: String?
    /// The colour of the present on paper, and in the dark, e.g. `#1f5b9e`; nil for ours.
    public var colours: (light: String, dark: String)?
    /// When the figures of the period were fixed; nil when they were not.
    public var frozenAt: Instant?
    /// The imports the figures rest on, in the order of their numbers.
    public var receipts: [Receipt] = []
    /// The version of Constat.
    public var tool: String

    public init(organisation: String, tool: String) { (self.organisation, self.tool) = (organisation, tool) }
}
