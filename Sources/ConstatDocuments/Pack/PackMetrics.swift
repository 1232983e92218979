import ConstatMetrics
import ConstatModel

extension PackSheets {
    var metrics: Sheet {
        Sheet(
            name: name("metrics"), note: words("pack.metricsNote"),
            columns: columns(
                "metrics", [26, 26, 12, 9, 12, 10, 10, 10, 9, 12, 11, 11, 11, 11, 11, 11, 14, 14, 14, 14, 14, 11, 10, 70, 50],
                wrapped: [23, 24]),
            rows: data.measurements.enumerated().map { metricRow($0.element, sheetRow: $0.offset + 4) })
    }

    private func metricRow(_ measurement: Measurement, sheetRow row: Int) -> [Cell] {
        let metric = MetricCatalogue.metric(measurement.metric)
        let severity = measurement.group.first?.word
        let statistics = measurement.shown
        let survival = measurement.isTooFew ? nil : measurement.survival
        func figure(_ value: Double?) -> Cell {
            guard let value else { return .blank }
            switch measurement.unit {
            case .milliseconds, .total: return .hours(value)
            case .share: return .share(value)
            case .count: return .count(Int(value))
            case .number: return .number(value)
            }
        }
        let business = measurement.isTooFew ? nil : measurement.business
        func hours(_ value: Int64?) -> Cell { value.map { .hours(Double($0)) } ?? .blank }
        let target = data.targets.level(measurement.metric, severity: severity.flatMap(Severity.init(word:)), at: data.period.start)
        return [
            .text("\(measurement.metric) v\(measurement.version)"), .text(metric?.title[language] ?? ""),
            .text(severity.map { words.word("severity", $0) } ?? words("pack.all")), .text(unit(measurement.unit)),
            .count(measurement.population), .count(measurement.n), .count(measurement.leftOutCount), .count(measurement.open),
            // Zero when n + left out + open is the population.
            .formula("=E\(row)-F\(row)-G\(row)-H\(row)", cached: 0),
            figure(measurement.value), hours(statistics.p90), hours(statistics.p95),
            statistics.mean.map(Cell.hours) ?? .blank, hours(statistics.max), figure(measurement.shownInterval?.lowerBound),
            figure(measurement.shownInterval?.upperBound), hours(survival?.median), hours(survival?.low),
            hours(survival?.high), business?.median.map(Cell.hours) ?? .blank, hours(business?.p90), figure(target),
            .text(metric?.better.rawValue ?? ""),
            .text(severity == nil ? metric?.definition[language] ?? "" : ""), .text(severity == nil ? metric?.source[language] ?? "" : ""),
        ]
    }

    private func unit(_ unit: Measurement.Unit) -> String {
        switch unit {
        case .milliseconds, .total: words("pack.hours")
        case .share: "%"
        case .count, .number: "n"
        }
    }
}
