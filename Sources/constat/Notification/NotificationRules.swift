import ConstatControls
import ConstatDocuments
import ConstatModel
import ConstatNotification
import ConstatResources
import ConstatStore
import ConstatYAML

/// What Controls/ says about telling authorities: facts, tests, regimes, countries, holidays, and the checks of a report.
struct NotificationRules {
    let facts: FactCatalogue
    let regimes: [Regime]
    let assessments: [Assessment]
    let severity: SeverityMethod?
    private let countries: [String: [String: CountryProfile]]
    private let reportRules: [String: ReportRules]
    private let folders: ResourceFolders

    init(_ folders: ResourceFolders) throws {
        self.folders = folders
        do {
            facts = try FactCatalogue(folders.yaml(.controls, "facts.yaml"))
            var (regimes, assessments): ([Regime], [Assessment]) = ([], [])
            var countries: [String: [String: CountryProfile]] = [:]
            var rules: [String: ReportRules] = [:]
            var severity: SeverityMethod?
            for id in Workspace.allRegimes {
                regimes.append(try Regime(folders.yaml(.controls, "\(id)/notification.yaml")))
                let file = try folders.yaml(.controls, "\(id)/assessment.yaml")
                assessments += try Assessment.all(file)
                severity = try SeverityMethod(in: file) ?? severity
                countries[id] = try CountryProfile.all(folders.yaml(.controls, "\(id)/countries.yaml"))
                if folders.file(.controls, "\(id)/checks.yaml") != nil {
                    rules[id] = try ReportRules(folders.yaml(.controls, "\(id)/checks.yaml"))
                }
            }
            (self.regimes, self.assessments, self.countries, self.severity, reportRules) = (
                regimes, assessments, countries, severity, rules
            )
        } catch let fault as YAMLFault { throw UsageError(fault) }
    }

    func regime(_ id: String) throws -> Regime {
        guard let regime = regimes.first(where: { $0.id == id }) else {
            throw UsageError.unknownWord(option: "--regime", word: id, known: regimes.map(\.id))
        }
        return regime
    }

    /// The regime as the country of an entity has it; as the Union has it where the country is not said or not known.
    func regime(_ id: String, in country: String?) throws -> Regime {
        let regime = try regime(id)
        return country.flatMap { countries[id]?[$0] }.map(regime.inCountry) ?? regime
    }

    func stage(_ id: String, of regime: Regime) throws -> Stage {
        guard let stage = regime.stage(id) else {
            throw UsageError.unknownWord(option: "--stage", word: id, known: regime.stages.map(\.id))
        }
        return stage
    }

    /// The checks of a regime's reports; nil when it has no file for its authority.
    func reportRules(_ regime: Regime) -> ReportRules? { reportRules[regime.id] }

    func workingDays(_ country: String?) throws -> WorkingDays {
        let file = try folders.yaml(.controls, "holidays.yaml")
        do { return WorkingDays(try Holidays(file, country: country ?? "")) } catch { throw UsageError(error) }
    }

    /// - Throws: for what a tenant's entity says that no draft could be written with: an LEI or a country that is none, an open
    ///   point that there is not.
    func check(_ tenant: TenantSettings) throws {
        let place = "constat.yaml: tenants.\(tenant.slug)"
        for key in ["lei", "parentLei"] {
            if let lei = tenant.entity[key], let fault = LEI.fault(in: lei) {
                throw UsageError.fault(place: "\(place).entity.\(key)", problem: fault, remedy: "write it as the GLEIF register has it")
            }
        }
        let states = (facts.lists["eeaStates"] ?? []).map(\.id)
        if let country = tenant.entity["country"], !states.contains(country) {
            throw UsageError.fault(
                place: "\(place).entity.country", problem: "this is no country of the European Economic Area",
                remedy: "known: \(states.joined(separator: ", "))")
        }
        for (name, value) in tenant.settings.sorted(by: { $0.key < $1.key }) {
            let parts = name.split(separator: ".").map(String.init)
            guard parts.count == 2, let setting = regimes.first(where: { $0.id == parts[0] })?.settings.first(where: { $0.id == parts[1] })
            else {
                let known = regimes.flatMap { regime in regime.settings.map { "\(regime.id).\($0.id)" } }
                throw UsageError.unknownWord(option: "\(place).settings", word: name, known: known)
            }
            if !setting.values.contains(value) {
                throw UsageError.unknownWord(option: "\(place).settings.\(name)", word: value, known: setting.values)
            }
        }
    }
}
