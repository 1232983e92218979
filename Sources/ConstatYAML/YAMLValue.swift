/// A YAML value that knows where it stands, so that a fault can be named with line and column.
public struct YAMLValue: Sendable {
    /// The three kinds of YAML.
    public enum Content: Sendable {
        /// A text as written; plain without quotes, so that `null` is told from `"null"`.
        case scalar(String, isPlain: Bool)
        /// A list, in the order of the file.
        case sequence([YAMLValue])
        /// Entries in the order of the file.
        case mapping([(key: YAMLValue, value: YAMLValue)])
    }

    /// What it holds.
    public let content: Content
    /// Where it begins.
    public let place: YAMLPlace

    /// The text of a scalar; nil for a list or mapping, and for a plain `null` or `~`.
    public var text: String? {
        guard case .scalar(let text, let isPlain) = content else { return nil }
        return isPlain && ["", "~", "null"].contains(text) ? nil : text
    }

    /// The items of a list, in order; nil for anything else.
    public var items: [YAMLValue]? {
        guard case .sequence(let items) = content else { return nil }
        return items
    }

    /// The entries of a mapping, in the order of the file; nil for anything else.
    public var entries: [(key: YAMLValue, value: YAMLValue)]? {
        guard case .mapping(let entries) = content else { return nil }
        return entries
    }

    /// The value under a key; nil when absent or when this is no mapping.
    public subscript(key: String) -> YAMLValue? {
        entries?.first { $0.key.text == key }?.value
    }

    /// A fault at this place.
    ///
    /// - Parameter problem: one sentence without a full stop.
    public func fault(_ problem: String, remedy: String? = nil) -> YAMLFault {
        YAMLFault(place: place, problem: problem, remedy: remedy)
    }
}

/// Where a value stands: file, and line and column counted from 1.
public struct YAMLPlace: Hashable, Sendable {
    /// As in messages, e.g. `nis2/evidence.yaml`.
    public let file: String
    /// Counted from 1.
    public let line: Int
    /// Counted from 1.
    public let column: Int

    public init(file: String, line: Int, column: Int) { (self.file, self.line, self.column) = (file, line, column) }

    /// `file:line:column`, as editors understand it.
    public var text: String { "\(file):\(line):\(column)" }
}

/// What is wrong in a YAML file, and where.
public struct YAMLFault: Error, Hashable, Sendable {
    /// Where it is.
    public let place: YAMLPlace
    /// One sentence without a full stop.
    public let problem: String
    /// What to do; nil when the problem says it.
    public let remedy: String?

    public init(place: YAMLPlace, problem: String, remedy: String?) {
        (self.place, self.problem, self.remedy) = (place, problem, remedy)
    }
}
