public import ConstatMetrics
public import ConstatModel

/// The records of some kinds that a pack shows, one row each, on one sheet or more.
public struct PackTable: Sendable {
    /// The name in words, after `pack.table.`: `population` for alerts and cases, else the word of the kind.
    public let name: String
    /// What its rows are.
    public let kinds: [RecordKind]
    /// The metrics of the pack that look at records of these kinds one by one.
    public let metrics: [Metric]
    /// From left to right.
    public let columns: [PackColumn]
    /// The columns that its records must be read with.
    public let needs: RecordNeeds

    /// The tables that some metrics need; alerts and cases stand first, whatever the metrics.
    ///
    /// - Parameters:
    ///   - metrics: composed ones are passed over.
    ///   - withPauses: whether a target counts without the time that a record waits.
    public static func all(for metrics: [Metric], withPauses: Bool) -> [PackTable] {
        let single = metrics.filter(\.parts.isEmpty)
        let others = RecordKind.allCases.filter { kind in kind == .duty || !kind.isMain && single.contains { $0.kind == kind } }
        return [PackTable(RecordKind.main, single, withPauses)] + others.map { PackTable([$0], single, withPauses) }
    }

    private init(_ kinds: [RecordKind], _ metrics: [Metric], _ withPauses: Bool) {
        self.kinds = kinds
        let isMain = kinds == RecordKind.main
        name = isMain ? "population" : kinds[0].word
        self.metrics = metrics.filter { !$0.isUncovered && kinds.contains($0.kind) }
        var needs = RecordNeeds([Given(.raised), .status])
        for metric in metrics where kinds.contains(metric.kind) { needs.formUnion(metric.needs) }
        // What is shown is read too.
        needs.given = Given(rawValue: -1)
        needs.places.formUnion(kinds.flatMap(\.values).filter { $0.form != .prose }.map { Place(value: $0.name) })
        if isMain { needs.places.insert(.tier) }
        needs.pauses = needs.pauses && withPauses
        self.needs = needs
        columns = (isMain ? Self.main(needs) : Self.small(kinds[0], needs)) + Self.outcomes(self.metrics)
    }

    /// A table as a recipe names it; what its records are read with does not matter any more.
    ///
    /// - Throws: when there is no such column or metric.
    public init(_ recipe: PackRecipe.Table) throws(PackRecipe.Unknown) {
        name = recipe.name
        needs = RecordNeeds()
        var (kinds, columns, metrics): ([RecordKind], [PackColumn], [Metric]) = ([], [], [])
        for word in recipe.kinds {
            guard let kind = RecordKind.allCases.first(where: { $0.word == word }) else { throw PackRecipe.Unknown(word: word) }
            kinds.append(kind)
        }
        for key in recipe.columns {
            guard let column = PackColumn(key: key) else { throw PackRecipe.Unknown(word: key) }
            columns.append(column)
            guard case .outcome(let id) = column else { continue }
            guard let metric = MetricCatalogue.metric(id) else { throw PackRecipe.Unknown(word: key) }
            metrics.append(metric)
        }
        (self.kinds, self.columns, self.metrics) = (kinds, columns, metrics)
    }

    private static func main(_ needs: RecordNeeds) -> [PackColumn] {
        [
            .position, .kind, .source, .native, .number, .tenant, .title, .severity, .status, .verdict, .countedVerdict,
            .place(.tier), .rule, .techniques, .discovery, .merged, .inPeriod, .receipt, .row, .local,
        ] + Milestone.allCases.map { .place(Place($0)) } + others(needs) + [.given, .dayOnly] + (needs.pauses ? [.paused] : [])
    }

    private static func small(_ kind: RecordKind, _ needs: RecordNeeds) -> [PackColumn] {
        let milestones: [Milestone] = kind == .duty ? [.raised] : [.raised, .lastClosed]
        return [.position, .source, .native, .tenant] + (kind.isNamed || kind == .duty ? [.title] : []) + [
            .severity, .status, .receipt, .row,
        ]
            + milestones.map { .place(Place($0)) } + others(needs) + [.given, .dayOnly]
            + (kind == .duty ? ["article", "reference", "delayReason", "decision"].map(PackColumn.note) : [])
    }

    /// What metrics read besides; who worked on a record is not shown.
    private static func others(_ needs: RecordNeeds) -> [PackColumn] {
        let hidden: Set<Place> = [.assignee, .key, .caseKey, .rule, .category, .techniques, .tier]
        let milestones = Set(Milestone.allCases.map { Place($0) })
        return needs.places.subtracting(hidden).subtracting(milestones).sorted { $0.index < $1.index }.map { .place($0) }
    }

    private static func outcomes(_ metrics: [Metric]) -> [PackColumn] {
        metrics.flatMap { metric -> [PackColumn] in
            if case .sums = metric.measure { return [.outcome(metric.id), .base(metric.id)] }
            return [.outcome(metric.id)]
        }
    }

    /// The position of a column, from 0; nil when it has none such.
    public func position(of column: PackColumn) -> Int? { columns.firstIndex(of: column) }
}
