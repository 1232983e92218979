import ConstatModel
public import ConstatYAML

/// What a report is held against before it is handed to an authority, besides that each field is filled: `checks.yaml`.
public struct ReportRules: Sendable {
    /// The shape a text has to have.
    enum Shape: String, CaseIterable, Sendable { case lei, email, phone, reference, authorityReference, notHome }

    /// What must hold of the facts.
    enum Rule: Sendable {
        case shape(Shape)
        case test(Criterion.Named)
        /// Of these words exactly one is in the list.
        case exactlyOne([String])
        /// This word stands alone in its list.
        case alone(String)
        /// Each word has its parent in another fact.
        case children(of: String, [String: [String]])
        /// As many items as another fact has.
        case asMany(String)
    }

    struct Check: Sendable {
        let number: String
        /// Countries whose authority asks for it; empty for all.
        let countries: [String]
        let rule: Rule
        let problem: Localized
        let source: Localized?
    }

    /// How the file is laid out.
    public let layout: ReportFile.Layout
    let checks: [Check]
    /// What is wrong with the form of a value, in words: `dayOnly`, `empty`, `tooLong`, `tooLongDuration`, `notInList`.
    let forms: [String: Localized]
}

extension ReportRules {
    /// Reads `checks.yaml`.
    public init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow(["version", "keyOrder", "items", "forms", "checks"])
        let items = try value["items"].map { (items) throws(YAMLFault) in
            (list: try items.required("list").asText(), key: try items.required("key").asText())
        }
        layout = ReportFile.Layout(order: try value.required("keyOrder").asTexts(), items: items)
        var checks: [Check] = []
        for check in try value.required("checks").asItems() { checks.append(try Check(check)) }
        self.checks = checks
        var forms: [String: Localized] = [:]
        for form in try value.required("forms").asEntries() { forms[form.key] = try form.value.asLocalized() }
        self.forms = forms
    }
}

extension ReportRules {
    /// Every path its tests look at.
    public var paths: [String] {
        checks.flatMap { check -> [String] in
            switch check.rule {
            case .test(let test): test.paths
            case .children(let parent, _): ["fact.\(parent)"]
            default: []
            }
        }
    }
}

extension ReportRules.Check {
    fileprivate init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow([
            "number", "countries", "shape", "test", "exactlyOneOf", "alone", "childrenOf", "tree", "asManyAs", "problem", "source",
        ])
        number = try value.required("number").asText()
        countries = try value["countries"]?.asTexts() ?? []
        problem = try value.required("problem").asLocalized()
        source = try value["source"]?.asLocalized()
        if let shape = value["shape"] {
            rule = .shape(try shape.asOneOf("shape"))
        } else if let test = value["test"] {
            rule = .test(try Criterion.Named(test, isNamed: false))
        } else if let words = value["exactlyOneOf"] {
            rule = .exactlyOne(try words.asTexts())
        } else if let word = value["alone"] {
            rule = .alone(try word.asText())
        } else if let other = value["asManyAs"] {
            rule = .asMany(try other.asText())
        } else {
            var tree: [String: [String]] = [:]
            for entry in try value.required("tree").asEntries() { tree[entry.key] = try entry.value.asTexts() }
            rule = .children(of: try value.required("childrenOf").asText(), tree)
        }
    }
}
