public import ConstatModel
public import ConstatYAML

/// A published figure of others, with whom it is about and what to mind.
public struct Benchmark: Sendable {
    public let id: String
    /// The metric of the same definition; nil where there is none.
    public let metric: String?
    /// The metric that people would wrongly compare it with.
    public let near: String?
    /// `median`, `mean`, `share` or `count`.
    public let statistic: String
    /// As published, e.g. `11 d`.
    public let value: String
    /// The year the data is about, and when the figure appeared.
    public let year: Int
    public let published: String
    public let title: String
    public let url: String?
    public let population: Localized
    public let caveat: Localized
    /// `K`, `S` or `?`: how sure it is that this was published so.
    public let confidence: String

    /// - Throws: a fault with line and column.
    public static func all(_ file: YAMLValue) throws(YAMLFault) -> [Benchmark] {
        var all: [Benchmark] = []
        for item in try file.asItems() { all.append(try Benchmark(item)) }
        return all
    }

    private init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow([
            "id", "metric", "near", "statistic", "value", "year", "published", "title", "url", "population", "caveat", "confidence",
        ])
        id = try value.required("id").asText()
        metric = try value["metric"]?.asText()
        near = try value["near"]?.asText()
        statistic = try value.required("statistic").asText()
        self.value = try value.required("value").asText()
        year = try value.required("year").asNumber()
        published = try value.required("published").asText()
        title = try value.required("title").asText()
        url = try value["url"]?.asText()
        population = try value.required("population").asLocalized()
        caveat = try value.required("caveat").asLocalized()
        confidence = try value.required("confidence").asText()
    }
}
