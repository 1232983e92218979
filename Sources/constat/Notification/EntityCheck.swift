import ConstatModel
import ConstatNotification

extension NotificationRules {
    /// Keys of an entity that no field and no test asks for.
    private static let others = ["zone"]

    /// - Throws: for what a tenant's entity says that no clock could run and no draft be written with.
    func check(_ tenant: TenantSettings) throws {
        let place = "constat.yaml: tenants.\(tenant.slug)"
        for (key, value) in tenant.entity.sorted(by: { $0.key < $1.key }) {
            guard entityKeys.contains(key) else {
                throw UsageError.unknownWord(option: "\(place).entity", word: key, known: entityKeys.sorted())
            }
            if let (problem, remedy) = fault(key, value, tenant) {
                throw UsageError.fault(place: "\(place).entity.\(key)", problem: problem, remedy: remedy)
            }
        }
        for (name, value) in tenant.settings.sorted(by: { $0.key < $1.key }) { try check("\(place).settings", name, value) }
    }

    private var entityKeys: Set<String> {
        let paths = regimes.flatMap(\.stages).flatMap(\.fields).flatMap(\.from) + assessments.flatMap(\.paths)
        return Set(paths.filter { $0.hasPrefix("entity.") && !$0.dropFirst(7).contains(".") }.map { String($0.dropFirst(7)) } + Self.others)
            .union(fieldKeysOfCountries)
    }

    private func fault(_ key: String, _ value: String, _ tenant: TenantSettings) -> (problem: String, remedy: String)? {
        func oneOf(_ words: [String]) -> (String, String)? {
            words.contains(value) ? nil : ("this word is not known here", "known: \(words.joined(separator: ", "))")
        }
        switch key {
        case "lei", "parentLei": return LEI.fault(in: value).map { ($0, "write it as the GLEIF register has it") }
        case "country":
            return oneOf((facts.lists["eeaStates"] ?? []).map(\.id)).map { ("this is no country of the European Economic Area", $0.1) }
        case "type" where tenant.regimes.contains("dora"): return oneOf((facts.lists["doraEntityTypes"] ?? []).map(\.id))
        case "nis2Class": return oneOf(["essential", "important", "none"])
        case "size": return oneOf(["micro", "small", "medium", "large"])
        case "simplifiedRegime": return oneOf(["yes", "no"])
        case "turnover", "usersInUnion":
            return Thousandths.of(value) == nil ? ("this is no number", "write digits only, e.g. 61000000") : nil
        case "zone": return Zone(value) == nil ? ("this time zone is not known", "write an IANA name, e.g. Europe/Paris") : nil
        default: return nil
        }
    }

    private func check(_ place: String, _ name: String, _ value: String) throws {
        let parts = name.split(separator: ".").map(String.init)
        let known = regimes.flatMap { regime in regime.settings.map { (name: "\(regime.id).\($0.id)", setting: $0) } }
        guard parts.count == 2, let setting = known.first(where: { $0.name == name })?.setting else {
            throw UsageError.unknownWord(option: place, word: name, known: known.map(\.name))
        }
        if !setting.values.contains(value) {
            throw UsageError.unknownWord(option: "\(place).\(name)", word: value, known: setting.values)
        }
    }
}
