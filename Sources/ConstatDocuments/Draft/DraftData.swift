public import ConstatModel
public import ConstatNotification

/// Everything a notification draft is made from.
public struct DraftData: Sendable {
    /// The regime that is notified under, as the country has it.
    public var regime: Regime
    /// The stage the draft is for.
    public var stage: Stage
    /// What is known of the case.
    public var facts: CaseFacts
    /// The number of the import that last wrote the case.
    public var receipt: Int
    /// The row of that import's file.
    public var row: Int
    /// The name of the tenant.
    public var organisation: String
    /// What stands for the case in names of files.
    public var caseName: String
    /// One per field of the stage, in its order.
    public var answers: [FieldAnswer]
    /// The earliest counts.
    public var deadlines: [Deadline]
    /// Other readings of the law, for information; may be empty.
    public var beside: [Deadline]
    /// Whether the clocks of the regime run for this case, as far as its facts and the decisions say.
    public var isOpen: Bool
    /// The last stage that was sent before, with what was known then; nil when none was.
    public var previous: Submission?
    /// When this stage was sent already; nil while it was not.
    public var sent: Submission?
    /// What an authority would object to; empty for a stage without a file.
    public var remarks: [ReportRemark]
    /// False when no holiday of the year is listed: then the draft says so.
    public var knowsHolidays: Bool
    /// The zone local times are shown in.
    public var zone: Zone
    /// The instant the draft stands for.
    public var asOf: Instant
    /// The version of Constat.
    public var tool: String

    public init(
        regime: Regime, stage: Stage, facts: CaseFacts, receipt: Int, row: Int, organisation: String, caseName: String,
        answers: [FieldAnswer],
        deadlines: [Deadline], beside: [Deadline], isOpen: Bool, previous: Submission?, sent: Submission?, remarks: [ReportRemark],
        knowsHolidays: Bool,
        zone: Zone, asOf: Instant, tool: String
    ) {
        (self.regime, self.stage, self.facts, self.receipt, self.row) = (regime, stage, facts, receipt, row)
        (self.organisation, self.caseName, self.answers) = (organisation, caseName, answers)
        (self.deadlines, self.beside) = (deadlines, beside)
        (self.isOpen, self.previous, self.sent, self.remarks) = (isOpen, previous, sent, remarks)
        (self.knowsHolidays, self.zone, self.asOf, self.tool) = (knowsHolidays, zone, asOf, tool)
    }

    /// Fields whose facts are others now than when the previous stage was sent.
    var changes: [(answer: FieldAnswer, before: String?)] {
        guard let previous, !previous.facts.isEmpty else { return [] }
        return answers.compactMap { answer in
            guard let id = answer.factID else { return nil }
            let before = previous.facts[id]
            return before == answer.fact?.value.plain ? nil : (answer, before)
        }
    }
}
