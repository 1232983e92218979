import ConstatMetrics
public import ConstatModel

/// What a reader needs to compute a pack's figures from the pack alone: `recompute.json`.
public struct PackRecipe: Sendable, Codable {
    /// The records of some kinds and where they stand.
    public struct Table: Sendable, Codable {
        /// As `PackTable.name`.
        public var name: String
        /// The words of the kinds.
        public var kinds: [String]
        public var sheets: [String]
        /// On each sheet.
        public var rows: [Int]
        public var firstRow: Int
        /// As `PackColumn.key`.
        public var columns: [String]
        /// The sets of facts that sources can tell, by their numbers from 1 (`Given`).
        public var given: [Int64]
    }

    /// A line of the sheet of figures.
    public struct Line: Sendable, Codable, Hashable {
        public var metric: String
        /// Nil for all records.
        public var severity: String?
    }

    /// What decides about figures besides the records.
    public struct Settings: Sendable, Codable {
        public var targets: Targets
        public var calendars: BusinessCalendars
    }

    /// A word that this version of the tool does not know.
    public struct Unknown: Error, Hashable, Sendable {
        public let word: String

        public init(word: String) { self.word = word }
    }

    /// The version of this layout.
    public static let version = 1

    public var recipe = PackRecipe.version
    /// As in the manifest.
    public var packID: String
    public var framework: String
    public var tenant: String?
    public var language: Language
    public var period: String
    public var zone: String
    public var asOf: Instant
    public var settings: Settings
    /// The zone each import was read in, by its number.
    public var zones: [Int: String]
    public var tables: [Table]
    /// The sheet of figures: its name, where it begins, what its lines are about.
    public var figures: String
    public var figuresFirstRow: Int
    public var lines: [Line]
    /// How the sample was drawn, on which sheet, and where its rows begin.
    public var sampling: Sampling
    public var sample: String
    public var sampleFirstRow: Int
    public var reconciliation: String
    /// The sheet of imports, and where its rows begin.
    public var ipe: String
    public var ipeFirstRow: Int
    /// What each sheet holds, to find the cell that is unlike.
    public var sheets: [SheetPrint]
}

extension PackRecipe {
    /// The first word of it that cannot be, be it damaged or made up; nil when all can.
    public var fault: Unknown? {
        let rows = 1..<1_000
        for first in [figuresFirstRow, sampleFirstRow, ipeFirstRow] + tables.map(\.firstRow) where !rows.contains(first) {
            return Unknown(word: "first row \(first)")
        }
        for table in tables {
            let isWhole = table.sheets.count == table.rows.count && table.rows.allSatisfy { (0...1_048_576).contains($0) }
            if !isWhole || Set(table.columns).count != table.columns.count { return Unknown(word: table.name) }
        }
        for line in lines where MetricCatalogue.metric(line.metric) == nil { return Unknown(word: line.metric) }
        if !(0..<10_000_000_000_000).contains(asOf.milliseconds) { return Unknown(word: "asOf") }
        if lines.isEmpty { return Unknown(word: "no lines") }
        if Set(sheets.map(\.name)).count != sheets.count { return Unknown(word: "sheets") }
        return sampling.isPossible ? nil : Unknown(word: "sampling")
    }

    /// The rows that the sheet of figures must hold.
    public func figureRows(_ measurements: [Measurement], _ period: Period, _ words: Words) throws(Unknown) -> [[Cell]] {
        var placed: [FigureRanges.Placed] = []
        for table in tables {
            placed.append(
                FigureRanges.Placed(
                    table: try PackTable(table), sheets: zip(table.sheets, table.rows).map { ($0, $1) }, firstRow: table.firstRow))
        }
        return PackMetrics(
            measurements: measurements, targets: settings.targets, period: period, words: words, ranges: FigureRanges(placed),
            firstRow: figuresFirstRow
        ).rows
    }

    /// What the rows of the sheet of the sample must begin with.
    public func sampleRows(_ results: [SampleDraw.Result], _ words: Words) -> [[Cell]] {
        SampleSheet(sampling: sampling, words: words, results: results).rows
    }
}
