public import ConstatModel
public import ConstatNotification

/// Everything an assessment is shown from.
public struct AssessmentData: Sendable {
    /// What is known of the case.
    public let facts: CaseFacts
    /// The name of the tenant.
    public let organisation: String
    /// One per question, in the order of the regimes.
    public let results: [AssessmentResult]
    /// The method that supports the decision about persons; nil where it is not asked.
    public let severity: SeverityMethod?
    /// The last decision of each regime that has one.
    public let decisions: [RegisterEntry]
    /// Other cases with the same root cause within six months.
    public let candidates: [Record]
    /// The zone local times are shown in.
    public let zone: Zone
    /// The instant it stands for.
    public let asOf: Instant
    /// The version of Constat.
    public let tool: String

    public init(
        facts: CaseFacts, organisation: String, results: [AssessmentResult], severity: SeverityMethod?, decisions: [RegisterEntry],
        candidates: [Record], zone: Zone, asOf: Instant, tool: String
    ) {
        (self.facts, self.organisation, self.results, self.severity) = (facts, organisation, results, severity)
        (self.decisions, self.candidates, self.zone, self.asOf, self.tool) = (decisions, candidates, zone, asOf, tool)
    }
}
