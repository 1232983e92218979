import ConstatModel

/// Whether records are alerts or cases, as the names of their fields speak of them.
enum DraftKind {
    static func guessed(_ sample: DraftSample) -> RecordKind {
        let fields = sample.collector.fields
        let place = NameWords(sample.reading.joined(separator: " ")).words
        func count(_ words: Set<String>) -> Int {
            fields.count { !$0.name.all.isDisjoint(with: words) } + place.count { words.contains($0) } * 3
        }
        return count(alert) > count(`case`) ? .alert : .case
    }

    private static let alert: Set<String> = [
        "alert", "alerts", "alerte", "alertes", "detection", "detections", "finding", "findings", "offense", "rule", "regle", "signature",
    ]
    private static let `case`: Set<String> = [
        "case", "cases", "incident", "incidents", "ticket", "tickets", "issue", "issues", "dossier", "requester", "demandeur", "resolution",
        "technicien",
    ]
}
