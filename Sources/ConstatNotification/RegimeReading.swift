import ConstatModel
public import ConstatYAML
public import Foundation

extension Regime {
    /// Reads every `notification.yaml` in the subfolders of some folders, in the order of their names.
    public static func all(in folders: [URL]) throws(YAMLFault) -> [Regime] {
        var byID: [String: Regime] = [:]
        for folder in folders {
            for id in ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted() {
                let url = folder.appendingPathComponent("\(id)/notification.yaml")
                guard let bytes = FileManager.default.contents(atPath: url.path) else { continue }
                byID[id] = try Regime(YAMLValue.parse(String(decoding: bytes, as: UTF8.self), file: "\(id)/notification.yaml"))
            }
        }
        return byID.values.sorted { $0.id < $1.id }
    }

    init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow(["regime", "title", "authority", "act", "actFr", "version", "status", "opens", "stages"])
        id = try value.required("regime").asText()
        title = try value.required("title").asLocalized()
        authority = try value.required("authority").asLocalized()
        act = Localized(en: try value.required("act").asText(), fr: try value.required("actFr").asText())
        version = try value.required("version").asText()
        status = try value.required("status").asLocalized()
        opening = try Opening(value.required("opens"))
        var stages: [Stage] = []
        for stage in try value.required("stages").asItems() { stages.append(try Stage(stage)) }
        self.stages = stages
    }
}

extension Opening {
    init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow(["milestone", "needs", "unless"])
        milestone = try value.required("milestone").asMilestone()
        needs = try value["needs"].map(Self.condition)
        unless = try value["unless"].map(Self.condition)
    }

    private static func condition(_ value: YAMLValue) throws(YAMLFault) -> (fact: String, value: String) {
        try value.allow(["fact", "is"])
        return (try value.required("fact").asText(), try value.required("is").asText())
    }
}

extension Stage {
    init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow(["id", "title", "article", "content", "deadline", "beside", "easing", "fields"])
        id = try value.required("id").asText()
        title = try value.required("title").asLocalized()
        article = try value.required("article").asLocalized()
        content = try value.required("content").asLocalized()
        rules = try Self.rules(value.required("deadline"))
        beside = try value["beside"].map(Self.rules) ?? []
        easing = try value["easing"].map(Easing.init)
        var fields: [FieldRequest] = []
        for field in try value.required("fields").asItems() { fields.append(try FieldRequest(field)) }
        self.fields = fields
    }

    private static func rules(_ value: YAMLValue) throws(YAMLFault) -> [DeadlineRule] {
        var rules: [DeadlineRule] = []
        for rule in try value.asItems() { rules.append(try DeadlineRule(rule)) }
        return rules
    }
}

extension DeadlineRule {
    init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow([
            "id", "anchor", "which", "hours", "months", "until", "article", "confidence", "entityTypes", "unless", "legalLatest",
            "unlessSubmitted", "onlyIfSubmitted",
        ])
        id = try value.required("id").asText()
        let word = try value.required("anchor").asText()
        if word.hasPrefix("submission.") {
            let which: DeadlineRule.Which? = try value["which"].map { (value) throws(YAMLFault) in try value.asOneOf("which") }
            anchor = .submission(String(word.dropFirst("submission.".count)), isLatest: which == .latest)
        } else {
            anchor = .milestone(try value.required("anchor").asMilestone())
        }
        if let months = value["months"] {
            length = .months(try months.asNumber())
        } else {
            length = .hours(try value.required("hours").asNumber())
        }
        let until: DeadlineRule.Until? = try value["until"].map { (value) throws(YAMLFault) in try value.asOneOf("until") }
        isToEndOfDay = until == .endOfDay
        article = try value.required("article").asLocalized()
        confidence = try value.required("confidence").asText()
        entityTypes = try value["entityTypes"]?.asTexts() ?? []
        legalLatest = try value["legalLatest"].map { (latest) throws(YAMLFault) in
            try latest.allow(["rounding", "confidence"])
            return try latest.required("rounding").asOneOf("rounding")
        }
        unlessSubmitted = try value["unlessSubmitted"]?.asText()
        onlyIfSubmitted = try value["onlyIfSubmitted"]?.asText()
        unlessLater = try value["unless"].map { (unless) throws(YAMLFault) in
            try unless.allow(["milestone", "laterThan", "hours"])
            return (
                try unless.required("milestone").asMilestone(), try unless.required("laterThan").asMilestone(),
                try unless.required("hours").asNumber()
            )
        }
    }
}

extension Easing {
    init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow(["weekendHoliday", "exemptEntities", "exemptNis2Classes", "article", "confidence"])
        article = try value.required("article").asLocalized()
        exemptEntities = try value["exemptEntities"]?.asTexts() ?? []
        exemptClasses = try value["exemptNis2Classes"]?.asTexts() ?? []
    }
}

extension FieldRequest {
    init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow(["id", "label", "article", "number", "from", "value", "need", "condition", "confidence"])
        id = try value.required("id").asText()
        label = try value.required("label").asLocalized()
        article = try value.required("article").asLocalized()
        number = value["number"]?.text
        from = try value["from"]?.asTexts() ?? []
        self.value = try value["value"]?.asLocalized()
        need = try value.required("need").asOneOf("need")
        condition = try value["condition"]?.asLocalized()
        confidence = try value.required("confidence").asText()
    }
}

extension YAMLValue {
    /// A word of a closed list; a misspelt one must not change the law in silence.
    func asOneOf<Word: RawRepresentable & CaseIterable>(_ name: String) throws(YAMLFault) -> Word where Word.RawValue == String {
        guard let word = Word(rawValue: try asText()) else {
            throw fault("this \(name) is not known", remedy: "known: \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return word
    }

    func asLocalized() throws(YAMLFault) -> Localized {
        Localized(en: try required("en").asText(), fr: try required("fr").asText())
    }

    func asMilestone() throws(YAMLFault) -> Milestone {
        guard let milestone = Milestone(rawValue: try asText()) else { throw fault("this is no milestone") }
        return milestone
    }
}
