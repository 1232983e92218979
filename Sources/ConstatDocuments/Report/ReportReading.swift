import ConstatControls
import ConstatMetrics
import ConstatModel
public import ConstatYAML

extension ReportDefinition {
    /// - Parameters:
    ///   - name: of the file, without its extension.
    ///   - frameworks: the ids of the frameworks there are.
    /// - Throws: the first fault, with line and column.
    public init(_ value: YAMLValue, name: String, frameworks: [String]) throws(YAMLFault) {
        let reading = ReportReading(value, name: name, frameworks: frameworks)
        if let fault = reading.faults.first { throw fault }
        guard let definition = reading.definition else { throw value.fault("this is no report") }
        self = definition
    }

    /// Everything that is wrong with a report, each with line and column.
    public static func faults(_ value: YAMLValue, name: String, frameworks: [String]) -> [YAMLFault] {
        ReportReading(value, name: name, frameworks: frameworks).faults
    }
}

/// Reads a report's definition to its end, whatever is wrong on the way.
private struct ReportReading {
    private(set) var faults: [YAMLFault] = []
    private(set) var definition: ReportDefinition?

    init(_ value: YAMLValue, name: String, frameworks: [String]) {
        note {
            () throws(YAMLFault) in
            try value.allow(["report", "title", "audience", "period", "trend", "headline", "attention", "sections"])
        }
        let id = note { () throws(YAMLFault) in try value.required("report").asText() }
        if let id, id != name {
            faults.append((value["report"] ?? value).fault("the report is called otherwise than its file", remedy: "write report: \(name)"))
        }
        let title = note { () throws(YAMLFault) in try value.required("title").asLocalized() }
        let audience = note { () throws(YAMLFault) in try value["audience"]?.asLocalized() }
        let period = note { () throws(YAMLFault) in try value.required("period").asSpan() }
        let trend = note { () throws(YAMLFault) in try Self.trend(value.required("trend")) }
        if let period, let trend, !Self.fitting[period, default: []].contains(trend.of) {
            faults.append(
                (value["trend"] ?? value).fault(
                    "a trend by \(trend.of.rawValue) does not end with a \(period.rawValue)", remedy: "choose steps that do"))
        }
        let headline = list(value, "headline", ReportDefinition.Headline.init)
        let attention = list(value, "attention", AttentionRule.init)
        var sections: [ReportDefinition.Section] = []
        for item in note({ () throws(YAMLFault) in try value.required("sections").asItems() }) ?? [] {
            guard let section = section(item, frameworks) else { continue }
            check(section.id, item["section"] ?? item, among: sections.map(\.id))
            sections.append(section)
        }
        guard let id, let title, let audience, let period, let trend else { return }
        definition = ReportDefinition(
            id: id, title: title, audience: audience, period: period, trend: trend, headline: headline, attention: attention,
            sections: sections)
    }

    @discardableResult
    private mutating func note<Value>(_ read: () throws(YAMLFault) -> Value) -> Value? {
        do { return try read() } catch {
            faults.append(error)
            return nil
        }
    }

    private mutating func list<Value>(
        _ value: YAMLValue, _ key: String, _ read: (YAMLValue) throws(YAMLFault) -> Value
    ) -> [Value] {
        let items = note { () throws(YAMLFault) in try value[key]?.asItems() ?? [] } ?? []
        var values: [Value] = []
        for item in items { if let value = note({ () throws(YAMLFault) in try read(item) }) { values.append(value) } }
        return values
    }

    private mutating func section(_ value: YAMLValue, _ frameworks: [String]) -> ReportDefinition.Section? {
        note { () throws(YAMLFault) in try value.allow(["section", "title", "note", "half", "show"]) }
        let id = note { () throws(YAMLFault) in try value.required("section").asText() }
        let title = note { () throws(YAMLFault) in try value.required("title").asLocalized() }
        let text = note { () throws(YAMLFault) in try value["note"]?.asLocalized() } ?? nil
        let blocks = list(value, "show") { item throws(YAMLFault) in try ReportDefinition.Block(item, frameworks: frameworks) }
        let isHalf = value["half"]?.text == "true"
        if let half = value["half"], !["true", "false"].contains(half.text) { faults.append(half.fault("write true or false")) }
        guard let id, let title else { return nil }
        return ReportDefinition.Section(id: id, title: title, note: text, isHalf: isHalf, blocks: blocks)
    }

    private mutating func check(_ id: String, _ place: YAMLValue, among others: [String]) {
        if others.contains(id) { faults.append(place.fault("the section \(id) is there twice", remedy: "give each another name")) }
        if !id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) {
            faults.append(place.fault("\(id) is no name of a section", remedy: "write letters, digits and dashes"))
        }
    }

    /// The steps that a period of some length ends with.
    private static let fitting: [Period.Span: [Period.Span]] = [
        .week: [.week], .month: [.month], .quarter: [.month, .quarter], .year: [.month, .quarter, .year],
    ]

    private static func trend(_ value: YAMLValue) throws(YAMLFault) -> (of: Period.Span, steps: Int) {
        try value.allow(["of", "steps"])
        let steps = try value.required("steps").asNumber()
        guard (2...60).contains(steps) else { throw value.fault("a trend has 2 to 60 steps") }
        return (try value.required("of").asSpan(), steps)
    }
}

extension ReportDefinition.Headline {
    fileprivate init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow(["metric", "inTime"])
        metric = try value.required("metric").asMetric().id
        inTime = try value["inTime"]?.asMetric(fitting: \.isOfLevel).id
    }
}
