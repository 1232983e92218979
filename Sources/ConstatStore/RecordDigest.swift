import ConstatModel

/// What a record says, as one text without ambiguity: equal texts, equal records.
enum RecordDigest {
    static func text(of record: Record) -> String {
        var parts: [String?] = [
            record.kind.word, record.source, record.tenant, record.native, record.number, record.title,
            record.severity?.word, record.status?.word, record.verdict?.word, record.tier.map(String.init), record.rule,
            record.techniques.joined(separator: " "), record.category, record.discovery?.word, record.rootCause,
            record.mergedInto, record.caseID, FactsText.encode(record.facts),
            record.updated.map { String($0.milliseconds) },
        ]
        for milestone in Milestone.allCases {
            parts.append(record.milestones[milestone].map { "\($0.instant.milliseconds) \($0.precision.rawValue)" })
        }
        // Each part says how long it is, so that no two records can share a text.
        return parts.map { part in part.map { "\($0.utf8.count):\($0)" } ?? "-" }.joined(separator: ",")
    }

    static func short(of record: Record) -> Int64 {
        var digest = Digest()
        digest.update(text(of: record))
        return digest.short()
    }
}
