public import ConstatMetrics
public import ConstatModel

/// What a report shows, in which order and in which words: data, read from `Reports/<name>.yaml`.
public struct ReportDefinition: Sendable {
    /// One of the figures on the first screen.
    public struct Headline: Sendable {
        /// The metric's id.
        public let metric: String
        /// The service level shown under the figure.
        public let inTime: String?
    }

    /// The file's name, e.g. `monthly`.
    public let id: String
    /// The title of the document.
    public let title: Localized
    /// Whom it is for, under the title; nil when nothing is said.
    public let audience: Localized?
    /// The length of the periods it is about.
    public let period: Period.Span
    /// The steps of charts over time, and how many there are; the last ends with the period.
    public let trend: (of: Period.Span, steps: Int)
    /// In the order they are shown.
    public let headline: [Headline]
    /// What is put before the reader when it holds, in order.
    public let attention: [AttentionRule]
    /// In the order they are shown.
    public let sections: [Section]

    /// A part of the page under a heading.
    public struct Section: Sendable {
        /// The anchor in the page, and the name of its files.
        public let id: String
        public let title: Localized
        /// How to read it; nil when nothing needs to be said.
        public let note: Localized?
        /// Whether two such sections stand side by side.
        public let isHalf: Bool
        public let blocks: [Block]
    }

    /// A chart, a table or lines, with a title of its own where the kind's would not do.
    public struct Block: Sendable {
        public let kind: ReportBlock
        public let title: Localized?
    }

    /// The ids of the frameworks it speaks of.
    public var frameworks: [String] {
        blocks.flatMap { block in
            guard case .controls(let ids) = block else { return [String]() }
            return ids
        }
    }

    /// Whether detection rules are named in it.
    public var namesRules: Bool {
        blocks.contains { block in
            switch block {
            case .noisyRules, .bars(_, .rule, _), .split(_, .rule, _), .columns(_, .rule): true
            default: false
            }
        } || attention.contains { if case .noisyRules = $0 { true } else { false } }
    }

    /// The blocks of all sections.
    public var blocks: [ReportBlock] { sections.flatMap(\.blocks).map(\.kind) }
}

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

/// Which smaller records a list shows, and what of them.
public struct RecordList: Hashable, Sendable {
    /// Which of them: begun or done in the period, or not done at its end.
    public enum Choice: String, Sendable, CaseIterable { case raised, closed, open }

    public let kind: RecordKind
    public let choice: Choice
    /// `title`, `raised`, `lastClosed`, or what the kind tells.
    public let columns: [String]
    public let most: Int
}

/// A rule that puts something before the reader.
public enum AttentionRule: Sendable {
    /// Clocks that are overdue, or run.
    case clocks
    /// Headline figures that miss their target.
    case targets
    /// Service levels of the headline under a share.
    case inTime(under: Double)
    /// A figure beyond a limit, in the figure's own unit.
    case limit(metric: String, isAbove: Bool, limit: Double)
    /// Few rules that make a large part of all false positives.
    case noisyRules(most: Int, share: Double)
    /// Root causes that came again.
    case recurring
    /// Headline figures of the period that were fixed and would be others today.
    case restatements
}
