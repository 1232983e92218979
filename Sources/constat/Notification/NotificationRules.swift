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
        try checkNames()
    }

    /// - Throws: for a fact or a stage that there is not: a misspelt word must not change the law in silence.
    private func checkNames() throws {
        for regime in regimes {
            let profiles = countries[regime.id] ?? [:]
            let all = [regime] + profiles.values.map(regime.inCountry)
            let paths = all.flatMap(\.paths) + assessments.filter { $0.regime == regime.id }.flatMap(\.paths)
            for path in paths + (reportRules[regime.id]?.paths ?? []) {
                guard let id = FactCatalogue.id(in: path), facts[id] == nil else { continue }
                throw UsageError.fault(
                    place: "Controls/\(regime.id)", problem: "\(path) is asked for and is no fact", remedy: "add it to Controls/facts.yaml")
            }
            let stages = Set(all.flatMap(\.stages).map(\.id))
            for name in all.flatMap(\.stagesNamed) + profiles.values.flatMap(\.stagesNamed) where !stages.contains(name) {
                throw UsageError.fault(
                    place: "Controls/\(regime.id)", problem: "the stage \(name) is named and there is none",
                    remedy: "known: \(stages.sorted().joined(separator: ", "))")
            }
        }
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

    /// What fields of countries ask of an entity.
    var fieldKeysOfCountries: Set<String> {
        let paths = countries.values.flatMap(\.values).flatMap(\.paths)
        return Set(paths.filter { $0.hasPrefix("entity.") }.map { String($0.dropFirst(7)) })
    }

    /// The checks of a regime's reports; nil when it has no file for its authority.
    func reportRules(_ regime: Regime) -> ReportRules? { reportRules[regime.id] }

    func workingDays(_ country: String?) throws -> WorkingDays {
        let file = try folders.yaml(.controls, "holidays.yaml")
        do { return WorkingDays(try Holidays(file, country: country ?? "")) } catch { throw UsageError(error) }
    }
}
