/// Where arrays of objects lie inside of an envelope.
struct ArrayFinder {
    private static let deepest = 5

    private var found: [(path: String, objects: Int)] = []

    /// As a profile's `records` names them: those that lie in no other array first, the largest first.
    var paths: [String] { found.enumerated().sorted { Self.rank($0) < Self.rank($1) }.map { $0.element.path } }

    mutating func add(_ envelope: JSONElement) { walk(envelope, path: "", depth: 0) }

    private static func rank(_ array: (offset: Int, element: (path: String, objects: Int))) -> (Int, Int, Int) {
        (array.element.path.contains("/*") ? 1 : 0, -array.element.objects, array.offset)
    }

    private mutating func walk(_ element: JSONElement, path: String, depth: Int) {
        guard depth < Self.deepest else { return }
        for (key, item) in element.members {
            guard let key, Self.isStep(key) else { continue }
            switch item.face {
            case .object: walk(item, path: "\(path)/\(key)", depth: depth + 1)
            case .array: note(item, path: "\(path)/\(key)", depth: depth)
            default: continue
            }
        }
    }

    private mutating func note(_ array: JSONElement, path: String, depth: Int) {
        let objects = array.members.filter(\.item.isObject)
        guard let first = objects.first else { return }
        if let place = found.firstIndex(where: { $0.path == path }) {
            found[place].objects += objects.count
        } else {
            found.append((path: path, objects: objects.count))
        }
        if !path.contains("/*") { walk(first.item, path: path + "/*", depth: depth + 1) }
    }

    /// `records` knows no escapes.
    private static func isStep(_ key: String) -> Bool { DraftName.isName(key) && !key.contains("/") && !key.contains("~") }
}
