import ConstatModel
public import ConstatYAML

extension Regime {
    /// Reads one `notification.yaml`.
    public init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow(["regime", "title", "authority", "act", "actFr", "version", "status", "opens", "groups", "settings", "stages"])
        id = try value.required("regime").asText()
        title = try value.required("title").asLocalized()
        authority = try value.required("authority").asLocalized()
        act = Localized(en: try value.required("act").asText(), fr: try value.required("actFr").asText())
        version = try value.required("version").asText()
        status = try value.required("status").asLocalized()
        opening = try Opening(value.required("opens"))
        var groups: [(id: String, title: Localized)] = []
        for group in try value["groups"]?.asItems() ?? [] {
            groups.append((try group.required("id").asText(), try group.required("title").asLocalized()))
        }
        self.groups = groups
        var settings: [Setting] = []
        for setting in try value["settings"]?.asItems() ?? [] { settings.append(try Setting(setting)) }
        self.settings = settings
        var stages: [Stage] = []
        for stage in try value.required("stages").asItems() { stages.append(try Stage(stage)) }
        self.stages = stages
        for (stage, field) in stages.flatMap({ stage in stage.fields.map { (stage, $0) } }) {
            guard let group = field.group, !groups.contains(where: { $0.id == group }) else { continue }
            throw value.fault("the group \(group) of \(stage.id), \(field.id), is not known")
        }
    }
}

extension Setting {
    init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow(["id", "values", "default", "article", "confidence", "note"])
        id = try value.required("id").asText()
        values = try value.required("values").asTexts()
        usual = try value.required("default").asText()
        article = try value.required("article").asLocalized()
        confidence = try value.required("confidence").asText()
        note = try value.required("note").asLocalized()
    }
}

extension Opening {
    init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow(["fact", "needs", "unless"])
        facts = try value.required("fact").asTexts()
        needs = try value["needs"].map(Self.condition)
        var unless: [(fact: String, value: String)] = []
        for condition in try value["unless"].map({ (value) throws(YAMLFault) in value.items ?? [value] }) ?? [] {
            unless.append(try Self.condition(condition))
        }
        self.unless = unless
    }

    private static func condition(_ value: YAMLValue) throws(YAMLFault) -> (fact: String, value: String) {
        try value.allow(["fact", "is"])
        return (try value.required("fact").asText(), try value.required("is").asText())
    }
}
