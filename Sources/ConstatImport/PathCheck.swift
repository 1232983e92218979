import ConstatYAML

/// Finds paths of a profile that can lead nowhere, where they stand in its file.
struct PathCheck {
    private let isTable: Bool
    private let within: Int
    private var known: Set<String> = []

    /// - Throws: `YAMLFault` for the first of them.
    static func check(_ root: YAMLValue, _ format: Profile.Format) throws(YAMLFault) {
        var check = PathCheck(isTable: format == .csv, within: root["within"] == nil ? 0 : 1)
        let depth = root["each"].map { $0.items?.count ?? 1 } ?? 0
        for key in ["within", "each"] { try check.paths(root[key], depth: depth) }
        for key in ["has", "lacks"] { try check.paths(root["recognise"]?[key], depth: 0) }
        try check.keys(root["recognise"]?["equals"], depth: 0)
        for part in ["fields", "milestones", "facts", "values"] {
            for entry in try root[part]?.asEntries() ?? [] { try check.rules(entry.value, depth: depth) }
        }
        for change in try root["transitions"]?.asItems() ?? [] {
            let deeper = depth + (change["each"].map { $0.items?.count ?? 1 } ?? 0)
            try check.paths(change["each"], depth: deeper)
            try check.keys(change["when"], depth: deeper)
            for part in ["at", "to", "from", "who", "by"] { if let rule = change[part] { try check.rules(rule, depth: deeper) } }
        }
    }

    private init(isTable: Bool, within: Int) { (self.isTable, self.within) = (isTable, within) }

    /// A path, a mapping with paths in it, or a list of those.
    private mutating func rules(_ value: YAMLValue, depth: Int) throws(YAMLFault) {
        for rule in value.items ?? [value] {
            guard rule.entries != nil else {
                try path(rule, depth: depth)
                continue
            }
            try paths(rule["from"], depth: depth)
            try keys(rule["when"], depth: depth)
            if let inside = rule["inside"], inside.text?.hasPrefix("/") != true {
                throw inside.fault("this leads nowhere inside of a text", remedy: "begin the path with /")
            }
        }
    }

    private mutating func paths(_ value: YAMLValue?, depth: Int) throws(YAMLFault) {
        guard let value else { return }
        for item in value.items ?? [value] { try path(item, depth: depth) }
    }

    private mutating func keys(_ value: YAMLValue?, depth: Int) throws(YAMLFault) {
        for entry in value?.entries ?? [] { try path(entry.key, depth: depth) }
    }

    private mutating func path(_ value: YAMLValue, depth: Int) throws(YAMLFault) {
        let path = FieldPath(try value.asText())
        known.insert(path.text)
        if known.count > Level.capacity { throw value.fault("a profile names \(Level.capacity) paths at most") }
        let (levels, inner) = path.outward
        if levels > depth + within { throw value.fault("there is no level so far out", remedy: "leave out a ^") }
        if inner == .key { return }
        if isTable, inner.text.hasPrefix("/") { throw value.fault("this is no column", remedy: "write the column's header") }
        if !isTable, !inner.text.hasPrefix("/") {
            throw value.fault("this is no path", remedy: "begin it with /, as in /\(inner.text)")
        }
    }
}
