/// The three tenants, with the names that their tools give to alerts, cases and rules.
extension FormTenant {
    static func armorique(_ history: TenantHistory, seed: UInt64) -> FormTenant {
        let profile = Profile(
            slug: "armorique", mark: "ARM", language: .english, size: 100, sources: SourcePlan.armorique, roster: .threeShifts)
        let wazuh = RuleBook.wazuh.rules.map { KnownRule(id: WazuhAlerts.ruleID($0), rule: $0, source: "WAZ") }
        return FormTenant(
            profile, rules: known(.armorique, TheHiveAlerts.ruleID) + wazuh, history: history,
            alertIDs: TheHiveAlerts(history: history).ids(seed: seed), caseIDs: history.ids, seed: seed)
    }

    /// Its cases are known by their numbers: alerts of DFIR-IRIS name them so.
    static func ponant(_ history: TenantHistory, seed: UInt64) -> FormTenant {
        let profile = Profile(
            slug: "ponant", mark: "PON", language: .french, size: 72, sources: SourcePlan.ponant, roster: .officeAndOnCall)
        return FormTenant(
            profile, rules: known(.ponant) { $0.uuid }, history: history,
            alertIDs: ElasticAlerts(history: history, book: .ponant).ids(seed: seed), caseIDs: history.numbers.map { String($0) },
            seed: seed)
    }

    static func estran(_ history: TenantHistory, seed: UInt64) -> FormTenant {
        let profile = Profile(
            slug: "estran", mark: "EST", language: .english, size: 58, sources: SourcePlan.estran, roster: .officeHours)
        return FormTenant(
            profile, rules: known(.estran, ConstatAlerts.ruleID), history: history,
            alertIDs: history.alerts.indices.map { ConstatAlerts.id($0) }, caseIDs: history.ids, seed: seed)
    }

    private static func known(_ book: RuleBook, _ id: (Rule) -> String) -> [KnownRule] {
        book.rules.map { KnownRule(id: id($0), rule: $0, source: $0.category.source) }
    }
}
