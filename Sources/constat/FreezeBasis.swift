import ConstatModel
import ConstatStore

/// What all frozen figures rest on besides records: while it is alike, no figure can have changed.
struct FreezeBasis: Equatable {
    /// The number of the last import; 0 for none.
    let receipt: Int
    /// SHA-256 of what `constat.yaml` and the rules of Controls/ say.
    let rules: String
    /// What was recorded as sent or decided.
    private let register: [RegisterEntry]

    init(_ store: Store, _ workspace: Workspace) throws {
        (receipt, rules) = (try store.receipts().last?.number ?? 0, try workspace.rules())
        register = try store.register().filter { $0.action != .reference }
    }

    /// SHA-256 over what was recorded for a tenant; nil for all together.
    func register(of tenant: String?) -> String {
        let lines = register.filter { tenant == nil || $0.tenant == tenant }.map { entry in
            [entry.source, entry.tenant, entry.native, entry.regime, entry.stage ?? entry.outcome ?? "", entry.at.iso]
                .joined(separator: "\u{1F}")
        }
        return Digest.hex(of: lines.sorted().joined(separator: "\n"))
    }

    /// Without an import, an entry of the register, another rule or another tool no figure can have changed.
    func mayDiffer(_ freeze: Freeze) -> Bool {
        let isAsItWas = receipt == freeze.receipt && freeze.configuration == rules && freeze.register == register(of: freeze.tenant)
        return !isAsItWas || freeze.tool != "constat \(Constat.version)"
    }
}
