public import ConstatModel

/// Computes metrics over columns in memory.
public struct Evaluator: Sendable {
    private let targets: Targets
    private let calendars: BusinessCalendars
    private let asOf: Instant

    /// - Parameter asOf: the instant at which open records are looked at.
    public init(targets: Targets, calendars: BusinessCalendars = BusinessCalendars(), asOf: Instant) {
        (self.targets, self.calendars, self.asOf) = (targets, calendars, asOf)
    }

    /// The instant a state is measured at: the end of the period, or now when it is not over.
    public static func end(of period: Period, asOf: Instant) -> Instant { min(period.end, asOf) }

    /// Measures metrics of one kind over columns that come in parts.
    public func evaluation(
        _ metrics: [Metric], in period: Period, by dimensions: [Dimension] = [], links: Links = Links()
    ) -> Evaluation {
        Evaluation(metrics, in: period, by: dimensions, targets: targets, calendars: calendars, links: links, asOf: asOf)
    }

    /// The measurements of a metric for a period, one per group.
    ///
    /// - Parameters:
    ///   - columns: records of the metric's kind; those raised outside of the period are passed over, except for an age.
    ///   - dimensions: what to split by; with none, exactly one measurement comes back.
    /// - Returns: in the order of the groups' words.
    public func measure(
        _ metric: Metric, over columns: RecordColumns, in period: Period, by dimensions: [Dimension] = [], links: Links = Links()
    ) -> [Measurement] {
        let evaluation = evaluation([metric], in: period, by: dimensions, links: links)
        evaluation.add(columns)
        return evaluation.measurements()
    }

    /// The rows of the population that a metric had to leave out, with the reason of each.
    public func leftOut(_ metric: Metric, of columns: RecordColumns, in period: Period) -> [(row: Int, reason: LeftOut)] {
        outcomes(metric, columns, period).compactMap { row, outcome in outcome.reason.map { (row, $0.leftOut) } }
    }

    /// The value of every row that has one, for pictures of a distribution.
    public func values(_ metric: Metric, of columns: RecordColumns, in period: Period) -> [(row: Int, value: Int64)] {
        outcomes(metric, columns, period).compactMap { row, outcome in outcome.isValue ? (row, outcome.value) : nil }
    }

    /// The rows of confirmed cases.
    public static func confirmed(in columns: RecordColumns) -> [Int] {
        var rows: [Int] = []
        ColumnView.with(columns) { view in
            for row in 0..<view.count { if case .yes = Answers.isConfirmed(view, row) { rows.append(row) } }
        }
        return rows
    }

    /// What each row means to each of some metrics, by metric; merged records, and those of another kind, mean nothing.
    public func outcomes(_ metrics: [Metric], of columns: RecordColumns, in period: Period) -> [[RecordOutcome]] {
        metrics.map { metric in
            var all = [RecordOutcome](repeating: .outside, count: columns.count)
            guard metric.kind == columns.kind else { return all }
            let merged = Int8(Status.merged.rawValue)
            for (row, outcome) in outcomes(metric, columns, period) where columns.status[row] != merged {
                all[row] = RecordOutcome(outcome, metric)
            }
            return all
        }
    }

    /// The word of each row in one dimension, as measurements are split by it.
    public func words(_ dimension: Dimension, of columns: RecordColumns, for metric: Metric, in period: Period) -> [String] {
        var splitter = GroupSplitter([dimension], anchor: metric.anchor, zone: period.zone)
        var clocks = BusinessClocks(calendars)
        let groups = splitter.groups(of: columns, clocks.clocks(of: columns, asOf: asOf))
        return groups.map { splitter.keys[Int($0)][0].word }
    }

    private func outcomes(_ metric: Metric, _ columns: RecordColumns, _ period: Period) -> [(Int, Outcome)] {
        var kernel = Kernel(metric, in: period, targets: targets, asOf: asOf)
        var clocks = BusinessClocks(calendars)
        kernel.use(ClockTable(clocks.clocks(of: columns, asOf: asOf)))
        var outcomes: [(Int, Outcome)] = []
        ColumnView.with(columns) { view in
            for row in 0..<view.count {
                let outcome = kernel.outcome(view, row)
                if !outcome.isOutside { outcomes.append((row, outcome)) }
            }
        }
        return outcomes
    }
}
