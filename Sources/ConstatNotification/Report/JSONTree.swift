/// A JSON value under construction: members by key, items of a list by name.
struct JSONTree {
    private indirect enum Node {
        case leaf(JSONNode)
        case object(JSONTree)
        case list([(name: String, item: JSONTree)])
    }

    private var members: [(key: String, node: Node)] = []

    /// - Parameter path: `a.b`, `list[name].c`.
    mutating func put(_ value: JSONNode, at path: String) { put(value, path.split(separator: ".").map(String.init)[...]) }

    /// Puts a value only where the object it belongs to has another member.
    mutating func complete(_ value: JSONNode, at path: String) {
        let steps = path.split(separator: ".").map(String.init)
        if has(steps.dropLast()[...]) { put(value, steps[...]) }
    }

    private mutating func put(_ value: JSONNode, _ steps: ArraySlice<String>) {
        guard let step = steps.first else { return }
        let (key, name) = Self.parts(step)
        let index = members.firstIndex { $0.key == key }
        let old = index.map { members[$0].node }
        let node: Node
        if steps.count == 1 {
            node = .leaf(value)
        } else if let name {
            var items: [(name: String, item: JSONTree)] = if case .list(let items) = old { items } else { [] }
            let place = items.firstIndex { $0.name == name } ?? items.endIndex
            if place == items.endIndex { items.append((name, JSONTree())) }
            items[place].item.put(value, steps.dropFirst())
            node = .list(items)
        } else {
            var object = if case .object(let object) = old { object } else { JSONTree() }
            object.put(value, steps.dropFirst())
            node = .object(object)
        }
        if let index { members[index].node = node } else { members.append((key, node)) }
    }

    private func has(_ steps: ArraySlice<String>) -> Bool {
        guard let step = steps.first else { return !members.isEmpty }
        let (key, name) = Self.parts(step)
        switch members.first(where: { $0.key == key })?.node {
        case .object(let object): return object.has(steps.dropFirst())
        case .list(let items): return items.first { $0.name == name }?.item.has(steps.dropFirst()) ?? false
        default: return false
        }
    }

    /// `list[name]` is the item of that name in a list.
    private static func parts(_ step: String) -> (key: String, name: String?) {
        guard let open = step.firstIndex(of: "[") else { return (step, nil) }
        return (String(step[..<open]), String(step[step.index(after: open)...].dropLast()))
    }

    func node(_ order: [String]) -> JSONNode {
        func rank(_ key: String) -> Int { order.firstIndex(of: key) ?? order.count }
        let sorted = members.enumerated().sorted { (rank($0.element.key), $0.offset) < (rank($1.element.key), $1.offset) }
        return .object(
            sorted.map { member in
                switch member.element.node {
                case .leaf(let leaf): (member.element.key, leaf)
                case .object(let object): (member.element.key, object.node(order))
                case .list(let items): (member.element.key, .array(items.map { $0.item.node(order) }))
                }
            })
    }
}
