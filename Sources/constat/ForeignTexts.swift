import ConstatModel
import ConstatStore
import Foundation

/// What would give away that a document of one tenant holds something of another.
struct ForeignTexts {
    /// Shorter ids are looked for where ids of records stand: elsewhere they may be anything.
    private static let telling = 6

    private let tenant: String
    /// Other organisations' names and slugs, as they stand; and those of several words, whatever their letters and signs look like.
    private let others: Set<String>
    private let longNames: [String]
    private let owners: RecordOwners

    init(tenant: String, among tenants: [String], _ workspace: Workspace, _ owners: RecordOwners) {
        let others = tenants.filter { $0 != tenant }
        let names = Set(others + others.map { workspace.name(of: $0) })
        self.others = names.subtracting([tenant, workspace.name(of: tenant), workspace.organisation ?? "", ""])
        (self.tenant, self.owners) = (tenant, owners)
        let own = [tenant, workspace.name(of: tenant), workspace.organisation ?? ""].map(Self.folded)
        longNames = self.others.filter { $0.contains(" ") }.map(Self.folded).filter { !own.contains($0) }
    }

    /// Whether a text is another tenant's name, or holds one of several words: one word may be any.
    func names(in text: String) -> Bool {
        if others.contains(text) { return true }
        guard !longNames.isEmpty else { return false }
        let folded = " \(Self.folded(text)) "
        return longNames.contains { folded.contains(" \($0) ") }
    }

    /// Whether a text is another tenant's, by a name or by the id of a record.
    func holds(_ text: String) -> Bool { names(in: text) || isID(text) }

    /// Whether a text is the id of another tenant's record.
    func isID(_ text: String) -> Bool { text.utf8.count >= Self.telling && owners.isForeign(text, to: tenant) }

    /// In small letters without accents, the words one blank apart.
    private static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }

    /// Every text of a JSON value, but for keys.
    static func texts(of value: Any) -> [String] {
        switch value {
        case let text as String: [text]
        case let list as [Any]: list.flatMap(texts)
        case let object as [String: Any]: object.sorted { $0.key < $1.key }.flatMap { texts(of: $0.value) }
        default: []
        }
    }
}
