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

/// 95 % intervals, to tell a difference from noise.
enum Intervals {
    private static let z = 1.959964

    /// Wilson's score interval of a share; nil for no values.
    static func wilson(_ successes: Int, of count: Int) -> ClosedRange<Double>? {
        guard count > 0 else { return nil }
        let n = Double(count)
        let share = Double(successes) / n
        let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
        let half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        return Swift.max(0, centre - half)...Swift.min(1, centre + half)
    }

    /// The interval of a median by order statistics (binomial ranks, normal approximation); nil below ten values.
    static func median(sorted values: [Int64]) -> ClosedRange<Double>? {
        let count = values.count
        guard count >= 10 else { return nil }
        let half = z * Double(count).squareRoot() / 2
        let low = Swift.max(0, Int((Double(count) / 2 - half).rounded(.down)) - 1)
        let high = Swift.min(count - 1, Int((Double(count) / 2 + half).rounded(.up)))
        return Double(values[low])...Double(values[high])
    }
}
