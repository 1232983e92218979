import ConstatControls
import ConstatMetrics
import ConstatModel
import ConstatTesting
import ConstatYAML
import Foundation

@testable import ConstatDocuments

/// Reports over a few records that a test makes up.
enum SampleReport {
    static let frameworks = ["nis2", "nis2-2690", "dora", "gdpr", "iso27001", "nist-csf", "pci-dss", "pdis", "recyf"]
    static let period = Period("2026-10", zone: Zone("Europe/Paris") ?? .utc)

    static func definition(_ name: String = "monthly") throws -> ReportDefinition {
        let file = House.reports.appendingPathComponent("\(name).yaml")
        return try ReportDefinition(YAMLValue.parse(House.text(file), file: "\(name).yaml"), name: name, frameworks: frameworks)
    }

    /// Over records of any month; everything that the definition asks for is measured.
    static func data(
        _ records: [Record], definition: ReportDefinition? = nil, targets: Targets = Targets(), tenant: String? = nil
    ) throws -> ReportData {
        let definition = try definition ?? Self.definition()
        guard let period = period else { throw CocoaError(.formatting) }
        var head = ReportHead(organisation: "Acme <b>&amp;</b>", tool: "0")
        (head.tenant, head.provider, head.classification) = (tenant, "Provider", "TLP:AMBER")
        var data = ReportData(
            definition: definition, head: head, period: period, asOf: .at("2026-11-03T08:00:00Z"), targets: targets)
        let evaluator = Evaluator(targets: targets, asOf: data.asOf)
        let asks = ReportAsks(definition, linked: [])
        for step in Set(data.trend + [period, data.former].compactMap(\.self)) {
            let reach: Depth = step == period ? .now : step == data.former ? .former : .trend
            for ask in asks.asks(reach) { data.figures.add(measure(ask, records, step, evaluator), of: ask.metrics, step, by: ask.by) }
        }
        data.facts.incidents = records.filter { $0.kind == .case && $0.verdict == .truePositive }.map { .init(record: $0, clocks: []) }
        return data
    }

    private static func measure(_ ask: ReportAsks.Ask, _ records: [Record], _ period: Period, _ evaluator: Evaluator) -> [ConstatModel
        .Measurement]
    {
        let metrics = ask.metrics.compactMap(MetricCatalogue.metric)
        let all = metrics + metrics.flatMap(\.parts).compactMap(MetricCatalogue.metric)
        let single = all.filter { metric in
            metric.parts.isEmpty && !metric.isUncovered && metric.kind != .duty && (ask.by.map { $0.applies(to: metric.kind) } ?? true)
        }
        let found = single.flatMap { metric in
            evaluator.measure(
                metric, over: RecordColumns(records.filter { $0.kind == metric.kind }), in: period, by: [ask.by].compactMap(\.self))
        }
        let composed = metrics.filter { !$0.parts.isEmpty }.flatMap { Composition(found).measurements(of: $0, in: period) }
        return found + composed
    }

    /// One of everything.
    static func full() throws -> ReportData {
        let alert = Record.raised(.at("2026-10-02T00:00:00Z")).changed { $0.severity = .high }
        let incident = Record.raised(.at("2026-10-03T00:00:00Z"), .case, id: "C").changed { record in
            (record.verdict, record.severity, record.title) = (.truePositive, .critical, "<script>alert(1)</script>")
        }
        .with(.firstActivity, .at("2026-10-01T00:00:00Z")).with(.contained, .at("2026-10-03T04:00:00Z"))
        var data = try data([alert, incident], targets: Targets(["time-to-detect": .one(1)]))
        data.head.logo = "data:image/png;base64,AA=="
        data.head.colours = Colour("#1f5b9e")?.pair
        data.facts.openAges = [(.critical, 5 * Instant.day)]
        data.facts.distributions = ["time-to-detect": Distribution()]
        data.facts.week = period.map { WeekGrid($0, until: data.asOf) }
        data.facts.techniques = [
            TechniqueState(id: "T1003", name: "Dumping", tactics: ["credential-access"], rules: 1, isCovered: true, alerts: 2)
        ]
        return data
    }

    static func portfolio(_ words: Words) throws -> Portfolio {
        let file = House.reports.appendingPathComponent("portfolio.yaml")
        let definition = try PortfolioDefinition(YAMLValue.parse(House.text(file), file: "portfolio.yaml"))
        let data = try full()
        return Portfolio(
            [Portfolio.Row(data, definition, words, link: "acme/report.html")], definition, data.head, report: data.definition.title,
            data.period, asOf: data.asOf, words)
    }

    static func figure(_ words: Words) -> FigureView? {
        guard let metric = MetricCatalogue.metric("service-deviations"), let period else { return nil }
        var page = FigurePage(
            metric: metric, period: period, group: [], choice: .all, page: 2, rowsOnPage: 1, asOf: .at("2026-11-03T08:00:00Z"), zone: .utc)
        var measurement = ConstatModel.Measurement(metric: metric.id, version: 1, period: period, unit: .count)
        measurement.leftOut = [.undetermined: 1]
        page.measurement = measurement
        page.counts = [.all: 3]
        page.rows = [.init(record: .raised(page.asOf), outcome: .open)]
        return FigureView(page, words)
    }
}
