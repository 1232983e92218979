/// The paths by which an export of a tool may be told from those of others.
enum DraftRecognition {
    private static let most = 5
    private static let least = 3

    /// Three to five that are in every record, those with the rarest names, in the order of the export; fewer when there are no more.
    static func paths(_ fields: [DraftField], records: Int) -> [String] {
        let always = fields.filter { !$0.isMany && $0.records == records }
        let rated = always.enumerated().map { (place: $0.offset, path: $0.element.path, rareness: rareness($0.element.name)) }
        let ranked = rated.sorted { ($0.rareness, -$0.place) > ($1.rareness, -$1.place) }
        let rare = ranked.count { $0.rareness > 0 }
        return ranked.prefix(max(least, min(most, rare))).sorted { $0.place < $1.place }.map(\.path)
    }

    /// How many words are not such as any tool uses.
    private static func rareness(_ name: DraftName) -> Int { Set(name.full.words).subtracting(common).count }

    private static let common: Set<String> = [
        "id", "uuid", "key", "number", "name", "title", "summary", "description", "type", "kind", "category", "status", "state", "severity",
        "priority", "date", "time", "at", "on", "by", "created", "updated", "modified", "opened", "closed", "open", "start", "end", "user",
        "owner", "assignee", "assigned", "to", "source", "url", "link", "version", "count", "value", "tags", "labels", "message",
        "numero", "titre", "objet", "resume", "statut", "etat", "gravite", "priorite", "nom", "ouverture", "cloture", "ouvert", "clos",
        "technicien", "client", "categorie", "lien",
    ]
}
