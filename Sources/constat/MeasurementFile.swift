import ConstatModel
import Foundation

/// Foundation has a `Measurement` of its own; here the word always means ours.
typealias Measurement = ConstatModel.Measurement

/// Measurements for other programs. Durations are milliseconds, shares 0 to 1; nothing is rounded.
enum MeasurementFile {
    private struct Root: Encodable {
        let asOf: String
        let measurements: [MeasurementJSON]
        let tenant: String?
        let tool: String
    }

    static func json(_ measurements: [Measurement], asOf: Instant, tenant: String?) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let root = Root(
            asOf: asOf.iso, measurements: measurements.map(MeasurementJSON.init), tenant: tenant, tool: "constat \(Constat.version)")
        return String(decoding: try encoder.encode(root), as: UTF8.self)
    }

    static func csv(_ measurements: [Measurement]) -> String {
        let head = [
            "metric", "version", "period", "group", "unit", "population", "n", "open", "left_out", "numerator", "value",
            "median", "p90", "p95", "mean", "min", "max", "low95", "high95", "median_with_open",
            "low95_with_open", "high95_with_open",
            "median_business", "p90_business", "late", "sum", "sum_of", "left_out_reasons",
        ]
        return ([head] + measurements.map(row)).map { $0.map(CSVText.field).joined(separator: ",") }.joined(separator: "\r\n")
    }

    private static func row(_ measurement: Measurement) -> [String] {
        func text(_ value: (any CustomStringConvertible)?) -> String { value?.description ?? "" }
        let statistics = measurement.shown
        let survival = measurement.isTooFew ? nil : measurement.survival
        let reasons = measurement.leftOut.sorted { $0.key < $1.key }.map { "\($0.key.code): \($0.value)" }
        return [
            measurement.metric, "\(measurement.version)", measurement.period.name,
            measurement.group.map { "\($0.dimension)=\($0.word)" }.joined(separator: " "), measurement.unit.rawValue,
            "\(measurement.population)", "\(measurement.n)", "\(measurement.open)", "\(measurement.leftOutCount)",
            text(measurement.isOfFewPeople ? nil : measurement.numerator), text(measurement.value), text(statistics.median),
            text(statistics.p90),
            text(statistics.p95), text(statistics.mean), text(statistics.min), text(statistics.max),
            text(measurement.shownInterval?.lowerBound),
            text(measurement.shownInterval?.upperBound), text(survival?.median), text(survival?.low),
            text(survival?.high), text(measurement.isTooFew ? nil : measurement.business?.median),
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
