import ConstatModel

/// Collects the outcomes of one group and sums them up.
struct Tally {
    private var values: [Int64] = []
    private var open = 0
    private var leftOut: [LeftOut: Int] = [:]

    mutating func add(_ outcome: Outcome) {
        switch outcome {
        case .outside: break
        case .value(let value): values.append(value)
        case .open: open += 1
        case .leftOut(let reason): leftOut[reason, default: 0] += 1
        }
    }

    func measurement(of metric: Metric, in period: Period) -> Measurement {
        var measurement = Measurement(metric: metric.id, version: metric.version, period: period, unit: metric.unit)
        measurement.n = values.count
        measurement.open = open
        measurement.leftOut = leftOut
        measurement.population = values.count + open + leftOut.values.reduce(0, +)
        switch metric.measure {
        case .count: break
        case .share, .withinTarget:
            let numerator = Int(values.reduce(0, +))
            measurement.numerator = numerator
            measurement.interval = Intervals.wilson(numerator, of: values.count)
        case .interval, .age:
            let sorted = values.sorted()
            measurement.statistics = Statistics(sorted: sorted)
            measurement.interval = Intervals.median(sorted: sorted)
        }
        if case .age = metric.measure { measurement.isState = true }
        return measurement
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
        max = largest
        // Nearest rank: the smallest value that at least this share of values does not exceed.
        guard count >= 5 else { return }
        p90 = values[(90 * count + 99) / 100 - 1]
        p95 = values[(95 * count + 99) / 100 - 1]
    }
}
