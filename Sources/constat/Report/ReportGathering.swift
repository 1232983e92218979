import ConstatControls
import ConstatDocuments
import ConstatMetrics
import ConstatModel
import ConstatNotification
import ConstatStore

/// Gathers what a report shows besides figures: clocks in any case, all else where its definition asks for it.
struct ReportGathering {
    let making: ReportMaking
    let measuring: Measuring
    let tenant: String?
    let period: Period

    private var store: Store { making.store }
    private var end: Instant { Evaluator.end(of: period, asOf: making.asOf) }
    private var pictures: PictureReading { PictureReading(store: store, tenant: tenant, period: period, end: end) }

    func facts() throws -> ReportFacts {
        let (definition, clocks) = (making.definition, try making.clocks(tenant))
        var facts = ReportFacts()
        facts.clocks = shown(clocks)
        if definition.tellsRecurring {
            facts.recurring = try RecurringReading(store: store, tenant: tenant).causes(until: end, zone: period.zone)
        }
        if definition.tellsRestatements { facts.restatements = try making.restatements(tenant) }
        if definition.namesRules { facts.ruleTitles = try ruleTitles() }
        for block in definition.blocks { try gather(block, &facts, clocks) }
        return facts
    }

    private func gather(_ block: ReportBlock, _ facts: inout ReportFacts, _ clocks: [ReportFacts.CaseClock]) throws {
        switch block {
        case .ages: facts.openAges = try openAges()
        case .distributions(let metrics): for metric in metrics { facts.distributions[metric] = try distribution(metric) }
        case .week: facts.week = try pictures.week()
        case .techniques: facts.techniques = try pictures.techniques()
        case .incidents: facts.incidents = try incidents(clocks)
        case .clocks:
            facts.decisionsNotToNotify = try making.judging.decisionsNotToNotify(in: store, tenant: tenant, period, asOf: making.asOf)
        case .benchmarks: facts.benchmarks = try making.judging.benchmarks()
        case .records(let list): facts.lists[list] = try records(list)
        default: break
        }
    }

    private func ruleTitles() throws -> [String: String] {
        let rules = try store.records(.rule, tenant: tenant, .any).map(\.record)
        return Dictionary(rules.compactMap { rule in rule.title.map { (rule.native, $0) } }, uniquingKeysWith: { first, _ in first })
    }

    /// Of cases raised in the period, and of any other that still run.
    private func shown(_ clocks: [ReportFacts.CaseClock]) -> [ReportFacts.CaseClock] {
        clocks.filter { period.contains($0.record.instant(.raised) ?? making.asOf) || $0.clock.isOpen }
    }

    private func openAges() throws -> [(severity: Severity?, age: Int64)] {
        guard let metric = MetricCatalogue.metric("backlog-cases") else { return [] }
        var ages: [(severity: Severity?, age: Int64)] = []
        try measuring.eachValue(of: metric, in: period) { columns, row, age in
            ages.append((Severity(rawValue: Int(columns.severity[row])), age))
        }
        return ages
    }

    private func distribution(_ metric: String) throws -> Distribution {
        var distribution = Distribution()
        guard let metric = MetricCatalogue.metric(metric) else { return distribution }
        try measuring.eachValue(of: metric, in: period) { _, _, value in distribution.add(value) }
        return distribution
    }

    private func incidents(_ clocks: [ReportFacts.CaseClock]) throws -> [ReportFacts.Incident] {
        let columns = try store.columns(.case, tenant: tenant, .raised(in: period))
        let confirmed = Set(Evaluator.confirmed(in: columns).map { columns.ids[$0] })
        let all = try store.records(.case, tenant: tenant, .raised(in: period)).filter { stored in
            confirmed.contains(stored.id) && stored.record.instant(.raised).map { $0 < end } == true
        }
        return all.sorted { ($0.record.severity?.rawValue ?? 0) > ($1.record.severity?.rawValue ?? 0) }.map { stored in
            let record = stored.record
            let own = clocks.filter { $0.record.isSame(as: record) }.map(\.clock)
            return ReportFacts.Incident(record: record, clocks: own)
        }
    }

    private func records(_ list: RecordList) throws -> (shown: [Record], count: Int) {
        let chosen = try store.records(list.kind, tenant: tenant, .any).map(\.record).filter { record in
            let (from, to) = (record.instant(.raised), record.instant(.lastClosed))
            return switch list.choice {
            case .raised: from.map { period.start <= $0 && $0 < end } ?? false
            case .closed: to.map { period.start <= $0 && $0 < end } ?? false
            case .open: (from.map { $0 < end } ?? true) && (to.map { $0 >= end } ?? true)
            }
        }
        let milestone = list.choice == .closed ? Milestone.lastClosed : .raised
        let sorted = chosen.sorted { ($0.instant(milestone) ?? end, $0.native) < ($1.instant(milestone) ?? end, $1.native) }
        return (Array(sorted.prefix(list.most)), sorted.count)
    }
}

extension Record {
    fileprivate func isSame(as other: Record) -> Bool {
        source == other.source && tenant == other.tenant && native == other.native
    }
}
