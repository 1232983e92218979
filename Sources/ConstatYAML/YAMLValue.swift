/// A YAML value that knows where it stands, so that a fault can be named with line and column.
public struct YAMLValue: Sendable {
    public enum Content: Sendable {
        case scalar(String, isPlain: Bool)
        case sequence([YAMLValue])
        case mapping([(key: YAMLValue, value: YAMLValue)])
    }

    public let content: Content
    public let place: YAMLPlace

    /// The text of a scalar; nil for a list or mapping, and for a plain `null` or `~`.
    public var text: String? {
        guard case .scalar(let text, let isPlain) = content else { return nil }
        return isPlain && ["", "~", "null"].contains(text) ? nil : text
    }

    public var items: [YAMLValue]? {
        guard case .sequence(let items) = content else { return nil }
        return items
    }

    public var entries: [(key: YAMLValue, value: YAMLValue)]? {
        guard case .mapping(let entries) = content else { return nil }
        return entries
    }

    /// The value under a key; nil when absent or when this is no mapping.
    public subscript(key: String) -> YAMLValue? {
        entries?.first { $0.key.text == key }?.value
    }

    public func fault(_ problem: String, remedy: String? = nil) -> YAMLFault {
        YAMLFault(place: place, problem: problem, remedy: remedy)
    }
}

/// Where a value stands: file, and line and column counted from 1.
public struct YAMLPlace: Hashable, Sendable {
    public let file: String
    public let line: Int
    public let column: Int

    public init(file: String, line: Int, column: Int) { (self.file, self.line, self.column) = (file, line, column) }

    public var text: String { "\(file):\(line):\(column)" }
}

/// What is wrong in a YAML file, and where.
public struct YAMLFault: Error, Hashable, Sendable {
    public let place: YAMLPlace
    public let problem: String
    public let remedy: String?

    public init(place: YAMLPlace, problem: String, remedy: String?) {
        (self.place, self.problem, self.remedy) = (place, problem, remedy)
    }
}
