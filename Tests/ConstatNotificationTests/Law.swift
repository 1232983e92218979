import ConstatControls
import ConstatModel
import ConstatTesting
import ConstatYAML
import Foundation

@testable import ConstatNotification

/// What Controls/ says about notification, read once for the tests of this room.
struct Law {
    static let shared = Result { try Law() }

    let catalogue: FactCatalogue
    let assessments: [Assessment]
    let severity: SeverityMethod?
    let rules: ReportRules
    private let regimes: [String: Regime]
    private let countries: [String: [String: CountryProfile]]
    private let holidays: YAMLValue

    static func file(_ path: String) throws -> YAMLValue {
        try YAMLValue.parse(House.text(House.controls.appendingPathComponent(path)), file: path)
    }

    init() throws {
        catalogue = try FactCatalogue(Self.file("facts.yaml"))
        holidays = try Self.file("holidays.yaml")
        rules = try ReportRules(Self.file("dora/checks.yaml"))
        var (regimes, assessments): ([String: Regime], [Assessment]) = ([:], [])
        var countries: [String: [String: CountryProfile]] = [:]
        for id in ["nis2", "dora", "gdpr"] {
            regimes[id] = try Regime(Self.file("\(id)/notification.yaml"))
            assessments += try Assessment.all(Self.file("\(id)/assessment.yaml"))
            countries[id] = try CountryProfile.all(Self.file("\(id)/countries.yaml"))
        }
        severity = try SeverityMethod(in: Self.file("gdpr/assessment.yaml"))
        (self.regimes, self.assessments, self.countries) = (regimes, assessments, countries)
    }

    var allRegimes: [Regime] { regimes.values.sorted { $0.id < $1.id } }

    /// Each regime as each country that has a profile has it.
    var allProfiles: [(country: String, regime: Regime)] {
        countries.flatMap { id, profiles in profiles.compactMap { code, profile in regimes[id].map { (code, $0.inCountry(profile)) } } }
    }

    func regime(_ id: String, in country: String? = nil) -> Regime? {
        regimes[id].map { regime in country.flatMap { countries[id]?[$0] }.map(regime.inCountry) ?? regime }
    }

    func workingDays(_ country: String) throws -> WorkingDays { WorkingDays(try Holidays(holidays, country: country)) }

    func clockwork(_ entity: [String: String], zone: Zone) throws -> Clockwork {
        Clockwork(
            zone: zone, workingDays: try workingDays(entity["country"] ?? ""), entityType: entity["type"], nis2Class: entity["nis2Class"])
    }

    /// A case of which persons have stated these facts, as a fact file writes them.
    func facts(_ stated: YAMLValue?, _ entity: [String: String]) throws -> CaseFacts {
        var reader = FactFileReader(catalogue: catalogue, asOf: nil)
        let record = Record(kind: .case, source: "s", tenant: "t", native: "1")
        let statements = reader.statements(stated)
        if let fault = reader.faults.first { throw fault }
        return CaseFacts(record, entity: entity, catalogue, statements: statements)
    }
}

extension YAMLValue {
    /// The entries of a mapping of texts.
    func asDictionary() throws -> [String: String] {
        Dictionary(uniqueKeysWithValues: try asEntries().map { ($0.key, try $0.value.asText()) })
    }
}
