import ConstatModel
import Foundation

/// Foundation has a `Measurement` of its own; here the word always means ours.
typealias Measurement = ConstatModel.Measurement

/// Measurements for other programs. Durations are milliseconds, shares 0 to 1; nothing is rounded.
enum MeasurementFile {
    static func json(_ measurements: [Measurement], asOf: Instant, tenant: String?) -> String {
        var root: [String: Any] = ["asOf": asOf.iso, "measurements": measurements.map(object), "tool": "constat \(Constat.version)"]
        if let tenant { root["tenant"] = tenant }
        let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? JSONSerialization.data(withJSONObject: root, options: options) else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }

    private static func object(_ measurement: Measurement) -> [String: Any] {
        let statistics = measurement.shown
        func orNull(_ value: Any?) -> Any { value ?? NSNull() }
        return [
            "metric": measurement.metric, "version": measurement.version, "unit": measurement.unit.rawValue,
            "period": [
                "name": measurement.period.name, "start": measurement.period.start.iso, "end": measurement.period.end.iso,
                "zone": measurement.period.zone.name,
            ],
            "group": Dictionary(uniqueKeysWithValues: measurement.group.map { ($0.dimension, $0.word) }),
            "population": measurement.population, "n": measurement.n, "open": measurement.open, "late": measurement.late,
            "sum": orNull(measurement.sums?.of), "of": orNull(measurement.sums?.per), "isMeasurable": measurement.isMeasurable,
            "leftOut": Dictionary(uniqueKeysWithValues: measurement.leftOut.map { ($0.key.code, $0.value) }),
            "numerator": orNull(measurement.numerator), "value": orNull(measurement.value),
            "median": orNull(statistics.median), "p90": orNull(statistics.p90), "p95": orNull(statistics.p95),
            "mean": orNull(statistics.mean), "max": orNull(statistics.max),
            "low95": orNull(measurement.interval?.lowerBound), "high95": orNull(measurement.interval?.upperBound),
            "businessHours": orNull(
                measurement.isTooFew
                    ? nil
                    : measurement.business.map { business in
                        [
                            "median": orNull(business.median), "p90": orNull(business.p90), "p95": orNull(business.p95),
                            "mean": orNull(business.mean), "max": orNull(business.max),
                        ]
                    }),
            "withOpen": orNull(
                measurement.survival.map { survival in
                    ["median": orNull(survival.median), "low95": orNull(survival.low), "high95": orNull(survival.high)]
                }),
        ]
    }

    static func csv(_ measurements: [Measurement]) -> String {
        let head = [
            "metric", "version", "period", "group", "unit", "population", "n", "open", "left_out", "numerator", "value",
            "median", "p90", "p95", "mean", "max", "low95", "high95", "median_with_open",
            "low95_with_open", "high95_with_open",
            "median_business", "p90_business", "late", "sum", "sum_of", "left_out_reasons",
        ]
        return ([head] + measurements.map(row)).map { $0.map(CSVText.field).joined(separator: ",") }.joined(separator: "\r\n")
    }

    private static func row(_ measurement: Measurement) -> [String] {
        func text(_ value: (any CustomStringConvertible)?) -> String { value?.description ?? "" }
        let statistics = measurement.shown
        let reasons = measurement.leftOut.sorted { $0.key < $1.key }.map { "\($0.key.code): \($0.value)" }
        return [
            measurement.metric, "\(measurement.version)", measurement.period.name,
            measurement.group.map { "\($0.dimension)=\($0.word)" }.joined(separator: " "), measurement.unit.rawValue,
            "\(measurement.population)", "\(measurement.n)", "\(measurement.open)", "\(measurement.leftOutCount)",
            text(measurement.numerator), text(measurement.value), text(statistics.median), text(statistics.p90),
            text(statistics.p95), text(statistics.mean), text(statistics.max), text(measurement.interval?.lowerBound),
            text(measurement.interval?.upperBound), text(measurement.survival?.median), text(measurement.survival?.low),
            text(measurement.survival?.high), text(measurement.isTooFew ? nil : measurement.business?.median),
            text(measurement.isTooFew ? nil : measurement.business?.p90), "\(measurement.late)", text(measurement.sums?.of),
            text(measurement.sums?.per), reasons.joined(separator: "; "),
        ]
    }
}

/// CSV fields that no spreadsheet runs as a formula.
enum CSVText {
    static func field(_ text: String) -> String {
        let isNumber = Double(text) != nil
        let hostile = !isNumber && text.first.map { "=+-@\t\r".contains($0) } ?? false
        let safe = hostile ? "'" + text : text
        let needsQuotes = safe.contains { ",;\"\n\r".contains($0) }
        return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
    }
}
