import ConstatMetrics
import ConstatModel
import ConstatStore

/// One figure of another tool beside ours, over the same records.
struct VendorDifference {
    private let vendor: VendorMetric
    private let ours: (measurement: Measurement, values: [Int64: Int64])
    private let theirs: (measurement: Measurement, values: [Int64: Int64])
    /// The native ids of the records that differ.
    private let names: [Int64: String]

    init(_ vendor: VendorMetric, _ measuring: Measuring, _ period: Period) throws {
        self.vendor = vendor
        func side(_ metric: Metric) throws -> (Measurement, [Int64: Int64]) {
            let columns = try measuring.columns(for: metric, in: period)
            let values = measuring.evaluator.values(metric, of: columns, in: period).map { (columns.ids[$0.row], $0.value) }
            return (
                measuring.evaluator.measure(metric, over: columns, in: period)[0],
                Dictionary(values, uniquingKeysWith: { first, _ in first })
            )
        }
        ours = try side(vendor.ours)
        theirs = try side(vendor.theirs)
        var names: [Int64: String] = [:]
        for metric in [vendor.ours, vendor.theirs] {
            for stored in try measuring.store.records(metric.kind, tenant: measuring.tenant, measuring.window(for: metric, in: period)) {
                names[stored.id] = stored.record.number ?? stored.record.native
            }
        }
        self.names = names
    }

    func text(naming count: Int) -> String {
        let head = ["", "value", "n", "from → to", "statistic", "period", "records"]
        let rows = [
            row(vendor.name, vendor.theirs, theirs.measurement, vendor.figure(of: theirs.measurement), vendor.statistic.rawValue),
            row("ours: \(vendor.ours.title.en)", vendor.ours, ours.measurement, ours.measurement.value, ownStatistic),
            row("  as they sum it up", vendor.ours, ours.measurement, vendor.figure(of: ours.measurement), vendor.statistic.rawValue),
        ]
        let table = TextTable(sides: [.left, .right, .right, .left, .left, .left, .left], rows: [head] + rows).text
        return ([table, "  \(vendor.note.en)"] + differences(count)).joined(separator: "\n")
    }

    private var ownStatistic: String { vendor.ours.unit == .share ? "share" : "median" }

    private func row(_ name: String, _ metric: Metric, _ measurement: Measurement, _ value: Double?, _ statistic: String) -> [String] {
        let figure = value.map { metric.unit == .share ? Figure.share($0, .en) : Figure.duration($0, .en) } ?? Figure.nothing
        let population = metric.population.filter { $0 != .any }.map(\.word).joined(separator: ", ")
        return [
            name, figure, grouped(measurement.n), Explanation.instants(metric), statistic, "by \(metric.anchor.word)",
            "\(metric.kind.word)s\(population.isEmpty ? "" : ", \(population)")",
        ]
    }

    private func differences(_ count: Int) -> [String] {
        guard vendor.ours.kind == vendor.theirs.kind else {
            return ["  other records: theirs are \(vendor.theirs.kind.word)s, ours \(vendor.ours.kind.word)s"]
        }
        let (mine, other) = (Set(ours.values.keys), Set(theirs.values.keys))
        let both = mine.intersection(other)
        let changed = both.filter { ours.values[$0] != theirs.values[$0] }
        let largest = changed.sorted { (gap($1), names[$0] ?? "") < (gap($0), names[$1] ?? "") }
        return [
            "  in both \(grouped(both.count)), of which \(grouped(changed.count)) with another value\(list(largest, count, gapText))",
            "  only in theirs \(grouped(other.subtracting(mine).count))\(list(sorted(other.subtracting(mine)), count) { value(theirs.values[$0]) })",
            "  only in ours \(grouped(mine.subtracting(other).count))\(list(sorted(mine.subtracting(other)), count) { value(ours.values[$0]) })",
        ]
    }

    private func gap(_ id: Int64) -> Int64 { abs((ours.values[id] ?? 0) - (theirs.values[id] ?? 0)) }

    private func gapText(_ id: Int64) -> String { "\(value(theirs.values[id])) theirs, \(value(ours.values[id])) ours" }

    private func value(_ value: Int64?) -> String {
        guard let value else { return Figure.nothing }
        return vendor.ours.unit == .share ? (value == 1 ? "yes" : "no") : Figure.duration(value, .en)
    }

    private func sorted(_ ids: Set<Int64>) -> [Int64] { ids.sorted { (names[$0] ?? "", $0) < (names[$1] ?? "", $1) } }

    private func list(_ ids: [Int64], _ count: Int, _ text: (Int64) -> String) -> String {
        guard count > 0, !ids.isEmpty else { return "" }
        let named = ids.prefix(count).map { "\(names[$0] ?? "?") (\(text($0)))" }.joined(separator: "; ")
        return ": \(named)\(ids.count > count ? "; …" : "")"
    }
}
