import ConstatModel
import ConstatStore

/// What would give away that a document of one tenant holds something of another.
struct ForeignTexts {
    /// Shorter ids are looked for where ids of records stand: elsewhere they may be anything.
    private static let telling = 6

    private let tenant: String
    private let others: Set<String>
    /// Inside a text the name of an organisation counts where it has several words: one word may be any.
    private let longNames: [String]
    private let owners: RecordOwners

    init(tenant: String, among tenants: [String], _ workspace: Workspace, _ owners: RecordOwners) {
        let others = tenants.filter { $0 != tenant }
        let names = Set(others + others.map { workspace.name(of: $0) })
        self.others = names.subtracting([tenant, workspace.name(of: tenant), workspace.organisation ?? "", ""])
        (self.tenant, self.owners) = (tenant, owners)
        longNames = self.others.filter { $0.contains(" ") }
    }

    /// Whether a text is another tenant's name, or holds one.
    func names(in text: String) -> Bool { others.contains(text) || longNames.contains { text.contains($0) } }

    /// Whether a text is another tenant's, by a name or by the id of a record.
    func holds(_ text: String) -> Bool {
        names(in: text) || text.utf8.count >= Self.telling && owners.isForeign(text, to: tenant)
    }

    /// Every text of a JSON value, but for keys.
    static func texts(of value: Any) -> [String] {
        switch value {
        case let text as String: [text]
        case let list as [Any]: list.flatMap(texts)
        case let object as [String: Any]: object.values.flatMap(texts)
        default: []
        }
    }
}
