import ConstatControls
import ConstatDocuments
import ConstatMetrics
import ConstatModel
import ConstatNotification
import ConstatResources
import ConstatStore

/// Gathers what a report is made from.
struct ReportMaking {
    let store: Store
    let workspace: Workspace
    let judging: Judging
    let definition: ReportDefinition
    let asOf: Instant
    /// Metrics that are needed besides those of the definition.
    var more: Set<String> = []

    func data(_ period: Period, tenant: String?) throws -> ReportData {
        var data = ReportData(
            definition: definition, head: try head(period, tenant), period: period, asOf: asOf, targets: workspace.targets)
        let frameworks = try definition.frameworks.map(judging.framework)
        data.figures = try figures(
            of: data, ReportAsks(definition, linked: more.union(frameworks.flatMap(\.links).flatMap(\.metrics))), tenant)
        data.facts = try ReportGathering(making: self, tenant: tenant, period: period).facts()
        let wholes = data.figures.wholes(of: period)
        data.facts.evidence = frameworks.map { ($0, $0.assess(wholes, notApplicable: workspace.notApplicable($0.id, tenant))) }
        return data
    }

    func measuring(_ tenant: String?) -> Measuring {
        Measuring(store: store, workspace: workspace, judging: { judging }, asOf: asOf, tenant: tenant)
    }

    var freezing: Freezing { Freezing(store: store, workspace: workspace, judging: { judging }) }

    private func head(_ period: Period, _ tenant: String?) throws -> ReportHead {
        var head = ReportHead(organisation: workspace.name(of: tenant), tool: Constat.version)
        head.tenant = tenant
        head.provider = tenant == nil ? nil : workspace.organisation
        head.classification = workspace.classification
        head.frozenAt = try freezing.latest(period, tenant)?.frozenAt
        head.receipts = try store.receipts(of: tenant)
        let brand = workspace.brand(of: tenant)
        (head.logo, head.colours) = (try brand.logo?.address(), brand.colour?.pair)
        return head
    }

    private func figures(of data: ReportData, _ asks: ReportAsks, _ tenant: String?) throws -> FigureTable {
        let (measuring, begins) = (measuring(tenant), Begins(store, tenant))
        var table = FigureTable()
        let former = data.former.map { [($0, ReportAsks.Reach.former)] } ?? []
        let steps = data.trend.filter { $0 != data.period && $0 != data.former }.map { ($0, ReportAsks.Reach.trend) }
        for (period, reach) in [(data.period, .now)] + former + steps {
            let frozen = try frozen(period, tenant)
            for ask in asks.asks(reach) {
                let found = try figures(ask, period, frozen, measuring).map { try begins.marked($0) }
                table.add(found, of: ask.metrics, period, by: ask.by)
            }
        }
        return table
    }

    /// What was fixed of a period; nothing where it was not.
    func frozen(_ period: Period, _ tenant: String?) throws -> [Measurement] {
        try freezing.latest(period, tenant).map { try store.measurements(of: $0).map(\.measurement) } ?? []
    }

    /// As they were frozen; those that were not measured then, as they are today.
    private func figures(
        _ ask: ReportAsks.Ask, _ period: Period, _ frozen: [Measurement], _ measuring: Measuring
    ) throws -> [Measurement] {
        let known = ask.by == nil || ask.by == .severity ? Set(frozen.map(\.metric)) : []
        let kept = frozen.filter { ask.metrics.contains($0.metric) && $0.group.map(\.dimension) == [ask.by?.word].compactMap(\.self) }
        let rest = ask.metrics.filter { !known.contains($0) }.compactMap(MetricCatalogue.metric)
        return kept + (rest.isEmpty ? [] : try measuring.measure(rest, in: period, by: [ask.by].compactMap(\.self)))
    }
}
