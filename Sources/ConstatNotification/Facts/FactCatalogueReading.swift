import ConstatModel
public import ConstatYAML

extension FactCatalogue {
    /// Reads `Controls/facts.yaml`.
    public init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow(["version", "groups", "lists", "order", "facts"])
        var groups: [(id: String, title: Localized)] = []
        for group in try value.required("groups").asItems() {
            groups.append((try group.required("id").asText(), try group.required("title").asLocalized()))
        }
        var lists: [String: [Choice]] = [:]
        for list in try value.required("lists").asEntries() {
            for choice in try list.value.asItems() {
                lists[list.key, default: []].append(
                    Choice(
                        id: try choice.required("id").asText(), title: try choice.asLocalized(), zone: try choice["zone"]?.asText()))
            }
        }
        var facts: [FactDefinition] = []
        for fact in try value.required("facts").asItems() {
            let definition = try FactDefinition(fact)
            guard groups.contains(where: { $0.id == definition.group }) else { throw fact.fault("this group is not known") }
            if let list = definition.list, lists[list] == nil { throw fact.fault("the list \(list) is not known") }
            facts.append(definition)
        }
        var order: [(earlier: String, later: String)] = []
        for pair in try value.required("order").asItems() {
            order.append((try pair.required("earlier").asText(), try pair.required("later").asText()))
        }
        self.init(version: try value.required("version").asText(), groups: groups, lists: lists, facts: facts, order: order)
    }
}

extension FactDefinition {
    init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow(["id", "group", "type", "list", "label", "help", "history", "derive", "min", "max", "above100"])
        id = try value.required("id").asText()
        group = try value.required("group").asText()
        type = try value.required("type").asOneOf("type")
        list = try value["list"]?.asText()
        label = try value.required("label").asLocalized()
        help = try value["help"]?.asLocalized()
        history = try value["history"]?.asTexts() ?? ["fact.\(id)"]
        minutesBetween = try value["derive"].map { (derive) throws(YAMLFault) in
            let pair = try derive.required("minutes").asTexts()
            guard pair.count == 2 else { throw derive.fault("two instants are expected here") }
            return (pair[0], pair[1])
        }
        least = try value["min"].map { (least) throws(YAMLFault) in Int64(try least.asNumber()) * 1_000 }
        let most = try value["max"].map { (most) throws(YAMLFault) in Int64(try most.asNumber()) * 1_000 }
        self.most = most ?? (type == .percent && value["above100"]?.text != "true" ? 100_000 : nil)
    }
}
