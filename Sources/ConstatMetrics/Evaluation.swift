public import ConstatModel
import Dispatch

/// The measuring of some metrics of one kind, over columns that come in parts: what is kept of them does not grow with their
/// width.
public final class Evaluation {
    private let metrics: [Metric]
    private let period: Period
    private var kernels: [Kernel]
    private var clocks: BusinessClocks
    private let asOf: Instant
    private let tallies: [Tally]
    private var splitter: GroupSplitter
    private let links: Links
    private let places: Set<Place>

    init(
        _ metrics: [Metric], in period: Period, by dimensions: [Dimension], targets: Targets, calendars: BusinessCalendars, links: Links,
        asOf: Instant
    ) {
        self.links = links
        places = metrics.reduce(into: Set(dimensions.flatMap(\.needs.places))) { $0.formUnion($1.needs.places) }
        (self.metrics, self.period, self.asOf, clocks) = (metrics, period, asOf, BusinessClocks(calendars))
        kernels = metrics.map { Kernel($0, in: period, targets: targets, asOf: asOf) }
        tallies = metrics.map { Tally($0, countsPeople: dimensions.contains(.tier) || $0.isAboutFew) }
        splitter = GroupSplitter(dimensions, anchor: metrics.first?.anchor, zone: period.zone)
    }

    /// Looks at more records; the order of the parts does not matter.
    public func add(_ columns: RecordColumns) {
        var columns = columns
        links.complete(&columns, places)
        let clocks = clocks.clocks(of: columns, asOf: asOf)
        let groups = splitter.groups(of: columns, clocks)
        let table = ClockTable(clocks)
        for index in kernels.indices { kernels[index].use(table) }
        ColumnView.with(columns) { view in
            // Each metric has a tally of its own, and the view is only read.
            nonisolated(unsafe) let (view, tallies) = (view, tallies)
            let kernels = kernels
            DispatchQueue.concurrentPerform(iterations: kernels.count) { index in
                tallies[index].add(kernels[index], view, groups)
            }
        }
    }

    /// The measurements, by metric and in the order of the groups' words.
    public func measurements() -> [Measurement] {
        let order = splitter.keys.indices.sorted { splitter.keys[$0].lexicographicallyPrecedes(splitter.keys[$1]) }
        let found = summedUp()
        return metrics.indices.flatMap { index -> [Measurement] in
            if splitter.isWhole { return [found[index][0] ?? Tally.nothing(metrics[index], period)] }
            return order.compactMap { group in
                found[index][group].map { measurement in
                    var measurement = measurement
                    measurement.group = splitter.keys[group]
                    return measurement
                }
            }
        }
    }

    /// By metric and group; of very many values those of one metric at a time, for each is sorted in a copy.
    private func summedUp() -> [[Int: Measurement]] {
        guard tallies.reduce(0, { $0 + $1.held }) < 4_000_000 else {
            return zip(tallies, metrics).map { $0.measurements(of: $1, in: period) }
        }
        var found = [[Int: Measurement]](repeating: [:], count: metrics.count)
        found.withUnsafeMutableBufferPointer { found in
            nonisolated(unsafe) let (found, tallies) = (found, tallies)
            let (metrics, period) = (metrics, period)
            DispatchQueue.concurrentPerform(iterations: metrics.count) { index in
                found[index] = tallies[index].measurements(of: metrics[index], in: period)
            }
        }
        return found
    }
}
