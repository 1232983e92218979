public import ConstatMetrics
public import ConstatModel

/// What can stand in a section. Metrics are ids of the catalogue, in the order they are shown.
public enum ReportBlock: Sendable {
    /// Counts over time, stacked by a dimension.
    case columns(metric: String, by: Dimension)
    /// Durations over time: median with the range to P90, one small picture each.
    case ranges([String])
    /// Durations of the period: how many took how long.
    case distributions([String])
    /// Shares and numbers over time, with their intervals, one small picture each.
    case lines([String])
    /// A table, one figure a row.
    case figures([String])
    /// A table, one group a row, one figure a column.
    case split(metrics: [String], by: Dimension, most: Int)
    /// The largest groups of a count or share as bars.
    case bars(metric: String, by: Dimension, most: Int)
    /// Shares in time by severity.
    case levels([String])
    /// Confirmed cases of the period that are grave enough, with the courses of the gravest.
    case incidents(severity: Severity, most: Int)
    /// What some frameworks ask, and what figures show of it.
    case controls([String])
    /// Smaller records of the period, row by row.
    case records(RecordList)
    /// From alerts raised to cases of tier 3; open cases by age; alerts by weekday and hour; ATT&CK techniques; legal clocks.
    case funnel, ages, week, techniques, clocks
    /// Rules by their false positives; root causes that came again; frozen figures that changed; published figures of others.
    case noisyRules(most: Int)
    case recurring, restatements, benchmarks
    /// What figures left out; the imports; the definitions of all figures.
    case leftOut, imports, definitions
}

extension ReportBlock {
    /// The figures it shows.
    var asks: [FigureAsk] {
        switch self {
        case .columns(let metric, let by): [FigureAsk(metric, by: by, back: .trend), FigureAsk(metric, back: .trend)]
        case .ranges(let metrics), .lines(let metrics): metrics.map { FigureAsk($0, back: .trend) }
        case .distributions(let metrics), .figures(let metrics): metrics.map { FigureAsk($0, back: .former) }
        case .split(let metrics, let by, _): metrics.map { FigureAsk($0, by: by) }
        case .bars(let metric, let by, _): [FigureAsk(metric, by: by)]
        case .levels(let metrics): metrics.map { FigureAsk($0, by: .severity) }
        case .funnel: FigureAsk.funnel.map { FigureAsk($0) }
        case .ages: [FigureAsk("backlog-cases")]
        case .noisyRules: FigureAsk.noisyRules
        case .techniques: [FigureAsk("technique-coverage")]
        case .benchmarks, .incidents, .controls, .records, .week, .clocks, .recurring, .restatements, .leftOut, .imports,
            .definitions:
            []
        }
    }
}
