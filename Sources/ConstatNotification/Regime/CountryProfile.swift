public import ConstatModel
public import ConstatYAML

/// What a country does otherwise than the act of the Union, and whom one tells there: `countries.yaml` of a regime.
public struct CountryProfile: Sendable {
    /// How an authority is reached.
    public struct Channel: Sendable {
        public let name: String
        public let url: String?
        public let phone: String?
        public let note: Localized?
    }

    struct StageChange: Sendable {
        let rules: [DeadlineRule]?
        let beside: [DeadlineRule]?
        let note: Localized?
    }

    let authority: Localized
    let channel: Channel?
    let act: Localized?
    let confidence: String
    let warning: Localized?
    let stages: [String: StageChange]
    let omitted: Set<String>
    let added: [Stage]
    let fields: [(stages: [String], field: FieldRequest)]
}

extension CountryProfile {
    /// Every path its own fields look at.
    public var paths: [String] { (fields.map(\.field) + added.flatMap(\.fields)).flatMap(\.from) }

    /// Every stage of the regime that it names.
    public var stagesNamed: [String] { Array(stages.keys) + omitted + fields.flatMap(\.stages) }
}

extension Regime {
    /// The regime as a country has it.
    public func inCountry(_ profile: CountryProfile) -> Regime {
        var regime = self
        (regime.authority, regime.channel) = (profile.authority, profile.channel)
        regime.warnings = [profile.act, profile.warning].compactMap(\.self).map {
            Localized(en: "\($0.en) [\(profile.confidence)]", fr: "\($0.fr) [\(profile.confidence)]")
        }
        regime.stages = stages.filter { !profile.omitted.contains($0.id) }.map { stage in
            var stage = stage
            if let change = profile.stages[stage.id] {
                (stage.rules, stage.beside, stage.note) = (change.rules ?? stage.rules, change.beside ?? stage.beside, change.note)
            }
            let known = Set(stage.fields.map(\.id))
            let more = profile.fields.filter { $0.stages.contains(stage.id) && !known.contains($0.field.id) }.map(\.field)
            stage.fields = regime.grouped(stage.fields + more)
            return stage
        }
        // An added stage stands before the one that is counted from it.
        for stage in profile.added {
            let place = regime.stages.firstIndex { $0.rules.contains { $0.anchor.word == "submission.\(stage.id)" } }
            regime.stages.insert(stage, at: place ?? regime.stages.endIndex)
        }
        return regime
    }

    /// Fields of one group stand together, in the order of the groups.
    private func grouped(_ fields: [FieldRequest]) -> [FieldRequest] {
        let order = groups.map(\.id)
        guard !order.isEmpty else { return fields }
        return order.flatMap { group in fields.filter { $0.group == group } } + fields.filter { $0.group == nil }
    }
}

extension CountryProfile {
    /// Reads a `countries.yaml`, by code.
    public static func all(_ value: YAMLValue) throws(YAMLFault) -> [String: CountryProfile] {
        try value.allow(["read", "countries"])
        var profiles: [String: CountryProfile] = [:]
        for entry in try value.required("countries").asEntries() { profiles[entry.key] = try CountryProfile(entry.value) }
        return profiles
    }

    private init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow([
            "authority", "channel", "act", "confidence", "warning", "stages", "omitStages", "addedStages", "fields",
        ])
        authority = try value.required("authority").asLocalized()
        channel = try value["channel"].map { (channel) throws(YAMLFault) in
            try channel.allow(["name", "url", "phone", "note"])
            return Channel(
                name: try channel.required("name").asText(), url: try channel["url"]?.asText(), phone: try channel["phone"]?.asText(),
                note: try channel["note"]?.asLocalized())
        }
        act = try value["act"]?.asLocalized()
        confidence = try value.required("confidence").asText()
        warning = try value["warning"]?.asLocalized()
        omitted = Set(try value["omitStages"]?.asTexts() ?? [])
        var stages: [String: StageChange] = [:]
        for entry in try value["stages"]?.asEntries() ?? [] {
            try entry.value.allow(["deadline", "beside", "note"])
            stages[entry.key] = StageChange(
                rules: try entry.value["deadline"].map(DeadlineRule.list), beside: try entry.value["beside"].map(DeadlineRule.list),
                note: try entry.value["note"]?.asLocalized())
        }
        self.stages = stages
        var added: [Stage] = []
        for stage in try value["addedStages"]?.asItems() ?? [] { added.append(try Stage(stage)) }
        self.added = added
        var fields: [(stages: [String], field: FieldRequest)] = []
        for field in try value["fields"]?.asItems() ?? [] {
            fields.append((try field.required("stages").asTexts(), try FieldRequest(field)))
        }
        self.fields = fields
    }
}
