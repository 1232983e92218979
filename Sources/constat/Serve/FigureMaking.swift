import ConstatDocuments
import ConstatMetrics
import ConstatModel
import ConstatStore

/// Gathers what stands behind one figure: its definition, its measurement, and every record it looked at.
struct FigureMaking {
    let making: ReportMaking
    let scope: DashboardScope
    let words: Words

    private static let rows = 100

    func page(_ query: [String: String]) throws -> FigurePage {
        guard let name = query["metric"], let metric = MetricCatalogue.metric(name) else {
            throw UsageError.unknownMetric(query["metric"] ?? "", known: MetricCatalogue.all.map(\.id))
        }
        let zone = making.workspace.zone
        guard let period = query["of"].flatMap({ Period($0, zone: zone) }) else { throw UsageError.badPeriod(query["of"] ?? "") }
        guard period.start < making.asOf else { throw UsageError.notBegun(period.name) }
        let group = try Group(query["group"] ?? "")
        let (choice, number) = (try choice(query["show"] ?? ""), try number(query["page"] ?? ""))
        let measuring = making.measuring(scope.tenant)
        var page = FigurePage(
            metric: metric, period: period, group: group.map { [$0.key] } ?? [], choice: choice,
            page: number, rowsOnPage: Self.rows, asOf: making.asOf, zone: zone)
        page.back = "./?\(scope.query)"
        page.here = "figure?\(scope.query)&metric=\(metric.id)&of=\(period.name.inAddress)&group=\((query["group"] ?? "").inAddress)"
        page.measurement = try measurement(metric, period, group, measuring)
        page.fixed = try FrozenFigures(making.store, tenant: scope.tenant, asOf: making.asOf).measurements(of: period).first {
            $0.metric == metric.id && $0.group == [group?.key].compactMap(\.self)
        }
        page.target = making.workspace.targets.level(metric.id, severity: group?.severity, at: period.start)
        if page.isOfRecords { try fill(&page, metric, period, group, measuring) }
        return page
    }

    private func choice(_ word: String) throws -> FigurePage.Choice {
        guard !word.isEmpty else { return .all }
        guard let choice = FigurePage.Choice(rawValue: word) else {
            throw UsageError.unknownWord(option: "show", word: word, known: FigurePage.Choice.allCases.map(\.rawValue))
        }
        return choice
    }

    private func number(_ text: String) throws -> Int {
        guard !text.isEmpty else { return 1 }
        guard let number = Int(text), (1...1_000_000).contains(number) else {
            throw UsageError.misused(option: "page", problem: "there is no such page", remedy: "write a number from 1")
        }
        return number
    }

    /// One dimension and its word.
    private struct Group {
        let dimension: Dimension
        let key: GroupKey
        var severity: Severity? { dimension == .severity ? Severity(word: key.word) : nil }

        /// `severity=high`; nil for nothing.
        init?(_ text: String) throws {
            guard !text.isEmpty else { return nil }
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let dimension = Dimension(word: parts[0]) else {
                throw UsageError.unknownWord(option: "group", word: text, known: Dimension.words)
            }
            let severities = Severity.allCases.map(\.word) + ["none"]
            guard dimension != .severity || severities.contains(parts[1]) else {
                throw UsageError.unknownWord(option: "group", word: parts[1], known: severities)
            }
            (self.dimension, key) = (dimension, GroupKey(parts[0], parts[1]))
        }
    }

    private func measurement(_ metric: Metric, _ period: Period, _ group: Group?, _ measuring: Measuring) throws -> Measurement? {
        try measuring.measure([metric], in: period, by: [group?.dimension].compactMap(\.self)).first {
            $0.group == [group?.key].compactMap(\.self)
        }
    }

    private func fill(_ page: inout FigurePage, _ metric: Metric, _ period: Period, _ group: Group?, _ measuring: Measuring) throws {
        let needs = needs(metric, group)
        let links = try measuring.links(needs.places, in: period)
        func completed(_ part: RecordColumns) -> RecordColumns {
            var columns = part
            links.complete(&columns, needs.places)
            return columns
        }
        var counts: [FigurePage.Choice: Int] = [:]
        let choice = page.choice
        let reading = try PopulationReading(
            making.store, metric.kind, tenant: scope.tenant, measuring.window(for: metric, in: period), needs: needs.withLinks
        ) { part in
            let columns = completed(part)
            let inGroup = isIn(group, columns, metric, period, measuring)
            return zip(measuring.evaluator.outcomes([metric], of: columns, in: period)[0], inGroup).map { outcome, isIn in
                guard isIn, outcome != .outside else { return false }
                for one in FigurePage.Choice.allCases where one.holds(outcome) { counts[one, default: 0] += 1 }
                return choice.holds(outcome)
            }
        }
        page.counts = counts
        reading.skip((page.page - 1) * Self.rows)
        guard let part = try reading.next(Self.rows) else { return }
        let outcomes = measuring.evaluator.outcomes([metric], of: completed(part.columns), in: period)[0]
        page.rows = zip(part.records, outcomes).map { FigurePage.Row(record: $0.record, outcome: $1) }
    }

    private func needs(_ metric: Metric, _ group: Group?) -> RecordNeeds {
        var needs = metric.needs
        if let group { needs.formUnion(group.dimension.needs) }
        return needs
    }

    private func isIn(_ group: Group?, _ columns: RecordColumns, _ metric: Metric, _ period: Period, _ measuring: Measuring) -> [Bool] {
        guard let group else { return [Bool](repeating: true, count: columns.count) }
        return measuring.evaluator.words(group.dimension, of: columns, for: metric, in: period).map { $0 == group.key.word }
    }
}
