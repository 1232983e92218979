import ConstatMetrics
import ConstatModel

/// What stands below a table of measurements: met and breached, business hours, reasons, the median with those that wait.
struct MeasurementNotes {
    let now: [Measurement]

    var lines: [String] {
        let whole = now.filter(\.group.isEmpty)
        let parts = [
            ("service levels:", whole.compactMap(level)), ("in business hours (median):", whole.compactMap(business)),
            ("left out:", whole.compactMap(leftOut)), ("median with those open:", whole.compactMap(waiting)),
        ]
        let absent = whole.filter { !$0.isShown }.map(\.metric)
        return parts.filter { !$0.1.isEmpty }.flatMap { [$0.0] + $0.1.map { "  " + $0 } }
            + (absent.isEmpty ? [] : ["no records for: \(absent.joined(separator: ", "))"])
    }

    private func level(_ measurement: Measurement) -> String? {
        guard case .withinTarget = MetricCatalogue.metric(measurement.metric)?.measure, let met = measurement.numerator, measurement.n > 0
        else { return nil }
        let late = measurement.late > 0 ? ", \(grouped(measurement.late)) of them open and late" : ""
        return "\(measurement.metric): \(grouped(met)) met, \(grouped(measurement.n - met)) breached\(late)"
    }

    private func business(_ measurement: Measurement) -> String? {
        guard let business = measurement.business, !measurement.isTooFew else { return nil }
        let (median, p90, max) = (business.median, business.p90, business.max)
        return
            "\(measurement.metric): \(Figure.duration(median, .en)), P90 \(Figure.duration(p90, .en)), max \(Figure.duration(max, .en))"
    }

    private func leftOut(_ measurement: Measurement) -> String? {
        guard !measurement.leftOut.isEmpty else { return nil }
        let parts = measurement.leftOut.sorted { $0.key < $1.key }.map { "\(grouped($0.value)) \($0.key.code)" }
        return "\(measurement.metric): \(parts.joined(separator: ", "))"
    }

    private func waiting(_ measurement: Measurement) -> String? {
        (measurement.isTooFew ? nil : measurement.survival).map {
            "\(measurement.metric): \(median($0)), \(grouped(measurement.open)) open"
        }
    }

    private func median(_ survival: Survival) -> String {
        guard let median = survival.median else { return "not reached" }
        let (low, high) = (Figure.duration(survival.low, .en), survival.high.map { Figure.duration($0, .en) } ?? "not reached")
        return "\(Figure.duration(median, .en)) (\(low) to \(high))"
    }
}

extension Measurement {
    /// Whether it has anything to tell in a table: records, or the certainty that there are none.
    var isShown: Bool { population > 0 || hasData }
}
