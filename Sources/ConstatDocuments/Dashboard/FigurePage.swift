public import ConstatMetrics
public import ConstatModel

/// One figure with all it rests on: its definition, its numbers, and the records it looked at, a hundred at a time.
public struct FigurePage {
    /// Which records are shown.
    public enum Choice: String, CaseIterable, Sendable {
        case all, counted, open, leftOut

        /// Whether a record of the population is one of them.
        public func holds(_ outcome: RecordOutcome) -> Bool {
            switch (self, outcome) {
            case (_, .outside): false
            case (.all, _), (.counted, .value), (.counted, .late), (.open, .open), (.leftOut, .leftOut): true
            default: false
            }
        }
    }

    /// A record and what it means to the figure.
    public struct Row {
        let record: Record
        let outcome: RecordOutcome

        public init(record: Record, outcome: RecordOutcome) { (self.record, self.outcome) = (record, outcome) }
    }

    public let metric: Metric
    let period: Period
    let group: [GroupKey]
    public let choice: Choice
    /// From 1.
    public let page: Int
    let rowsOnPage: Int
    let asOf: Instant
    let zone: Zone
    /// The address of the report, and of this page without which records and which hundred.
    public var back = ""
    public var here = ""
    public var measurement: Measurement?
    /// As the period was frozen; nil where it was not.
    public var fixed: Measurement?
    /// In the unit of the figure; nil without one.
    public var target: Double?
    /// Whether it looks at single records: stages to notify, hours without cover and what is made of others do not.
    public var isOfRecords: Bool { metric.parts.isEmpty && !metric.isUncovered && metric.kind != .duty }
    /// The key of what stands in place of records.
    var absence: String {
        metric.parts.isEmpty ? isOfRecords ? "serve.noPopulation" : "serve.notListed" : "serve.ofParts"
    }
    /// How many records each choice has; empty for figures that look at no single records.
    public var counts: [Choice: Int] = [:]
    public var rows: [Row] = []

    public init(
        metric: Metric, period: Period, group: [GroupKey], choice: Choice, page: Int, rowsOnPage: Int, asOf: Instant, zone: Zone
    ) {
        (self.metric, self.period, self.group, self.choice) = (metric, period, group, choice)
        (self.page, self.rowsOnPage, self.asOf, self.zone) = (page, rowsOnPage, asOf, zone)
    }
}
