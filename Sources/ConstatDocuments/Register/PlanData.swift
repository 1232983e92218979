public import ConstatModel
public import ConstatNotification

/// Everything the page for the wall is made from: who is told what, by when, by which way.
public struct PlanData: Sendable {
    /// One organisation and the regimes it is under, as its country has them.
    public struct Organisation: Sendable {
        public let name: String
        /// What the configuration says of it.
        public let entity: [String: String]
        public let regimes: [Regime]

        public init(name: String, entity: [String: String], regimes: [Regime]) {
            (self.name, self.entity, self.regimes) = (name, entity, regimes)
        }
    }

    public let organisations: [Organisation]
    public let catalogue: FactCatalogue
    public let zone: Zone
    public let asOf: Instant
    public let tool: String

    public init(organisations: [Organisation], catalogue: FactCatalogue, zone: Zone, asOf: Instant, tool: String) {
        (self.organisations, self.catalogue, self.zone, self.asOf, self.tool) = (organisations, catalogue, zone, asOf, tool)
    }
}
