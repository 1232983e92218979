import ConstatModel
public import ConstatYAML

extension Assessment {
    /// Reads the assessments of one `assessment.yaml`.
    public static func all(_ value: YAMLValue) throws(YAMLFault) -> [Assessment] {
        try value.allow(["version", "assessments", "severity"])
        var assessments: [Assessment] = []
        for item in try value.required("assessments").asItems() { assessments.append(try Assessment(item)) }
        return assessments
    }

    private init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow([
            "id", "regime", "title", "article", "confidence", "applies", "appliesNote", "test", "met", "notMet", "unknown", "notes",
            "beside",
            "isSupport",
        ])
        id = try value.required("id").asText()
        regime = try value.required("regime").asText()
        title = try value.required("title").asLocalized()
        article = try value.required("article").asLocalized()
        confidence = try value.required("confidence").asText()
        applies = try value["applies"].map { (value) throws(YAMLFault) in try Criterion.Named(value, isNamed: value["id"] != nil) }
        appliesNote = try value["appliesNote"]?.asLocalized()
        let test = try value.required("test")
        self.test = try Criterion.Named(test, isNamed: true)
        conclusions = [
            .met: try value.required("met").asLocalized(), .notMet: try value.required("notMet").asLocalized(),
            .unknown: try value.required("unknown").asLocalized(),
        ]
        var notes: [Localized] = []
        for note in try value["notes"]?.asItems() ?? [] { notes.append(try note.asLocalized()) }
        self.notes = notes
        beside = try value["beside"].map { (value) throws(YAMLFault) in try Criterion.Named.list(value, isNamed: true) } ?? []
        isSupport = value["isSupport"]?.text == "true"
    }
}
