import ConstatControls
import ConstatDocuments
import ConstatMetrics
import ConstatModel
import ConstatNotification
import ConstatResources
import ConstatStore

/// Gathers what a report is made from.
struct ReportMaking: Sendable {
    var store: Store
    let workspace: Workspace
    let judging: Judging
    let definition: ReportDefinition
    let asOf: Instant
    /// The last import when the making began: figures rest on it, and on none after it.
    let receipt: Int?
    /// Metrics that are needed besides those of the definition.
    var more: Set<String> = []
    /// Of each tenant, where they were found out for all at once.
    var restatements: [String?: [Restatement]]?

    func data(_ period: Period, tenant: String?) throws -> ReportData {
        let (measuring, frozen) = (measuring(tenant), try FrozenFigures(store, tenant: tenant, asOf: asOf))
        var data = ReportData(
            definition: definition, head: try head(tenant), period: period, asOf: asOf, targets: workspace.targets)
        data.head.frozenAt = frozen.freeze(of: period)?.frozenAt
        let frameworks = try definition.frameworks.map(judging.framework)
        let linked = more.union(frameworks.flatMap(\.links).flatMap(\.metrics))
        data.figures = try FigureGathering(measuring: measuring, frozen: frozen).figures(ReportAsks(definition, linked: linked), of: data)
        data.facts = try ReportGathering(making: self, measuring: measuring, tenant: tenant, period: period).facts()
        let measurements = data.figures.bySeverity(of: period)
        data.facts.evidence = frameworks.map { ($0, judging.assess($0, measurements, workspace, tenant: tenant)) }
        guard try store.receipts().last?.number == receipt else { throw UsageError.importedMeanwhile(period.name) }
        return data
    }

    func measuring(_ tenant: String?) -> Measuring {
        Measuring(store: store, workspace: workspace, judging: { judging }, asOf: asOf, tenant: tenant)
    }

    /// Those of all tenants that are known already, else those that are found now.
    func restatements(_ tenant: String?) throws -> [Restatement] {
        if let restatements { return restatements[tenant] ?? [] }
        return try restating.restatements(tenant: tenant)
    }

    var restating: Restating { Restating(freezing: Freezing(store: store, workspace: workspace, judging: { judging })) }

    /// Those there are records of, and those of the configuration, sorted.
    func tenants() throws -> [String] { Set(try store.tenants()).union(workspace.tenants.map(\.slug)).sorted() }

    /// The clocks of all cases of a tenant, the nearest deadline first.
    func clocks(_ tenant: String?) throws -> [ReportFacts.CaseClock] {
        try judging.clocks(in: store, workspace, tenant: tenant, asOf: asOf).map {
            ReportFacts.CaseClock(record: $0.record, clock: $0.clock)
        }
    }

    private func head(_ tenant: String?) throws -> ReportHead {
        var head = ReportHead(organisation: workspace.name(of: tenant), tool: Constat.version)
        head.tenant = tenant
        head.provider = tenant == nil ? nil : workspace.organisation
        head.classification = workspace.classification
        head.receipts = try store.receipts(of: tenant)
        let brand = workspace.brand(of: tenant)
        (head.logo, head.colours) = (try brand.logo?.address(), brand.colour?.pair)
        return head
    }
}
