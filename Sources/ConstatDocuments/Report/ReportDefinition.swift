public import ConstatModel
public import ConstatYAML

/// What a report shows: data, read from `Reports/<name>.yaml`.
public struct ReportDefinition: Sendable {
    public struct Headline: Sendable {
        public let metric: String
        /// The service level shown under the figure.
        public let inTime: String?
    }

    public let title: Localized
    public let headline: [Headline]
    public let times: [String]
    public let serviceLevels: [String]
    public let frameworks: [String]
    /// How many months a trend shows, the report's own included.
    public let months: Int
    public let incidentSeverity: Severity
    public let mostIncidents: Int

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
