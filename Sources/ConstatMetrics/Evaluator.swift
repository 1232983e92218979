public import ConstatModel

/// Computes metrics over columns in memory.
public struct Evaluator: Sendable {
    private let targets: Targets
    private let asOf: Instant

    /// - Parameter asOf: the instant at which open records are looked at.
    public init(targets: Targets, asOf: Instant) { (self.targets, self.asOf) = (targets, asOf) }

    /// The instant a state is measured at: the end of the period, or now when it is not over.
    public static func end(of period: Period, asOf: Instant) -> Instant { min(period.end, asOf) }

    /// The measurements of a metric for a period, one per group.
    ///
    /// - Parameters:
    ///   - columns: records of the metric's kind; those raised outside of the period are passed over, except for an age.
    ///   - dimensions: what to split by; with none, exactly one measurement comes back.
    /// - Returns: in the order of the groups' words.
    public func measure(
        _ metric: Metric, over columns: RecordColumns, in period: Period, by dimensions: [Dimension] = []
    ) -> [Measurement] {
        var groups: [[GroupKey]: Tally] = dimensions.isEmpty ? [[]: Tally()] : [:]
        let splitter = GroupSplitter(columns: columns, dimensions: dimensions, zone: period.zone)
        for (row, outcome) in outcomes(metric, columns, period) {
            groups[splitter.group(of: row), default: Tally()].add(outcome)
        }
        return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { group, tally in
            var measurement = tally.measurement(of: metric, in: period)
            measurement.group = group
            return measurement
        }
    }

    /// The rows of the population that a metric had to leave out, with the reason of each.
    public func leftOut(_ metric: Metric, of columns: RecordColumns, in period: Period) -> [(row: Int, reason: LeftOut)] {
        outcomes(metric, columns, period).compactMap { row, outcome in
            if case .leftOut(let reason) = outcome { (row, reason) } else { nil }
        }
    }

    /// What each record of the metric's population means to it, in the order of the columns.
    private func outcomes(_ metric: Metric, _ columns: RecordColumns, _ period: Period) -> some Sequence<(Int, Outcome)> {
        (0..<columns.count).lazy.compactMap { row -> (Int, Outcome)? in
            let reader = RowReader(columns: columns, row: row)
            guard belongs(reader, metric, period) else { return nil }
            let outcome = outcome(metric, reader, period)
            if case .outside = outcome { return nil }
            return (row, outcome)
        }
    }

    private func belongs(_ reader: RowReader, _ metric: Metric, _ period: Period) -> Bool {
        guard let anchor = metric.anchor else { return true }
        guard let instant = reader.instant(anchor) else { return false }
        return instant >= period.start.milliseconds && instant < Self.end(of: period, asOf: asOf).milliseconds
    }

    private func outcome(_ metric: Metric, _ reader: RowReader, _ period: Period) -> Outcome {
        if metric.population == .confirmed {
            switch reader.isConfirmed {
            case .yes: break
            case .no, .open: return .outside
            case .leftOut(let reason): return .leftOut(reason)
            }
        }
        switch metric.measure {
        case .count: return .value(1)
        case .interval(let from, let to): return reader.interval(from: from, to: to)
        case .share(let condition, let base): return reader.share(of: condition, among: base)
        case .withinTarget(let of, let from, let to):
            return reader.withinTarget({ targets.level(of, severity: $0) }, from: from, to: to, asOf: asOf)
        case .age(let from): return reader.age(from: from, at: Self.end(of: period, asOf: asOf))
        }
    }
}

/// Says which group a row belongs to.
private struct GroupSplitter {
    let columns: RecordColumns
    let dimensions: [Dimension]
    let zone: Zone

    func group(of row: Int) -> [GroupKey] { dimensions.map { GroupKey($0.rawValue, word($0, row)) } }

    private func word(_ dimension: Dimension, _ row: Int) -> String {
        switch dimension {
        case .severity:
            let code = columns.severity[row]
            return code == RecordColumns.none ? "none" : Severity(rawValue: Int(code))?.word ?? "none"
        case .tenant: return columns.names[columns.tenant[row]] ?? ""
        case .source: return columns.names[columns.source[row]] ?? ""
        case .month:
            let raised = Instant(milliseconds: columns.instants[Milestone.raised.index][row])
            return String(zone.civil(at: raised).dateText.prefix(7))
        }
    }
}

extension Evaluator {
    /// The value of every row that has one, for pictures of a distribution.
    public func values(_ metric: Metric, of columns: RecordColumns, in period: Period) -> [(row: Int, value: Int64)] {
        outcomes(metric, columns, period).compactMap { row, outcome in
            if case .value(let value) = outcome { (row, value) } else { nil }
        }
    }

    /// The rows of confirmed cases.
    public static func confirmed(in columns: RecordColumns) -> [Int] {
        (0..<columns.count).filter {
            if case .yes = RowReader(columns: columns, row: $0).isConfirmed { true } else { false }
        }
    }
}
