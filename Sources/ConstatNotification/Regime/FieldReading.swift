import ConstatModel
import ConstatYAML

extension FieldRequest {
    init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow([
            "id", "group", "label", "article", "number", "from", "value", "token", "list", "need", "condition", "when", "whenSetting",
            "key",
            "form", "otherwise", "confidence", "stages",
        ])
        id = try value.required("id").asText()
        group = try value["group"]?.asText()
        label = try value.required("label").asLocalized()
        article = try value.required("article").asLocalized()
        number = value["number"]?.text
        from = try value["from"]?.asPaths() ?? []
        self.value = try value["value"]?.asLocalized()
        token = try value["token"]?.asText()
        list = try value["list"]?.asText()
        need = try value.required("need").asOneOf("need")
        condition = try value["condition"]?.asLocalized()
        test = try value["when"].map { (value) throws(YAMLFault) in try Criterion.Named(value, isNamed: false) }
        requiredBy = try value["whenSetting"].map { (value) throws(YAMLFault) in
            guard let entry = try value.asEntries().first else { throw value.fault("a setting is expected here") }
            return (entry.key, try entry.value.asText())
        }
        place = try value["key"].map { (key) throws(YAMLFault) in try Place(key, value) }
        confidence = try value.required("confidence").asText()
    }
}

extension FieldRequest.Place {
    fileprivate init(_ key: YAMLValue, _ field: YAMLValue) throws(YAMLFault) {
        self.key = try key.asText()
        form = try field.required("form").asOneOf("form")
        otherwise = try field["otherwise"].map { (value) throws(YAMLFault) in
            (try value.required("key").asText(), try value.required("from").asPaths())
        }
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
}
