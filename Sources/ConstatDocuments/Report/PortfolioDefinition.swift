import ConstatControls
import ConstatMetrics
public import ConstatModel
public import ConstatYAML

/// What the provider's page over all tenants shows: data, read from `Reports/portfolio.yaml`.
public struct PortfolioDefinition: Sendable {
    /// What rows are sorted by.
    public enum Key: Sendable, Hashable {
        case name, clocks, attention
        /// The worse first; where neither way is better, the larger.
        case metric(String)
    }

    public let title: Localized
    public let note: Localized
    /// A column each.
    public let metrics: [String]
    /// A section each.
    public let orders: [(by: Key, title: Localized)]

    /// - Throws: a fault with line and column.
    public init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow(["portfolio", "title", "note", "metrics", "orders"])
        title = try value.required("title").asLocalized()
        note = try value.required("note").asLocalized()
        let metrics = try value.required("metrics").asMetrics { _ in true }
        var orders: [(by: Key, title: Localized)] = []
        for item in try value.required("orders").asItems() {
            try item.allow(["by", "title"])
            orders.append((try Self.key(item.required("by"), metrics), try item.required("title").asLocalized()))
        }
        (self.metrics, self.orders) = (metrics, orders)
    }

    private static func key(_ value: YAMLValue, _ metrics: [String]) throws(YAMLFault) -> Key {
        switch try value.asText() {
        case "name": return .name
        case "clocks": return .clocks
        case "attention": return .attention
        default:
            let metric = try value.asMetric().id
            guard metrics.contains(metric) else { throw value.fault("\(metric) is no column of this page", remedy: "add it to metrics:") }
            return .metric(metric)
        }
    }
}
