import ConstatMetrics
import ConstatModel
import ConstatYAML

extension YAMLValue {
    func asSpan() throws(YAMLFault) -> Period.Span {
        guard let span = Period.Span(rawValue: try asText()) else {
            throw fault("this is no length of a period", remedy: "known: \(Period.Span.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return span
    }

    func asMetric(fitting fits: (Metric) -> Bool = { _ in true }) throws(YAMLFault) -> Metric {
        let name = try asText()
        guard let metric = MetricCatalogue.metric(name) else {
            throw fault("there is no metric \(name)", remedy: "see: constat metrics list")
        }
        guard fits(metric) else {
            throw fault(
                "\(metric.id) cannot be shown so", remedy: "docs/REPORTS.md says which figures each block takes; figures: takes all")
        }
        return metric
    }

    func asMetrics(fitting fits: (Metric) -> Bool) throws(YAMLFault) -> [String] {
        var ids: [String] = []
        for item in try asItems() { ids.append(try item.asMetric(fitting: fits).id) }
        guard !ids.isEmpty else { throw fault("at least one metric is expected here") }
        return ids
    }

    func asDimension(of metrics: [Metric]) throws(YAMLFault) -> Dimension {
        let word = try asText()
        guard let dimension = Dimension(word: word) else {
            throw fault("nothing is split by \(word)", remedy: "known: \(Dimension.words.joined(separator: ", "))")
        }
        for metric in metrics where !dimension.applies(to: metric.kind) || metric.isUncovered {
            throw fault("\(metric.id) cannot be split by \(word)")
        }
        return dimension
    }

    func asWords(_ known: [String], what: String) throws(YAMLFault) -> [String] {
        var words: [String] = []
        for item in try asItems() {
            let word = try item.asText()
            guard known.contains(word) else {
                throw item.fault("there is no \(what) \(word)", remedy: "known: \(known.joined(separator: ", "))")
            }
            words.append(word)
        }
        return words
    }

    /// A number of rows.
    func asCount() throws(YAMLFault) -> Int {
        let count = try asNumber()
        guard (1...1_000).contains(count) else { throw fault("a number from 1 to 1000 is expected here") }
        return count
    }

    /// `95 %` of a share, `4 h` of a duration, `30` of a count.
    func asLimit(_ unit: Measurement.Unit) throws(YAMLFault) -> Double {
        let parts = try asText().split(separator: " ")
        let units: [Measurement.Unit: [String: Double]] = [
            .share: ["%": 0.01], .milliseconds: Self.spans, .total: Self.spans, .count: ["": 1], .number: ["": 1],
        ]
        guard (1...2).contains(parts.count), let number = Double(parts[0]), number.isFinite,
            let factor = units[unit]?[parts.count == 2 ? String(parts[1]) : ""]
        else { throw fault("this is no limit of a \(unit.rawValue)", remedy: "write 95 %, 4 h or 30, as the unit asks") }
        return number * factor
    }

    private static let spans: [String: Double] = [
        "s": Double(Instant.second), "min": Double(Instant.minute), "h": Double(Instant.hour), "d": Double(Instant.day),
    ]
}
