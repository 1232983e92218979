import ConstatMetrics
import ConstatResources
import ConstatYAML

extension LinkWords {
    /// From `Controls/technologies.yaml` and `Controls/rsit.yaml`, below what `constat.yaml` says itself.
    ///
    /// - Parameter own: the root of `constat.yaml`; nil without one.
    init(_ technologies: YAMLValue, _ rsit: YAMLValue, own: YAMLValue?) throws(YAMLFault) {
        self.init()
        for value in [technologies, own?["technologies"]].compactMap(\.self) {
            try value.allow(["sources", "categories", "rules"])
            for entry in try value["sources"]?.asEntries() ?? [] { technology.bySource[entry.key] = try entry.value.asText() }
            for entry in try value["categories"]?.asEntries() ?? [] {
                technology.byCategory[entry.key.lowercased()] = try entry.value.asText()
            }
            for entry in try value["rules"]?.asEntries() ?? [] {
                technology.byRule.insert((entry.key, try entry.value.asText()), at: 0)
            }
        }
        try rsit.allow(["source", "checked", "classes", "ransomware"])
        for entry in try rsit.required("classes").asEntries() {
            incidentClass.byCategory[entry.key] = entry.key
            for word in try entry.value.asTexts() { incidentClass.byCategory[word.lowercased()] = entry.key }
        }
        for entry in try own?["classes"]?.asEntries() ?? [] {
            let known = try rsit.required("classes").asEntries().map(\.key)
            let word = try entry.value.asText()
            guard known.contains(word) else {
                throw entry.value.fault("this is no class of RSIT", remedy: "known: \(known.joined(separator: ", "))")
            }
            incidentClass.byCategory[entry.key.lowercased()] = word
        }
        let words = try rsit.required("ransomware")
        ransomware.categories = Set(try words.required("categories").asTexts().map { $0.lowercased() })
        ransomware.techniques = Set(try words.required("techniques").asTexts())
    }
}
