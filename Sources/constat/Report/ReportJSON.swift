import ConstatControls
import ConstatDocuments
import ConstatMetrics
import ConstatModel
import Foundation

/// A report for other programs: `Reports/report.schema.json` says what each key means.
struct ReportJSON: Encodable {
    private let schema = "constat-report-1"
    private let report, organisation, asOf, tool: String
    private let tenant, provider, classification, frozenAt: String?
    private let period: PeriodJSON
    private let trend: [PeriodJSON]
    private let figures: [MeasurementJSON]
    private let comparisons: [ComparisonJSON]
    private let incidents: [IncidentJSON]
    private let clocks: [ClockJSON]
    private let recurring: [RecurringJSON]
    private let controls: [ControlsJSON]
    private let restatements: [RestatementJSON]
    private let imports: [ImportJSON]

    init(_ data: ReportData) {
        let head = data.head
        (report, organisation, asOf, tool) = (data.definition.id, head.organisation, data.asOf.iso, "constat \(head.tool)")
        (tenant, provider, classification) = (head.tenant, head.provider, head.classification)
        frozenAt = head.frozenAt?.iso
        period = PeriodJSON(data.period)
        trend = data.trend.map(PeriodJSON.init)
        figures = data.figures.all.map(MeasurementJSON.init)
        comparisons = data.figures.wholes(of: data.period).compactMap { ComparisonJSON($0, data) }
        incidents = data.facts.incidents.map(IncidentJSON.init)
        clocks = data.facts.clocks.map(ClockJSON.init)
        recurring = (data.facts.recurring?.groups ?? []).map(RecurringJSON.init)
        controls = data.facts.evidence.map { ControlsJSON($0.framework.id, $0.controls) }
        restatements = data.facts.restatements.map(RestatementJSON.init)
        imports = head.receipts.map { ImportJSON($0, tenant: head.tenant) }
    }

    /// The same report has the same text.
    func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
}
