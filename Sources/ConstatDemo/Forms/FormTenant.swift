/// What the forms need to know of a tenant.
struct FormTenant {
    /// An alert that an import can read, with the id its tool writes.
    struct KnownAlert {
        let id: String
        /// As the exports show it.
        let alert: SimulatedAlert
    }

    /// A rule with the name that alerts give it, and the log source it needs.
    struct KnownRule {
        let id: String
        let rule: Rule
        let source: String
    }

    let slug: String
    /// What its identifiers begin with.
    let mark: String
    let language: FormLanguage
    /// How large it is, in percent of the bank.
    let size: Int
    let sources: [SourcePlan]
    let roster: Roster
    let rules: [KnownRule]
    let alerts: [KnownAlert]
    let history: TenantHistory
    /// What an import takes for the identifier of a case, per key.
    let caseIDs: [String]
    private let seed: UInt64

    /// What is the same whatever the seed.
    struct Profile {
        let slug: String
        let mark: String
        let language: FormLanguage
        let size: Int
        let sources: [SourcePlan]
        let roster: Roster
    }

    /// - Parameter alertIDs: per alert of the history, what its tool calls it.
    init(_ profile: Profile, rules: [KnownRule], history: TenantHistory, alertIDs: [String], caseIDs: [String], seed: UInt64) {
        (slug, mark, language, size) = (profile.slug, profile.mark, profile.language, profile.size)
        (sources, roster) = (SourcePlan.common + profile.sources, profile.roster)
        (self.rules, self.history, self.caseIDs, self.seed) = (rules, history, caseIDs, seed)
        alerts = zip(alertIDs, history.alerts).enumerated().compactMap { row, known in
            guard Damage.at(row, of: history.alerts.count) == nil else { return nil }
            return KnownAlert(id: known.0, alert: known.1.seen(at: Period.export))
        }
    }

    /// A stream of its own for each form.
    func random(_ purpose: String) -> SplitMix64 { SplitMix64(seed: seed, stream: "\(slug) form \(purpose)") }

    func sourceID(_ name: String) -> String { "\(mark)-\(name)" }

    /// The rows with their identifiers, in the order given.
    func numbered<Row: FormRow>(_ rows: [Row], _ letters: String, width: Int = 3) -> [Row] {
        rows.enumerated().map { index, row in
            var row = row
            row.id = "\(mark)-\(letters)-\(TimeText.padded(index + 1, width))"
            return row
        }
    }
}
