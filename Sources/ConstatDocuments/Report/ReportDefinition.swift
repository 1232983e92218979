public import ConstatModel
public import ConstatYAML

/// What a report shows: data, read from `Reports/<name>.yaml`.
public struct ReportDefinition: Sendable {
    /// One of the figures on the first screen.
    public struct Headline: Sendable {
        /// The metric's id.
        public let metric: String
        /// The service level shown under the figure.
        public let inTime: String?
    }

    /// The title of the document.
    public let title: Localized
    /// In the order they are shown.
    public let headline: [Headline]
    /// The ids of the metrics shown month by month, in order.
    public let times: [String]
    /// The ids of the service levels shown by severity, in order.
    public let serviceLevels: [String]
    /// The ids of the frameworks in the table of controls, in order.
    public let frameworks: [String]
    /// How many months a trend shows, the report's own included.
    public let months: Int
    /// The least severity of a case that is shown as an incident.
    public let incidentSeverity: Severity
    /// How many incidents the table names at most; the rest is counted.
    public let mostIncidents: Int

    /// The ids of all metrics whose figures it shows.
    public var metrics: Set<String> {
        Set(headline.map(\.metric) + headline.compactMap(\.inTime) + times + serviceLevels)
            .union(["alert-volume", "escalation-t1-t2", "escalation-t2-t3", "backlog-cases"])
    }

    /// - Throws: a fault with line and column, for a key that is missing, unknown or not right.
    public init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow(["report", "title", "headline", "times", "serviceLevels", "frameworks", "months", "incidents"])
        let title = try value.required("title")
        self.title = Localized(en: try title.required("en").asText(), fr: try title.required("fr").asText())
        var headline: [Headline] = []
        for item in try value.required("headline").asItems() {
            try item.allow(["metric", "inTime"])
            headline.append(Headline(metric: try item.required("metric").asText(), inTime: item["inTime"]?.text))
        }
        self.headline = headline
        times = try value.required("times").asTexts()
        serviceLevels = try value.required("serviceLevels").asTexts()
        frameworks = try value.required("frameworks").asTexts()
        months = try value.required("months").asNumber()
        let incidents = try value.required("incidents")
        let severity = try incidents.required("severity")
        guard let least = Severity(word: try severity.asText()) else { throw severity.fault("this is no severity") }
        incidentSeverity = least
        mostIncidents = try incidents.required("most").asNumber()
    }
}
