public import ConstatModel
public import ConstatNotification

/// Everything a notification draft is made from.
public struct DraftData: Sendable {
    /// The regime that is notified under.
    public var regime: Regime
    /// The stage the draft is for.
    public var stage: Stage
    /// The case.
    public var record: Record
    /// The number of the import that last wrote the case.
    public var receipt: Int
    /// The row of that import's file.
    public var row: Int
    /// The name of the tenant.
    public var organisation: String
    /// One per field of the stage, in its order.
    public var answers: [FieldAnswer]
    /// The earliest counts.
    public var deadlines: [Deadline]
    /// Other readings of the law, for information; may be empty.
    public var beside: [Deadline]
    /// Whether the clocks of the regime run for this case, as far as its facts say.
    public var isOpen: Bool
    /// False when no holiday of the year is listed: then the draft says so.
    public var knowsHolidays: Bool
    /// The zone local times are shown in.
    public var zone: Zone
    /// The instant the draft stands for.
    public var asOf: Instant
    /// The version of Constat.
    public var tool: String

    public init(
        regime: Regime, stage: Stage, record: Record, receipt: Int, row: Int, organisation: String, answers: [FieldAnswer],
        deadlines: [Deadline], beside: [Deadline], isOpen: Bool, knowsHolidays: Bool, zone: Zone, asOf: Instant, tool: String
    ) {
        (self.regime, self.stage, self.record, self.receipt, self.row) = (regime, stage, record, receipt, row)
        (self.organisation, self.answers, self.deadlines, self.beside) = (organisation, answers, deadlines, beside)
        (self.isOpen, self.knowsHolidays, self.zone, self.asOf, self.tool) = (isOpen, knowsHolidays, zone, asOf, tool)
    }
}
