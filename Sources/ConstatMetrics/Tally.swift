import ConstatModel

/// Collects the outcomes of one metric, by group, and sums them up; used by one thread at a time.
final class Tally {
    private struct Count {
        var n = 0
        var numerator = 0
        var late = 0
        var open = 0
        var (sum, base): (Int128, Int128) = (0, 0)
        /// Who worked on the records, as far as it matters how many they are.
        var people: Set<Int64> = []
        /// Durations, the same in business hours where they are known, and for how long open records had been waiting.
        var (done, business, waiting) = (ValueBlocks(), ValueBlocks(), ValueBlocks())
    }

    private let keepsValues: Bool
    private let countsPeople: Bool
    @exclusivity(unchecked) private var counts: [Count] = []
    @exclusivity(unchecked) private var reasons = ReasonCounts()

    /// - Parameter countsPeople: whether the groups may be the work of a few people.
    init(_ metric: Metric, countsPeople: Bool) { (keepsValues, self.countsPeople) = (metric.unit == .milliseconds, countsPeople) }

    /// - Parameter groups: of each row; empty when there is one only.
    func add(_ kernel: Kernel, _ view: ColumnView, _ groups: [Int32]) {
        for row in 0..<view.count {
            let outcome = kernel.outcome(view, row)
            if outcome.isOutside { continue }
            let group = groups.isEmpty ? 0 : Int(groups[row])
            while group >= counts.count { counts.append(Count()) }
            if outcome.isValue {
                counts[group].n += 1
                if countsPeople { note(view.value(Place.assignee.index, row), group) }
                if keepsValues {
                    counts[group].done.append(outcome.value)
                    if outcome.other != RecordColumns.missing { counts[group].business.append(outcome.other) }
                } else {
                    count(outcome, &counts[group])
                }
            } else if outcome.isOpen {
                counts[group].open += 1
                if keepsValues, outcome.value != RecordColumns.missing { counts[group].waiting.append(outcome.value) }
            } else {
                reasons.count(outcome.code, group)
            }
        }
    }

    private func count(_ outcome: Outcome, _ count: inout Count) {
        if outcome.isLate { count.late += 1 }
        count.numerator &+= Int(outcome.value)
        count.sum += Int128(outcome.value)
        if outcome.other != RecordColumns.missing { count.base += Int128(outcome.other) }
    }

    private func note(_ person: Int64, _ group: Int) {
        guard person != RecordColumns.missing, counts[group].people.count < Measurement.fewestPeople else { return }
        counts[group].people.insert(person)
    }

    /// How many values are held.
    var held: Int { counts.reduce(0) { $0 + $1.done.count } }

    /// By group; groups without a record are not there.
    func measurements(of metric: Metric, in period: Period) -> [Int: Measurement] {
        var measurements: [Int: Measurement] = [:]
        for (group, count) in counts.enumerated() {
            var measurement = Self.nothing(metric, period)
            (measurement.n, measurement.open) = (count.n, count.open)
            measurement.leftOut = Dictionary(uniqueKeysWithValues: reasons.of(group).map { ($0.leftOut, $1) })
            measurement.population = count.n + count.open + measurement.leftOutCount
            guard measurement.population > 0 else { continue }
            if measurement.unit != .count, !count.people.isEmpty { measurement.people = count.people.count }
            switch metric.measure {
            case .count, .uncovered, .breaches, .difference, .rate: break
            case .sum: measurement.sums = Sums(of: Double(count.sum) / 1_000)
            case .minutes: measurement.sums = Sums(of: Double(count.sum) / 1_000 * Double(Instant.minute))
            case .sums: measurement.sums = Sums(of: Double(count.sum) / 1_000, per: Double(count.base) / 1_000)
            case .share, .withinTarget, .holdsTarget:
                (measurement.numerator, measurement.late) = (count.numerator, count.late)
                if count.n >= Measurement.fewest { measurement.interval = Intervals.wilson(count.numerator, of: count.n) }
            case .interval, .days, .margin, .age:
                measurement.summarise(count.done.sorted, waiting: count.waiting.sorted)
                let isKnown = count.n > 0 && count.business.count == count.n
                measurement.business = isKnown ? Statistics(sorted: count.business.sorted) : nil
            }
            measurements[group] = measurement
        }
        return measurements
    }

    /// The measurement of no records.
    static func nothing(_ metric: Metric, _ period: Period) -> Measurement {
        var measurement = Measurement(metric: metric.id, version: metric.version, period: period, unit: metric.unit)
        switch metric.measure {
        case .share, .withinTarget, .holdsTarget: measurement.numerator = 0
        case .sum, .minutes: measurement.sums = Sums(of: 0)
        default: break
        }
        measurement.isState = metric.anchor == .end && metric.unit != .share
        return measurement
    }
}

extension Measurement {
    fileprivate mutating func summarise(_ values: [Int64], waiting: [Int64]) {
        statistics = Statistics(sorted: values)
        interval = Intervals.median(sorted: values)
        guard !waiting.isEmpty, values.count >= Measurement.fewest else { return }
        let estimate = KaplanMeier(sorted: values, open: waiting)
        survival = Survival(median: estimate.median, low: estimate.low, high: estimate.high)
    }
}

extension Statistics {
    /// Order statistics of values in rising order; empty below the numbers they need.
    init(sorted values: [Int64]) {
        self.init()
        guard let largest = values.last else { return }
        let count = values.count
        let middle = (values[(count - 1) / 2], values[count / 2])
        median = Double(middle.0 + middle.1) / 2
        // Wide enough for any history: a sum of millions of long durations passes 64 bits.
        mean = Double(values.reduce(Int128(0)) { $0 + Int128($1) }) / Double(count)
        (min, max) = (values.first, largest)
        // Nearest rank: the smallest value that at least this share of values does not exceed.
        guard count >= 5 else { return }
        p90 = values[(90 * count + 99) / 100 - 1]
        p95 = values[(95 * count + 99) / 100 - 1]
    }
}
