import ConstatControls
import ConstatMetrics
import ConstatModel
import ConstatYAML

/// A tool whose figures can be set beside ours, from `Controls/vendors.yaml`.
struct Vendor {
    let tool: String
    let title: String
    let source: String
    /// The day it was last looked up, and `K`, `S` or `?`.
    let checked: String
    let confidence: String
    let metrics: [VendorMetric]

    /// - Throws: `YAMLFault` with line and column.
    static func all(_ file: YAMLValue) throws(YAMLFault) -> [Vendor] {
        var all: [Vendor] = []
        for item in try file.asItems() { all.append(try Vendor(item)) }
        return all
    }

    private init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow(["tool", "title", "source", "checked", "confidence", "metrics"])
        tool = try value.required("tool").asText()
        title = try value.required("title").asText()
        source = try value.required("source").asText()
        checked = try value.required("checked").asText()
        confidence = try value.required("confidence").asText()
        var metrics: [VendorMetric] = []
        for item in try value.required("metrics").asItems() { metrics.append(try VendorMetric(item, tool: tool)) }
        self.metrics = metrics
    }
}

extension VendorMetric {
    fileprivate init(_ value: YAMLValue, tool: String) throws(YAMLFault) {
        try value.allow([
            "name", "ours", "kind", "from", "to", "anchor", "statistic", "population", "measure", "of", "among", "note",
        ])
        let named = try value.required("ours")
        guard let ours = MetricCatalogue.metric(try named.asText()) else { throw named.fault("there is no such metric") }
        let kind = try Self.known(value.required("kind")) { word in RecordKind.main.first { $0.word == word } }
        let name = try value.required("name").asText()
        let statistic = value["measure"] == nil ? try Self.known(value.required("statistic"), Statistic.init(rawValue:)) : .share
        self.init(
            name: name, tool: tool, ours: ours, kind: kind,
            population: try Self.known(value.required("population"), VendorMetric.condition),
            anchor: try Self.place(value.required("anchor")), measure: try Self.measure(value), statistic: statistic,
            note: try value.required("note").asLocalized())
    }

    private static func measure(_ value: YAMLValue) throws(YAMLFault) -> Measure {
        if value["measure"] != nil {
            let (of, among) = (try value.required("of"), try value.required("among"))
            guard let measure = VendorMetric.share(of: try of.asText(), among: try among.asText()) else {
                throw of.fault("this share is not known")
            }
            return measure
        }
        var from: [Place] = []
        for item in try value.required("from").asItems() { from.append(try place(item)) }
        guard (1...4).contains(from.count) else { throw value.fault("an interval begins at one of one to four instants") }
        return .interval(from: from, to: try place(value.required("to")))
    }

    private static func place(_ value: YAMLValue) throws(YAMLFault) -> Place {
        let name = try value.asText()
        guard let place = Place.all.first(where: { $0.isInstant && $0.name == name }) else {
            throw value.fault("\(name) is no instant", remedy: "known: a milestone, firstChange, firstAssigned, firstInProgress")
        }
        return place
    }

    private static func known<Value>(_ value: YAMLValue, _ find: (String) -> Value?) throws(YAMLFault) -> Value {
        let word = try value.asText()
        guard let found = find(word) else { throw value.fault("\(word) is not known here") }
        return found
    }
}
