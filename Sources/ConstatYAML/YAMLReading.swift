import Yams

extension YAMLValue {
    /// Aliases of aliases let a small file stand for more values than fit into any memory.
    private static let largest = 500_000

    /// Reads one YAML document.
    ///
    /// - Throws: `YAMLFault` for text that is not YAML, is empty, or repeats a key.
    public static func parse(_ text: String, file: String) throws(YAMLFault) -> YAMLValue {
        let start = YAMLPlace(file: file, line: 1, column: 1)
        let node = try guarded(start) { try Yams.compose(yaml: text) }
        guard let node else { throw YAMLFault(place: start, problem: "this file is empty", remedy: nil) }
        var budget = Self.largest
        return try YAMLValue(node, file: file, near: start, &budget)
    }

    /// Reads all documents of a text; none of an empty one.
    public static func documents(_ text: String, file: String) throws(YAMLFault) -> [YAMLValue] {
        let start = YAMLPlace(file: file, line: 1, column: 1)
        var budget = Self.largest
        var documents: [YAMLValue] = []
        for node in try guarded(start, { try Array(Yams.compose_all(yaml: text)) }) {
            documents.append(try YAMLValue(node, file: file, near: start, &budget))
        }
        return documents
    }

    /// Turns what Yams throws into a fault with a place.
    private static func guarded<Value>(_ start: YAMLPlace, _ body: () throws -> Value) throws(YAMLFault) -> Value {
        do { return try body() } catch let error as YamlError { throw YAMLFault(error, file: start.file) } catch {
            throw YAMLFault(place: start, problem: "this is not YAML", remedy: nil)
        }
    }

    private init(_ node: Node, file: String, near: YAMLPlace, _ budget: inout Int) throws(YAMLFault) {
        budget -= 1
        guard budget > 0 else {
            throw YAMLFault(place: near, problem: "this file holds more values than any can mean", remedy: "write its aliases (*name) out")
        }
        let place = node.mark.map { YAMLPlace(file: file, line: $0.line, column: $0.column) } ?? near
        switch node {
        case .scalar(let scalar):
            self.init(content: .scalar(scalar.string, isPlain: scalar.style == .plain || scalar.style == .any), place: place)
        case .sequence(let sequence):
            var items: [YAMLValue] = []
            for item in sequence { items.append(try YAMLValue(item, file: file, near: place, &budget)) }
            self.init(content: .sequence(items), place: place)
        case .mapping(let mapping):
            var entries: [(key: YAMLValue, value: YAMLValue)] = []
            for (key, value) in mapping {
                entries.append(
                    (try YAMLValue(key, file: file, near: place, &budget), try YAMLValue(value, file: file, near: place, &budget)))
            }
            self.init(content: .mapping(entries), place: place)
        case .alias:
            throw YAMLFault(place: place, problem: "aliases are not used here", remedy: "write the value out")
        }
    }
}

extension YAMLFault {
    init(_ error: YamlError, file: String) {
        let place: YAMLPlace
        let problem: String
        switch error {
        case .scanner(_, let text, let mark, _), .parser(_, let text, let mark, _), .composer(_, let text, let mark, _):
            (place, problem) = (YAMLPlace(file: file, line: mark.line, column: mark.column), text)
        case .duplicatedKeysInMapping(let duplicates, let context):
            place = YAMLPlace(file: file, line: context.mark.line, column: context.mark.column)
            problem = "the key \(duplicates.first ?? "") stands here twice"
        default:
            (place, problem) = (YAMLPlace(file: file, line: 1, column: 1), "this is not YAML")
        }
        self.init(place: place, problem: problem, remedy: nil)
    }
}
