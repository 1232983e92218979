import ConstatControls
import ConstatDocuments
import ConstatMetrics
import ConstatModel
import ConstatNotification
import ConstatResources
import ConstatStore

/// Gathers what a monthly report is made from.
struct ReportMaking {
    let store: Store
    let workspace: Workspace
    let judging: Judging
    let definition: ReportDefinition
    let asOf: Instant

    func data(_ period: Period, tenant: String?) throws -> ReportData {
        let measuring = Measuring(store: store, workspace: workspace, judging: { judging }, asOf: asOf, tenant: tenant)
        var data = ReportData(
            definition: definition, organisation: workspace.name(of: tenant),
            provider: tenant == nil ? nil : workspace.organisation, classification: workspace.classification, period: period,
            asOf: asOf, tool: Constat.version, targets: workspace.targets)
        data.tenant = tenant
        data.months = trend(to: period)
        let volume = MetricCatalogue.all.filter { $0.id == "alert-volume" }
        let frameworks = try definition.frameworks.map(judging.framework)
        let shown = MetricCatalogue.all.filter { definition.metrics.contains($0.id) }
        let linked = Set(frameworks.flatMap(\.links).flatMap(\.metrics)).union(definition.metrics)
        for month in data.months {
            let metrics = month == period ? MetricCatalogue.all.filter { linked.contains($0.id) } : shown
            data.monthly.append(try figures(metrics, month, measuring))
            data.volumes.append(
                try figures(volume, month, measuring, by: [.severity]))
        }
        let levels = MetricCatalogue.all.filter { definition.serviceLevels.contains($0.id) }
        data.levels = try figures(levels, period, measuring, by: [.severity])
        data.openAges = try openAges(measuring, period)
        data.incidents = try incidents(period, tenant)
        data.clocks = try judging.clocks(in: store, workspace, tenant: tenant, asOf: asOf).filter { clock in
            period.contains(clock.record.instant(.raised) ?? asOf) || clock.clock.isOpen
        }.map { ($0.record, $0.clock) }
        data.decisionsNotToNotify = try judging.decisionsNotToNotify(in: store, tenant: tenant, period, asOf: asOf)
        data.evidence = frameworks.map { ($0, $0.assess(data.monthly.last ?? [])) }
        data.receipts = try store.receipts(of: tenant)
        data.restatements = try Freezing(store: store, workspace: workspace, judging: { judging }).restatements(tenant: tenant)
        return data
    }

    /// Figures of a month, whole or by severity: as they were frozen; those that were not measured then, as they are today.
    private func figures(
        _ metrics: [Metric], _ month: Period, _ measuring: Measuring, by dimensions: [Dimension] = []
    ) throws -> [Measurement] {
        let freezing = Freezing(store: store, workspace: workspace, judging: { judging })
        let frozen = try freezing.latest(month, measuring.tenant).map { try store.measurements(of: $0).map(\.measurement) } ?? []
        let known = Dictionary(grouping: frozen, by: \.metric)
        let rest = try measuring.measure(metrics.filter { known[$0.id] == nil }, in: month, by: dimensions)
        let today = Dictionary(grouping: rest, by: \.metric)
        return metrics.flatMap { metric in
            known[metric.id]?.filter { $0.group.map(\.dimension) == dimensions.map(\.word) } ?? today[metric.id] ?? []
        }
    }

    /// The months of the trend, the report's last.
    private func trend(to period: Period) -> [Period] {
        var months = [period]
        while months.count < definition.months, let before = months[0].previous { months.insert(before, at: 0) }
        return months
    }

    private func openAges(_ measuring: Measuring, _ period: Period) throws -> [(severity: Severity?, age: Int64)] {
        let backlog = MetricCatalogue.all.filter { $0.id == "backlog-cases" }
        return try backlog.flatMap { metric in
            let columns = try measuring.columns(for: metric, in: period)
            return measuring.evaluator.values(metric, of: columns, in: period).map { row, age in
                (Severity(rawValue: Int(columns.severity[row])), age)
            }
        }
    }

    private func incidents(_ period: Period, _ tenant: String?) throws -> [ReportData.Incident] {
        let columns = try store.columns(.case, tenant: tenant, .raised(in: period))
        let confirmed = Set(Evaluator.confirmed(in: columns).map { columns.ids[$0] })
        return try store.records(.case, tenant: tenant, .raised(in: period)).filter { stored in
            // A confirmed case that nobody gave a severity may be a grave one: it is shown.
            let isGrave = stored.record.severity.map { $0.rawValue >= definition.incidentSeverity.rawValue } ?? true
            return confirmed.contains(stored.id) && isGrave
        }
        .sorted { ($0.record.severity?.rawValue ?? 0) > ($1.record.severity?.rawValue ?? 0) }
        .map { ReportData.Incident(record: $0.record) }
    }
}
