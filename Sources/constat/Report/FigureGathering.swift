import ConstatDocuments
import ConstatMetrics
import ConstatModel

/// Gathers the figures of a report: of each period those that were fixed, else those of today.
struct FigureGathering {
    let measuring: Measuring
    let frozen: FrozenFigures

    func figures(_ asks: ReportAsks, of data: ReportData) throws -> FigureTable {
        var table = FigureTable()
        let former = data.former.map { [($0, Depth.former)] } ?? []
        let steps = data.trend.filter { $0 != data.period && $0 != data.former }.map { ($0, Depth.trend) }
        for (period, depth) in [(data.period, .now)] + former + steps {
            let fixed = try frozen.measurements(of: period)
            for ask in asks.asks(depth) {
                table.add(try figures(ask, period, fixed), of: ask.metrics, period, by: ask.by)
            }
        }
        return table
    }

    /// As they were frozen; those that were not measured then, as they are today.
    private func figures(_ ask: ReportAsks.Ask, _ period: Period, _ frozen: [Measurement]) throws -> [Measurement] {
        let known = ask.by == nil || ask.by == .severity ? Set(frozen.map(\.metric)) : []
        let kept = frozen.filter { ask.metrics.contains($0.metric) && $0.group.map(\.dimension) == [ask.by?.word].compactMap(\.self) }
        let rest = ask.metrics.filter { !known.contains($0) }.compactMap(MetricCatalogue.metric)
        return kept + (rest.isEmpty ? [] : try measuring.measure(rest, in: period, by: [ask.by].compactMap(\.self)))
    }
}
