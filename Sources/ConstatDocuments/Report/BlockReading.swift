import ConstatControls
import ConstatMetrics
import ConstatModel
import ConstatYAML

extension ReportDefinition.Block {
    /// `{ranges: [time-to-detect], title: {en: …, fr: …}}`, or a single word.
    init(_ value: YAMLValue, frameworks: [String]) throws(YAMLFault) {
        if let word = value.text {
            (kind, title) = (try Self.plain(word, value), nil)
            return
        }
        let keys = try value.asEntries().map(\.key).filter { $0 != "title" }
        guard keys.count == 1, let key = keys.first, let asked = value[key] else {
            throw value.fault("one kind of block is expected here", remedy: "write - ranges: [time-to-detect]")
        }
        title = try value["title"]?.asLocalized()
        kind = try Self.kind(key, asked, frameworks)
    }

    private static let words: [(String, ReportBlock)] = [
        ("funnel", .funnel), ("ages", .ages), ("week", .week), ("techniques", .techniques), ("clocks", .clocks), ("recurring", .recurring),
        ("restatements", .restatements), ("benchmarks", .benchmarks), ("leftOut", .leftOut), ("imports", .imports),
        ("definitions", .definitions),
    ]

    private static func plain(_ word: String, _ value: YAMLValue) throws(YAMLFault) -> ReportBlock {
        guard let kind = words.first(where: { $0.0 == word })?.1 else {
            throw value.fault("there is no block \(word)", remedy: "known: \(known)")
        }
        return kind
    }

    private static var known: String {
        let asking = [
            "columns", "ranges", "distributions", "lines", "figures", "split", "bars", "levels", "incidents", "controls", "records",
            "noisyRules",
        ]
        return (asking + words.map(\.0)).joined(separator: ", ")
    }

    private static func kind(_ key: String, _ value: YAMLValue, _ frameworks: [String]) throws(YAMLFault) -> ReportBlock {
        switch key {
        case "columns": try columns(value)
        case "ranges": .ranges(try value.asMetrics { $0.isTime })
        case "distributions": .distributions(try value.asMetrics { $0.unit == .milliseconds && $0.parts.isEmpty && $0.kind != .duty })
        case "lines": .lines(try value.asMetrics { !$0.isTime })
        case "figures": .figures(try value.asMetrics { _ in true })
        case "split": try split(value)
        case "bars": try bars(value)
        case "levels": .levels(try value.asMetrics(fitting: \.isOfLevel))
        case "incidents": try incidents(value)
        case "controls": .controls(try value.asWords(frameworks, what: "framework"))
        case "records": .records(try RecordList(value))
        case "noisyRules": .noisyRules(most: try value.asCount())
        default: throw value.fault("there is no block \(key)", remedy: "known: \(known)")
        }
    }

    private static func columns(_ value: YAMLValue) throws(YAMLFault) -> ReportBlock {
        try value.allow(["metric", "by"])
        let metric = try value.required("metric").asMetric { $0.unit == .count && $0.parts.isEmpty }
        return .columns(metric: metric.id, by: try value.required("by").asDimension(of: [metric]))
    }

    private static func split(_ value: YAMLValue) throws(YAMLFault) -> ReportBlock {
        try value.allow(["metrics", "by", "most"])
        let metrics = try value.required("metrics").asMetrics { _ in true }
        let by = try value.required("by").asDimension(of: metrics.compactMap(MetricCatalogue.metric))
        return .split(metrics: metrics, by: by, most: try value["most"]?.asCount() ?? 12)
    }

    private static func bars(_ value: YAMLValue) throws(YAMLFault) -> ReportBlock {
        try value.allow(["metric", "by", "most"])
        let metric = try value.required("metric").asMetric { $0.unit == .count || $0.unit == .share }
        let by = try value.required("by").asDimension(of: [metric])
        return .bars(metric: metric.id, by: by, most: try value["most"]?.asCount() ?? 10)
    }

    private static func incidents(_ value: YAMLValue) throws(YAMLFault) -> ReportBlock {
        try value.allow(["severity", "most"])
        let severity = try value.required("severity")
        guard let least = Severity(word: try severity.asText()) else {
            throw severity.fault("this is no severity", remedy: "known: \(Severity.allCases.map(\.word).joined(separator: ", "))")
        }
        return .incidents(severity: least, most: try value["most"]?.asCount() ?? 12)
    }
}

extension RecordList {
    fileprivate init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow(["kind", "choose", "columns", "most"])
        let word = try value.required("kind")
        guard let kind = RecordKind.allCases.first(where: { !$0.isMain && $0.isImported && $0.word == word.text }) else {
            throw word.fault("this is no kind of smaller record", remedy: "see: docs/FORMS.md")
        }
        let choice = try value.required("choose")
        guard let known = Choice(rawValue: try choice.asText()) else {
            throw choice.fault("this is not known", remedy: "known: \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        (self.kind, self.choice) = (kind, known)
        columns = try value.required("columns").asWords(
            ["title", "raised", "lastClosed", "status"] + kind.values.map(\.name), what: "column")
        most = try value["most"]?.asCount() ?? 12
    }
}

extension Metric {
    /// Whether it is the share of what was done within a target.
    var isOfLevel: Bool { if case .withinTarget = measure { true } else { false } }
}
