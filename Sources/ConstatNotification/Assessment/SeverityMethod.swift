public import ConstatModel
public import ConstatYAML

/// ENISA's method of 2013 for the severity of a personal data breach: context × ease of identification + circumstances.
///
/// It supports a decision and takes none.
public struct SeverityMethod: Sendable {
    /// A band of scores.
    public struct Band: Sendable {
        /// `low`, `medium`, `high`, `very-high`.
        public let id: String
        /// In both languages.
        public let title: Localized
        /// In thousandths; nil for the last.
        let below: Int64?
    }

    struct Scale: Sendable {
        let path: String
        /// In thousandths, by word.
        let values: [String: Int64]
    }

    /// What came out for one case.
    public struct Score: Sendable {
        /// In thousandths.
        public let score: Int64
        public let band: Band
        /// Whether the score lies so near to a band's edge that one answer may move it over.
        public let isNearEdge: Bool
    }

    /// The method's own source.
    public let article: Localized
    /// V, S, K or ?.
    public let confidence: String
    /// What it is and is not.
    public let notes: [Localized]
    let context: String
    let identification: Scale
    let circumstances: [Scale]
    let bands: [Band]
    let nearness: Int64
    /// What stands beside the score, e.g. more than 100 persons.
    let flags: [Criterion.Named]
}

extension SeverityMethod {
    /// The paths that are asked and not answered.
    public func missing(_ facts: CaseFacts) -> [String] {
        ([context, identification.path] + circumstances.map(\.path)).filter { facts.at($0) == nil }
    }

    /// Nil while an answer is missing.
    public func score(_ facts: CaseFacts) -> Score? {
        guard let context = facts.at(context)?.value.thousandths, let identification = identification.value(facts) else { return nil }
        var score = context * identification / 1_000
        for scale in circumstances {
            guard let value = scale.value(facts) else { return nil }
            score += value
        }
        guard let band = bands.first(where: { $0.below.map { score < $0 } ?? true }) else { return nil }
        return Score(score: score, band: band, isNearEdge: bands.compactMap(\.below).contains { abs($0 - score) <= nearness })
    }

    /// What stands beside the score.
    public func flags(_ facts: CaseFacts) -> [Finding] { flags.map { $0.answer(facts) } }
}

extension SeverityMethod.Scale {
    fileprivate func value(_ facts: CaseFacts) -> Int64? { facts.at(path)?.value.words.first.flatMap { values[$0] } }

    fileprivate init(_ value: YAMLValue) throws(YAMLFault) {
        path = try value.required("fact").asPaths()[0]
        var values: [String: Int64] = [:]
        for entry in try value.required("values").asEntries() {
            values[entry.key] = try entry.value.asThousandths()
        }
        self.values = values
    }
}

extension SeverityMethod {
    /// Reads the block `severity` of an `assessment.yaml`; nil when it has none.
    public init?(in file: YAMLValue) throws(YAMLFault) {
        guard let value = file["severity"] else { return nil }
        try value.allow([
            "article", "confidence", "context", "identification", "circumstances", "bands", "warnWithin", "flags", "notes",
        ])
        article = try value.required("article").asLocalized()
        confidence = try value.required("confidence").asText()
        context = try value.required("context").asPaths()[0]
        identification = try Scale(value.required("identification"))
        var scales: [Scale] = []
        for scale in try value.required("circumstances").asItems() { scales.append(try Scale(scale)) }
        circumstances = scales
        var bands: [Band] = []
        for band in try value.required("bands").asItems() {
            let below = try band["below"].map { (below) throws(YAMLFault) in try below.asThousandths() }
            bands.append(
                Band(id: try band.required("id").asText(), title: try band.required("title").asLocalized(), below: below))
        }
        self.bands = bands
        nearness = try value.required("warnWithin").asThousandths()
        flags = try value["flags"].map { (value) throws(YAMLFault) in try Self.flags(value) } ?? []
        var notes: [Localized] = []
        for note in try value["notes"]?.asItems() ?? [] { notes.append(try note.asLocalized()) }
        self.notes = notes
    }

    private static func flags(_ value: YAMLValue) throws(YAMLFault) -> [Criterion.Named] {
        var flags: [Criterion.Named] = []
        for flag in try value.asItems() {
            flags.append(
                Criterion.Named(
                    id: try flag.required("id").asText(), title: try flag.required("title").asLocalized(),
                    article: Localized(en: "", fr: ""), confidence: "",
                    test: try Criterion.Named(flag.required("test"), isNamed: false).test))
        }
        return flags
    }
}
