import ConstatModel
import ConstatYAML

extension Stage {
    init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow([
            "id", "kind", "title", "article", "content", "deadline", "beside", "easing", "opens", "closes", "fields", "letter", "constants",
        ])
        id = try value.required("id").asText()
        kind = try value["kind"].map { (kind) throws(YAMLFault) in try kind.asOneOf("kind") } ?? .form
        title = try value.required("title").asLocalized()
        article = try value.required("article").asLocalized()
        content = try value.required("content").asLocalized()
        rules = try DeadlineRule.list(value.required("deadline"))
        beside = try value["beside"].map(DeadlineRule.list) ?? []
        easing = try value["easing"].map(Easing.init)
        opening = try value["opens"].map(Opening.init)
        closes = value["closes"]?.text == "true"
        var fields: [FieldRequest] = []
        for field in try value.required("fields").asItems() { fields.append(try FieldRequest(field)) }
        self.fields = fields
        var letter: [Paragraph] = []
        for paragraph in try value["letter"]?.asItems() ?? [] { letter.append(try Paragraph(paragraph)) }
        self.letter = letter
        var constants: [(key: String, value: String)] = []
        for entry in try value["constants"]?.asEntries() ?? [] { constants.append((entry.key, try entry.value.asText())) }
        self.constants = constants
        if (kind == .letter) == letter.isEmpty { throw value.fault("a letter has a text, and a form has none") }
    }
}

extension Stage.Paragraph {
    init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow(["en", "fr", "when", "heading"])
        text = try value.asLocalized()
        isHeading = value["heading"]?.text == "true"
        condition = try value["when"].map { (value) throws(YAMLFault) in try Criterion.Named(value, isNamed: false) }
    }
}

extension DeadlineRule {
    static func list(_ value: YAMLValue) throws(YAMLFault) -> [DeadlineRule] {
        var rules: [DeadlineRule] = []
        for rule in try value.asItems() { rules.append(try DeadlineRule(rule)) }
        return rules
    }

    init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow([
            "id", "anchor", "which", "hours", "days", "workingDays", "months", "until", "article", "confidence", "entityTypes", "unless",
            "legalLatest", "unlessSubmitted", "onlyIfSubmitted", "onlyIfUnknown", "guardsUntil",
        ])
        id = try value.required("id").asText()
        anchor = try Anchor(value.required("anchor"), which: value["which"])
        length = try Length(value)
        let until: Until? = try value["until"].map { (value) throws(YAMLFault) in try value.asOneOf("until") }
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
        onlyIfUnknown = try value["onlyIfUnknown"]?.asTexts() ?? []
        guardsUntil = try value["guardsUntil"]?.asTexts() ?? []
        unlessLater = try value["unless"].map { (unless) throws(YAMLFault) in
            try unless.allow(["fact", "laterThan", "hours"])
            return (
                try unless.required("fact").asText(), try unless.required("laterThan").asText(), try unless.required("hours").asNumber()
            )
        }
    }
}

extension DeadlineRule.Anchor {
    fileprivate init(_ value: YAMLValue, which: YAMLValue?) throws(YAMLFault) {
        let words = try value.asTexts()
        guard let word = words.first, word.hasPrefix("submission.") else {
            self = .facts(words)
            return
        }
        let which: DeadlineRule.Which? = try which.map { (value) throws(YAMLFault) in try value.asOneOf("which") }
        self = .submission(String(word.dropFirst("submission.".count)), isLatest: which == .latest)
    }
}

extension DeadlineRule.Length {
    fileprivate init(_ value: YAMLValue) throws(YAMLFault) {
        if let months = value["months"] {
            self = .months(try months.asNumber())
        } else if let days = value["days"] {
            self = .days(try days.asNumber())
        } else if let days = value["workingDays"] {
            self = .workingDays(try days.asNumber())
        } else {
            self = .hours(try value.required("hours").asNumber())
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
