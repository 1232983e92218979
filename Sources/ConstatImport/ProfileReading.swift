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
            "source", "kind", "title", "version", "format", "records", "within", "recognise", "zone", "fields", "milestones", "facts",
            "values", "transitions", "derive", "rows", "also", "each", "separator", "encoding", "skip", "decimal",
        ])
        self.name = name
        digest = Digest.hex(of: text)
        source = try root.required("source").asText()
        title = try root.required("title").asText()
        version = try root.required("version").asNumber()
        let kindValue = try root.required("kind")
        let kinds = RecordKind.allCases.filter(\.isImported)
        guard let kind = kinds.first(where: { $0.word == kindValue.text }) else {
            throw kindValue.fault("this is no kind of record", remedy: "known: \(kinds.map(\.word).joined(separator: ", "))")
        }
        self.kind = kind
        format = try Self.format(root)
        layout = try CSVReader.Layout(root)
        encoding = try Self.encoding(root["encoding"])
        try PathCheck.check(root, format)
        decimalMark = try Self.decimalMark(root["decimal"])
        each = try (root["each"]?.asTexts() ?? []).map(FieldPath.init)
        also = try root["also"]?.asTexts() ?? []
        isHistory = try Self.isHistory(root["rows"])
        records = try root["records"]?.asTexts() ?? [""]
        within = try (root["within"]?.asText()).map { FieldPath($0) }
        let zoneValue = try root.required("zone")
        guard let zone = Zone(try zoneValue.asText()) else {
            throw zoneValue.fault("this time zone is not known", remedy: "write an IANA name, e.g. Europe/Paris")
        }
        self.zone = zone
        recognise = try Recognition(root.required("recognise"))
        fields = try Self.fields(root.required("fields"))
        milestones = try Self.milestones(root["milestones"])
        facts = try kind.isMain ? Self.facts(root["facts"]) : Self.values(root["values"], of: kind)
        if let other = kind.isMain ? root["values"] : root["facts"] {
            throw other.fault("a \(kind.word) has no such part", remedy: kind.isMain ? "write facts:" : "write values:")
        }
        transitions = try Self.transitions(root["transitions"])
        derive = try Self.derive(root["derive"])
        given = Given(fields: Set(fields.keys), milestones: milestones.map(\.milestone), transitions: transitions, derive: derive)
        guard fields[.id] != nil else { throw try root.required("fields").fault("id is missing here", remedy: "add id:") }
        if isHistory {
            guard !transitions.isEmpty else {
                throw root.fault("rows are history, and there are no transitions", remedy: "add transitions:")
            }
        } else if kind.isMain, !milestones.contains(where: { $0.milestone == .raised }) {
            throw try root.required("milestones").fault("raised is missing here", remedy: "add raised:")
        }
    }

    private static func format(_ root: YAMLValue) throws(YAMLFault) -> Format {
        guard let value = root["format"] else { return .json }
        guard let format = Format(rawValue: try value.asText()) else {
            throw value.fault("this format is not known", remedy: "write json, csv (also for workbooks) or yaml")
        }
        return format
    }

    private static func encoding(_ value: YAMLValue?) throws(YAMLFault) -> String? {
        guard let value else { return nil }
        let name = try value.asText()
        guard RecodedStream.knows(name) else {
            throw value.fault("nobody knows this encoding", remedy: "write a name that `iconv --list` knows, e.g. windows-1252")
        }
        return name
    }

    private static func decimalMark(_ value: YAMLValue?) throws(YAMLFault) -> Character {
        guard let value else { return "." }
        guard let text = value.text, text == "," || text == "." else {
            throw value.fault("the decimal mark is a point or a comma", remedy: "write decimal: \",\"")
        }
        return Character(text)
    }

    private static func isHistory(_ value: YAMLValue?) throws(YAMLFault) -> Bool {
        guard let value else { return false }
        guard try value.asText() == "history" else { throw value.fault("rows can only be history", remedy: "leave it out otherwise") }
        return true
    }

    private static func fields(_ value: YAMLValue) throws(YAMLFault) -> [Field: FieldRule] {
        try value.allow(Set(Field.allCases.map(\.rawValue)))
        var fields: [Field: FieldRule] = [:]
        for entry in try value.asEntries() {
            guard let field = Field(rawValue: entry.key) else { continue }
            let rule = try FieldRule(entry.value)
            if rule.hasMap, FieldRule.codes(of: field) == nil {
                throw (entry.value["map"] ?? entry.value).fault("\(field.rawValue) is kept as it stands", remedy: "leave the map out")
            }
            try rule.checkWords(of: field, at: entry.value)
            fields[field] = rule
        }
        return fields
    }

    private static func milestones(_ value: YAMLValue?) throws(YAMLFault) -> [(milestone: Milestone, rules: [TimeRule])] {
        guard let value else { return [] }
        try value.allow(Set(Milestone.allCases.map(\.rawValue)))
        var milestones: [(milestone: Milestone, rules: [TimeRule])] = []
        for entry in try value.asEntries() {
            guard let milestone = Milestone(rawValue: entry.key) else { continue }
            milestones.append((milestone, try TimeRule.list(entry.value)))
        }
        return milestones
    }

    private static func facts(_ value: YAMLValue?) throws(YAMLFault) -> [(fact: String, rule: FactRule)] {
        var facts: [(fact: String, rule: FactRule)] = []
        for entry in try value?.asEntries() ?? [] { facts.append((entry.key, .text(try FieldRule(entry.value), words: []))) }
        return facts
    }

    private static func values(_ value: YAMLValue?, of kind: RecordKind) throws(YAMLFault) -> [(fact: String, rule: FactRule)] {
        guard let value else { return [] }
        try value.allow(Set(kind.values.map(\.name)))
        var values: [(fact: String, rule: FactRule)] = []
        for entry in try value.asEntries() {
            guard let known = kind.values.first(where: { $0.name == entry.key }) else { continue }
            switch known.form {
            case .instant: values.append((entry.key, .instant(try TimeRule.list(entry.value))))
            case .number: values.append((entry.key, .number(try FieldRule(entry.value))))
            case .text, .prose, .word:
                let rule = try FieldRule(entry.value)
                try rule.checkWords(known.words, named: known.name, at: entry.value)
                values.append((entry.key, .text(rule, words: known.words)))
            }
        }
        return values
    }
}

extension Recognition {
    init(_ value: YAMLValue) throws(YAMLFault) {
        try value.allow(["has", "lacks", "equals"])
        has = try (value["has"]?.asTexts() ?? []).map(FieldPath.init)
        lacks = try (value["lacks"]?.asTexts() ?? []).map(FieldPath.init)
        equals = try Self.conditions(value["equals"])
        guard !has.isEmpty || !equals.isEmpty else {
            throw value.fault("this recognises every file", remedy: "name under has: what only these exports have")
        }
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
    /// What a rule for a text or a word can say.
    static let keys: Set<String> = ["from", "map", "when", "trim", "inside", "match", "without"]

    /// `path`, `[path, path]`, or `{from: …, map: …, when: …}`.
    init(_ value: YAMLValue, allowing keys: Set<String> = Self.keys) throws(YAMLFault) {
        self.init()
        guard value.entries != nil else {
            from = try value.asTexts().map(FieldPath.init)
            return
        }
        try value.allow(keys)
        from = try value.required("from").asTexts().map(FieldPath.init)
        when = try Recognition.conditions(value["when"])
        trim = value["trim"]?.text ?? ""
        without = value["without"]?.text ?? ""
        inside = try (value["inside"]?.asText()).map { FieldPath($0) }
        if let expression = value["match"] {
            match = Match(try expression.asText())
            if match == nil { throw expression.fault("this is no regular expression", remedy: "quote it with '…'; one group in ( )") }
        }
        for entry in try value["map"]?.asEntries() ?? [] { try read(entry, at: value["map"] ?? value) }
    }

    /// `word: house-word`, or `0..3: house-word`.
    private mutating func read(_ entry: (key: String, value: YAMLValue), at map: YAMLValue) throws(YAMLFault) {
        let word = entry.value.text ?? ""
        let bounds = entry.key.split(separator: ".", omittingEmptySubsequences: true).map { Int($0) }
        guard entry.key.contains(".."), bounds.count == 2, let first = bounds[0], let last = bounds[1] else {
            self.map[entry.key.lowercased()] = word
            return
        }
        guard first <= last, !ranges.contains(where: { $0.range.overlaps(first...last) }) else {
            throw map.fault("the range \(entry.key) is empty, or overlaps another", remedy: "write ranges apart: 0..3, 4..7")
        }
        ranges.append((first...last, word))
    }

    /// Words on the right of a map must be words of the house.
    func checkWords(of field: Profile.Field, at value: YAMLValue) throws(YAMLFault) {
        try checkWords(Self.words(of: field) ?? [], named: field.rawValue, at: value)
    }

    /// - Parameter known: the words of the house; none where any word is one.
    func checkWords(_ known: [String], named name: String, at value: YAMLValue) throws(YAMLFault) {
        guard hasMap, !known.isEmpty else { return }
        for word in Array(map.values) + ranges.map(\.word) where !word.isEmpty && !known.contains(word) {
            throw (value["map"] ?? value).fault("\(word) is no \(name)", remedy: "known: \(known.joined(separator: ", "))")
        }
    }

    /// The words of a field in their order; nil where any text is one.
    static func words(of field: Profile.Field) -> [String]? { codes(of: field)?.sorted { $0.value < $1.value }.map(\.key) }

    /// The words of a field with the numbers they are stored by; nil where any text is one.
    static func codes(of field: Profile.Field) -> [String: Int64]? {
        switch field {
        case .severity: codes(Severity.self)
        case .status: codes(Status.self)
        case .verdict: codes(Verdict.self)
        case .discovery: codes(Discovery.self)
        case .tier: ["1": 1, "2": 2, "3": 3]
        case .merged: ["yes": 1]
        default: nil
        }
    }

    private static func codes<Word: CodedWord>(_ type: Word.Type) -> [String: Int64] {
        Dictionary(uniqueKeysWithValues: Word.allCases.map { ($0.word, Int64($0.rawValue)) })
    }
}

extension TimeRule {
    /// One rule, or a list of them.
    static func list(_ value: YAMLValue) throws(YAMLFault) -> [TimeRule] {
        var rules: [TimeRule] = []
        for rule in value.items ?? [value] { rules.append(try TimeRule(rule)) }
        return rules
    }

    init(_ value: YAMLValue) throws(YAMLFault) {
        field = try FieldRule(value, allowing: FieldRule.keys.subtracting(["map"]).union(["as", "precision", "least", "most"]))
        let formatValue = try value.required("as")
        guard let format = TimeFormat(try formatValue.asText()) else {
            throw formatValue.fault(
                "this way of writing times is not known",
                remedy:
                    "known: epoch-ms, epoch-s, iso8601, iso8601-local, parts, or a pattern such as dd/MM/yyyy HH:mm (hh needs a, for AM and PM)"
            )
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
        func isSet(_ key: String) -> Bool { ["yes", "true"].contains(value[key]?.text ?? "") }
        choice = isSet("least") ? .least : isSet("most") ? .most : .first
    }
}
