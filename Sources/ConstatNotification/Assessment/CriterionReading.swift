import ConstatModel
import ConstatYAML

extension Criterion.Named {
    /// - Parameter isNamed: whether the law's name of the test has to stand there, as in `assessment.yaml`.
    init(_ value: YAMLValue, isNamed: Bool) throws(YAMLFault) {
        let names: Set = ["id", "title", "article", "confidence"]
        guard let kind = try value.asEntries().map(\.key).first(where: { !names.contains($0) && Criterion.kinds.contains($0) }) else {
            throw value.fault("there is no test here", remedy: "write one of: \(Criterion.kinds.sorted().joined(separator: ", "))")
        }
        id = isNamed ? try value.required("id").asText() : ""
        title = isNamed ? try value.required("title").asLocalized() : Localized(en: "", fr: "")
        article = isNamed ? try value.required("article").asLocalized() : Localized(en: "", fr: "")
        confidence = isNamed ? try value.required("confidence").asText() : ""
        test = try Criterion(kind, value, names, isNamed)
    }

    static func list(_ value: YAMLValue, isNamed: Bool) throws(YAMLFault) -> [Criterion.Named] {
        var tests: [Criterion.Named] = []
        for item in try value.asItems() { tests.append(try Criterion.Named(item, isNamed: isNamed)) }
        guard !tests.isEmpty else { throw value.fault("a test is expected here") }
        return tests
    }
}

extension Criterion {
    static let kinds: Set = ["all", "any", "none", "atLeast", "value", "count", "minutes"]
    private static let comparisons: Set = ["is", "oneOf", "includes", "above", "from", "known"]

    fileprivate init(_ kind: String, _ value: YAMLValue, _ names: Set<String>, _ isNamed: Bool) throws(YAMLFault) {
        let operand = try value.required(kind)
        try value.allow(names.union([kind, "of"]).union(Self.comparisons))
        switch kind {
        case "all": self = .all(try Named.list(operand, isNamed: isNamed))
        case "any": self = .any(try Named.list(operand, isNamed: isNamed))
        case "none": self = .none(try Named.list(operand, isNamed: isNamed))
        case "atLeast": self = .atLeast(try operand.asNumber(), of: try Named.list(value.required("of"), isNamed: isNamed))
        case "count": self = .count(try operand.asPaths()[0], try Comparison(value))
        case "minutes":
            let paths = try operand.asPaths()
            guard paths.count == 2 else { throw operand.fault("two instants are expected here") }
            self = .minutes(from: paths[0], to: paths[1], try Comparison(value))
        default: self = .value(try operand.asPaths(), try Comparison(value))
        }
    }
}

extension Criterion.Comparison {
    fileprivate init(_ value: YAMLValue) throws(YAMLFault) {
        if let words = value["is"] ?? value["oneOf"] {
            self = .oneOf(try words.asTexts())
        } else if let words = value["includes"] {
            self = .includes(try words.asTexts())
        } else if let bound = value["above"] {
            self = .above(try Criterion.Bound(bound))
        } else if let bound = value["from"] {
            self = .from(try Criterion.Bound(bound))
        } else if value["known"] != nil {
            self = .known
        } else {
            throw value.fault("nothing to compare with stands here", remedy: "write is, oneOf, includes, above, from or known")
        }
    }
}

extension Criterion.Bound {
    fileprivate init(_ value: YAMLValue) throws(YAMLFault) {
        guard let members = value["lowerOf"] else {
            parts = [.fixed(try value.asThousandths())]
            return
        }
        var parts: [Part] = []
        for member in try members.asItems() {
            if let share = member["percent"] {
                parts.append(.percent(try share.asThousandths(), of: try member.required("of").asPaths()))
            } else {
                parts.append(.fixed(try member.asThousandths()))
            }
        }
        self.parts = parts
    }
}

extension YAMLValue {
    func asThousandths() throws(YAMLFault) -> Int64 {
        guard let number = Thousandths.of(try asText()) else { throw fault("a number is expected here") }
        return number
    }

    /// `fact.x`, `entity.x`, `case.x`, or several.
    func asPaths() throws(YAMLFault) -> [String] {
        let paths = try asTexts()
        for path in paths where !["fact.", "entity.", "case."].contains(where: path.hasPrefix) {
            throw fault("\(path) is no path", remedy: "write fact.NAME, entity.NAME or case.NAME")
        }
        return paths
    }
}
