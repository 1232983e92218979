import ConstatMetrics
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
    /// The steps of charts over time, and how many there are; the last ends with the period, or runs.
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
    public var namesRules: Bool { asks.contains { $0.by == .rule } }

    /// Whether root causes that came again are told.
    public var tellsRecurring: Bool {
        blocks.contains { if case .recurring = $0 { true } else { false } }
            || attention.contains { if case .recurring = $0 { true } else { false } }
    }

    /// Whether frozen figures that would be others today are told.
    public var tellsRestatements: Bool {
        blocks.contains { if case .restatements = $0 { true } else { false } }
            || attention.contains { if case .restatements = $0 { true } else { false } }
    }

    /// The figures it shows.
    var asks: [FigureAsk] {
        headline.flatMap { headline in
            [FigureAsk(headline.metric, back: .trend), FigureAsk(headline.metric, by: .severity, back: .former)]
                + [headline.inTime].compactMap(\.self).map { FigureAsk($0) }
        } + attention.flatMap(\.asks) + blocks.flatMap(\.asks)
    }

    /// The blocks of all sections.
    public var blocks: [ReportBlock] { sections.flatMap(\.blocks).map(\.kind) }
}
