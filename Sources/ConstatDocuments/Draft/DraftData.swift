public import ConstatModel
public import ConstatNotification

/// Everything a notification draft is made from.
public struct DraftData: Sendable {
    public var regime: Regime
    public var stage: Stage
    public var record: Record
    public var receipt: Int
    public var row: Int
    public var organisation: String
    public var answers: [FieldAnswer]
    /// The earliest counts.
    public var deadlines: [Deadline]
    public var beside: [Deadline]
    /// Whether the clocks of the regime run for this case, as far as its facts say.
    public var isOpen: Bool
    public var knowsHolidays: Bool
    public var zone: Zone
    public var asOf: Instant
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
