import ArgumentParser
import ConstatControls
import ConstatMetrics
import ConstatModel

struct Metrics: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compute the metrics of a period.", subcommands: [Table.self, List.self, Explain.self, Compare.self, Page.self],
        defaultSubcommand: Table.self)

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv }

    struct Table: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "table", abstract: "Print measurements, each with all it rests on.",
            discussion: "Example:\n  constat metrics --period 2026-10 --by severity")
        @OptionGroup var place: WorkspaceOptions
        @OptionGroup var scope: PeriodOptions
        @Option(help: "Split by severity, tenant, source, month, tier, rule, technology, class, hours …; several with a comma.") var by:
            String?
        @Option(help: ArgumentHelp("Of each metric only the groups with most records.", valueName: "number")) var top: Int?
        @Option(help: "table, json or csv.") var format = Format.table
        @Option(help: ArgumentHelp("One metric only (repeatable).", valueName: "id")) var metric: [String] = []

        func run() throws {
            let workspace = try place.workspace()
            let period = try scope.period(in: workspace.zone, asOf: place.asOf())
            let store = try place.openStore()
            try scope.checkTenant(store, workspace)
            let measuring = try Measuring(
                store: store, workspace: workspace, judging: { try Judging(place.folders()) }, asOf: place.asOf(), tenant: scope.tenant)
            let metrics = try metric.isEmpty ? MetricCatalogue.all : metric.map(Metrics.named)
            let measurements = Self.largest(top, try measuring.measure(metrics, in: period, by: dimensions()))
            if measurements.isEmpty, by != nil, top != 0 { Terminal.note("none of these metrics can be split by \(by ?? "")") }
            switch format {
            case .table:
                let before = try period.previous.map { try measuring.measure(metrics, in: $0, by: dimensions()) } ?? []
                Terminal.say(
                    MeasurementTable(now: measurements, before: before, period: period, targets: workspace.targets, width: Terminal.width)
                        .text)
            case .json: Terminal.say(try MeasurementFile.json(measurements, asOf: measuring.asOf, tenant: scope.tenant))
            case .csv: Terminal.say(MeasurementFile.csv(measurements))
            }
        }

        /// The groups with most records of each metric, the largest first; all, in their own order, when no number is given.
        private static func largest(_ top: Int?, _ measurements: [Measurement]) -> [Measurement] {
            guard let top else { return measurements }
            let byMetric = Dictionary(grouping: measurements, by: \.metric)
            return MetricCatalogue.all.flatMap { metric in
                let groups = byMetric[metric.id] ?? []
                return groups.sorted {
                    $0.population != $1.population ? $0.population > $1.population : $0.group.lexicographicallyPrecedes($1.group)
                }
                .prefix(max(top, 0))
            }
        }

        private func dimensions() throws -> [Dimension] {
            let words = by?.split(separator: ",", omittingEmptySubsequences: false) ?? []
            guard Set(words).count == words.count else {
                throw UsageError.unknownWord(option: "--by", word: by ?? "", known: Dimension.words)
            }
            return try words.map { word in
                guard let dimension = Dimension(word: String(word)) else {
                    throw UsageError.unknownWord(option: "--by", word: String(word), known: Dimension.words)
                }
                return dimension
            }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List every metric.\n\nExample:\n  constat metrics list")

        func run() throws {
            let rows = MetricCatalogue.sections.flatMap { section in
                [[""], [section.title.en.uppercased()]] + section.metrics.map { [$0.id, $0.aliases.joined(separator: ", "), $0.title.en] }
            }
            Terminal.say(TextTable(sides: [.left, .left, .left], rows: [["id", "also", "title"]] + rows).text)
        }
    }

    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a metric's definition, instants, population and source.\n\nExample:\n  constat metrics explain mttd")
        @OptionGroup var place: WorkspaceOptions
        @Argument(help: "A metric's id or alias.") var id: String
        @Option(help: "en or fr.") var lang = Language.en

        func run() throws {
            let metric = try Metrics.named(id)
            let benchmarks = try Benchmark.read(try place.folders()).filter { $0.metric == metric.id }
            Terminal.say(Explanation(metric: metric, benchmarks: benchmarks).text(lang))
        }
    }

    struct Page: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the whole catalogue as Markdown, in both languages: docs/METRICS.md.\n\nExample:\n  constat metrics page")
        @OptionGroup var place: WorkspaceOptions

        func run() throws {
            let frameworks = try Judging(try place.folders()).frameworks
            let pages = [Language.en, .fr].map { MetricsPage(frameworks: frameworks, language: $0).text }
            Terminal.say(
                (["# Metrics · Mesures", "", "Recorded by `make record` from the catalogue.", ""] + pages).joined(separator: "\n"))
        }
    }

    static func named(_ name: String) throws -> Metric {
        guard let metric = MetricCatalogue.metric(name) else {
            throw UsageError.unknownMetric(name, known: MetricCatalogue.all.map(\.id))
        }
        return metric
    }
}
