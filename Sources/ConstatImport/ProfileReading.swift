import ConstatModel
import ConstatYAML

extension Profile {
    /// Reads a profile.
    ///
    /// - Parameter name: the file's name without its ending.
    /// - Throws: `YAMLFault` with line and column for anything that is not as it should be.
    init(yaml text: String, name: String, file: String) throws(YAMLFault) {
        let root = try YAMLValue.parse(text, file: file)
        try root.allow([
            "source", "kind", "title", "version", "format", "records", "within", "recognise", "zone", "fields",
            "milestones", "facts",
        ])
        self.name = name
        digest = Digest.hex(of: text)
        source = try root.required("source").asText()
        title = try root.required("title").asText()
        version = try root.required("version").asNumber()
        let kindValue = try root.required("kind")
        guard let kind = RecordKind.allCases.first(where: { $0.word == kindValue.text }) else {
            throw kindValue.fault("this is no kind of record", remedy: "write alert or case")
        }
        self.kind = kind
        let format = try root["format"]?.asText() ?? "json"
        guard ["json", "csv"].contains(format) else {
            throw root.fault("format \(format) is not known", remedy: "write json or csv")
        }
        isCSV = format == "csv"
        records = try root["records"]?.asTexts() ?? [""]
        within = try (root["within"]?.asText()).map { FieldPath($0) }
        let zoneValue = try root.required("zone")
        guard let zone = Zone(try zoneValue.asText()) else {
            throw zoneValue.fault("this time zone is not known", remedy: "write an IANA name, e.g. Europe/Paris")
        }
        self.zone = zone
        recognise = try Recognition(root.required("recognise"))
        fields = try Self.fields(root.required("fields"))
        milestones = try Self.milestones(root.required("milestones"))
        facts = try Self.facts(root["facts"])
        given = Self.given(fields, milestones.map(\.milestone))
        guard fields[.id] != nil else { throw try root.required("fields").fault("id is missing here", remedy: "add id:") }
        guard milestones.contains(where: { $0.milestone == .raised }) else {
            throw try root.required("milestones").fault("raised is missing here", remedy: "add raised:")
        }
    }

    private static func fields(_ value: YAMLValue) throws(YAMLFault) -> [Field: FieldRule] {
        try value.allow(Set(Field.allCases.map(\.rawValue)))
        var fields: [Field: FieldRule] = [:]
        for entry in try value.asEntries() {
            guard let field = Field(rawValue: entry.key) else { continue }
            fields[field] = try FieldRule(entry.value)
            try fields[field]?.checkWords(of: field, at: entry.value)
        }
        return fields
    }

    private static func milestones(_ value: YAMLValue) throws(YAMLFault) -> [(milestone: Milestone, rules: [TimeRule])] {
        try value.allow(Set(Milestone.allCases.map(\.rawValue)))
        var milestones: [(milestone: Milestone, rules: [TimeRule])] = []
        for entry in try value.asEntries() {
            guard let milestone = Milestone(rawValue: entry.key) else { continue }
            var rules: [TimeRule] = []
            for rule in entry.value.items ?? [entry.value] { rules.append(try TimeRule(rule)) }
            milestones.append((milestone, rules))
        }
        return milestones
    }

    private static func facts(_ value: YAMLValue?) throws(YAMLFault) -> [(fact: String, rule: FieldRule)] {
        var facts: [(fact: String, rule: FieldRule)] = []
        for entry in try value?.asEntries() ?? [] { facts.append((entry.key, try FieldRule(entry.value))) }
        return facts
    }

    private static func given(_ fields: [Field: FieldRule], _ milestones: [Milestone]) -> Given {
        var given = milestones.reduce(into: Given()) { $0.insert(Given($1)) }
        let byField: [Field: Given] = [
            .severity: .severity, .status: .status, .verdict: .verdict, .tier: .tier, .discovery: .discovery,
        ]
        for (field, flag) in byField where fields[field] != nil { given.insert(flag) }
        return given
    }
}

extension Recognition {
    init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow(["has", "lacks", "equals"])
        has = try (value["has"]?.asTexts() ?? []).map(FieldPath.init)
        lacks = try (value["lacks"]?.asTexts() ?? []).map(FieldPath.init)
        equals = try Self.conditions(value["equals"])
    }

    static func conditions(_ value: YAMLValue?) throws(YAMLFault) -> [(path: FieldPath, texts: [String])] {
        var conditions: [(path: FieldPath, texts: [String])] = []
        for entry in try value?.asEntries() ?? [] {
            conditions.append((FieldPath(entry.key), try entry.value.asTexts()))
        }
        return conditions
    }
}

extension FieldRule {
    /// `path`, `[path, path]`, or `{from: …, map: …, when: …}`.
    init(_ value: YAMLValue) throws(YAMLFault) {
        guard value.entries != nil else {
            from = try value.asTexts().map(FieldPath.init)
            return
        }
        try value.allow(["from", "map", "when", "as", "precision", "trim"])
        from = try value.required("from").asTexts().map(FieldPath.init)
        when = try Recognition.conditions(value["when"])
        trim = value["trim"]?.text ?? ""
        for entry in try value["map"]?.asEntries() ?? [] {
            let word = entry.value.text ?? ""
            let bounds = entry.key.split(separator: ".", omittingEmptySubsequences: true).compactMap { Int($0) }
            if entry.key.contains(".."), bounds.count == 2, bounds[0] <= bounds[1] {
                ranges.append((bounds[0]...bounds[1], word))
            } else {
                map[entry.key.lowercased()] = word
            }
        }
    }

    /// Words on the right of a map must be words of the house.
    func checkWords(of field: Profile.Field, at value: YAMLValue) throws(YAMLFault) {
        guard hasMap, let known = Self.words(of: field) else { return }
        for word in Array(map.values) + ranges.map(\.word) where !word.isEmpty && !known.contains(word) {
            throw (value["map"] ?? value).fault(
                "\(word) is no \(field.rawValue)", remedy: "known: \(known.joined(separator: ", "))")
        }
    }

    static func words(of field: Profile.Field) -> [String]? {
        switch field {
        case .severity: Severity.allCases.map(\.word)
        case .status: Status.allCases.map(\.word)
        case .verdict: Verdict.allCases.map(\.word)
        case .discovery: Discovery.allCases.map(\.word)
        case .tier: ["1", "2", "3"]
        case .merged: ["yes"]
        default: nil
        }
    }
}

extension TimeRule {
    init(_ value: YAMLValue) throws(YAMLFault) {
        field = try FieldRule(value)
        let formatValue = try value.required("as")
        guard let format = TimeFormat(try formatValue.asText()) else {
            throw formatValue.fault(
                "this way of writing times is not known",
                remedy: "known: epoch-ms, epoch-s, iso8601, iso8601-local, or a pattern such as dd/MM/yyyy HH:mm")
        }
        self.format = format
        let words: [String: Precision] = [
            "exact": .exact, "reported": .reported, "estimated": .estimated, "bounded": .bounded, "day": .day,
        ]
        let word = try value["precision"]?.asText() ?? "exact"
        guard let precision = words[word] else {
            throw value.fault("precision \(word) is not known", remedy: "known: \(words.keys.sorted().joined(separator: ", "))")
        }
        self.precision = precision
    }
}
