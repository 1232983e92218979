import ConstatDemo
import ConstatModel
import ConstatTesting
import ConstatYAML
import Foundation
import Testing

@testable import ConstatNotification

/// The report of a major incident: what its template wants, and the file for the authorities.
struct ReportTests {
    private static let stages = ["initial", "intermediate", "final"]
    private static let entity = [
        "name": "Banque d'Armorique", "type": "credit_institution", "lei": "999900ARMORIQUE00068", "registrationNumber": "000 000 001",
        "country": "FR", "nis2Class": "essential", "currency": "EUR", "contactName": "SOC", "contactEmail": "soc@armorique.example",
        "contactPhone": "+33 2 00 00 00 00", "secondContactName": "Crise", "secondContactEmail": "crise@armorique.example",
        "secondContactPhone": "+33 2 00 00 00 01",
    ]
    private let law: Law
    private let regime: Regime

    init() throws {
        law = try Law.shared.get()
        regime = try #require(law.regime("dora"))
    }

    /// All that the bank of the demonstration states of its ransomware incident, and what its history tells.
    private func facts(without removed: Set<String> = [], entity: [String: String] = ReportTests.entity) throws -> CaseFacts {
        let file = try YAMLValue.parse(IncidentStatements.file(number: "2445", .last), file: "f")
        var statements = try FactFile(file, law.catalogue, asOf: .at("2026-11-03T08:00:00Z")).statements
        let told = [
            "firstActivity": "2026-10-06T01:12:00Z", "raised": "2026-10-08T04:47:00Z", "aware": "2026-10-08T05:35:00Z",
            "classified": "2026-10-08T08:20:00Z", "contained": "2026-10-08T13:40:00Z", "recovered": "2026-10-09T11:10:00Z",
        ]
        for (fact, at) in told { statements[fact] = Fact(.time(Stamp(.at(at))), origin: .history(field: fact)) }
        let record = Record.raised(.at("2026-10-08T04:47:00Z"), .case).changed { $0.number = "2445" }
        return CaseFacts(record, entity: entity, law.catalogue, statements: statements.filter { !removed.contains($0.key) })
    }

    private func answers(_ stage: Stage, _ facts: CaseFacts) -> [FieldAnswer] {
        regime.answers(stage, facts, AnswerContext(isLate: false, settings: [:]))
    }

    private func faults(_ stage: Stage, _ facts: CaseFacts) -> [ReportRemark] {
        ReportCheck(answers(stage, facts), facts, law.rules).remarks.filter(\.isFault)
    }

    @Test(arguments: [("initial", 18, 25), ("intermediate", 32, 60), ("final", 40, 76)])
    func `each stage asks for the fields of its template`(name: String, required: Int, all: Int) throws {
        let stage = try #require(regime.stage(name))
        #expect(stage.fields.count == all)
        // Of the 43 of a final report the glossary narrows three: 4.3, 4.9 and 4.12.
        #expect(stage.fields.count { $0.need == .required } == required)
        #expect(stage.fields.allSatisfy { $0.place != nil && $0.number != nil })
    }

    @Test(arguments: stages)
    func `a full report is not objected to`(name: String) throws {
        #expect(faults(try #require(regime.stage(name)), try facts()) == [])
    }

    @Test(arguments: stages)
    func `each field that must be filled and is not is named by its number, and no other`(name: String) throws {
        let stage = try #require(regime.stage(name))
        var tried = 0
        for answer in answers(stage, try facts()) where answer.duty == .required && answer.word == nil {
            let sources = answer.request.from + (answer.request.place?.otherwise?.from ?? [])
            let removed = Set(sources.filter { $0.hasPrefix("fact.") }.map { String($0.dropFirst(5)) })
            let keys = sources.filter { $0.hasPrefix("entity.") }.map { String($0.dropFirst(7)) }
            if sources.contains(where: { $0.hasPrefix("case.id") }) { continue }  // every case has one
            let rest = try facts(without: removed, entity: Self.entity.filter { !keys.contains($0.key) })
            // What is computed from others is still known: then nothing is missing.
            if rest.first(of: sources) != nil { continue }
            #expect(faults(stage, rest).map(\.number) == [answer.request.number], "\(answer.request.number ?? "")")
            #expect(faults(stage, rest).first?.kind == .missing)
            tried += 1
        }
        #expect(tried >= ["initial": 15, "intermediate": 40, "final": 50][name] ?? 0, "\(tried)")
    }

    @Test func `a condition that is not known is told, and is no fault`() throws {
        let stage = try #require(regime.stage("final"))
        let facts = try facts(without: ["thirdPartyInvolved", "thirdPartyOrigin"])
        let remarks = ReportCheck(answers(stage, facts), facts, law.rules).remarks
        #expect(remarks.map(\.number) == ["2.8"])
        #expect(remarks.first?.kind == .notEstablished)
    }

    @Test(arguments: [
        ("1.14", "parentLei", "999900ARMORIQUE00069"), ("1.8", "contactEmail", "nobody"), ("1.9", "contactPhone", "02 00 00 00 00"),
        ("1.4", "type", "bank"), ("1.15", "currency", "XXX"),
    ])
    func `what has the wrong form is named by its number`(number: String, key: String, value: String) throws {
        let entity = Self.entity.merging(key == "parentLei" ? ["parentName": "P", key: value] : [key: value]) { _, new in new }
        let found = faults(try #require(regime.stage("final")), try facts(entity: entity))
        #expect(found.map(\.number) == [number])
        #expect(found.first?.kind == .malformed)
    }

    @Test func `a detailed cause without its main class is named`() throws {
        let stage = try #require(regime.stage("final"))
        var stated = try facts().known
        stated["rootCauseClass"] = Fact(.texts(["human_error"]), origin: .person(source: nil, at: nil))
        let changed = CaseFacts(try facts().record, entity: Self.entity, law.catalogue, statements: stated)
        #expect(faults(stage, changed).map(\.number) == ["4.2"])
    }

    /// `incident.classificationTypes[].x`: every path to a value.
    private func paths(_ value: Any, _ prefix: String = "") -> Set<String> {
        switch value {
        case let object as [String: Any]:
            Set(object.flatMap { paths($0.value, prefix.isEmpty ? $0.key : "\(prefix).\($0.key)") })
        case let items as [Any]: Set(items.flatMap { paths($0, prefix + "[]") })
        default: [prefix]
        }
    }

    private func json(_ stage: Stage, _ facts: CaseFacts) throws -> [String: Any] {
        let file = ReportFile(stage, answers(stage, facts), facts, law.rules.layout, isInThousands: true)
        return try #require(try JSONSerialization.jsonObject(with: Data(file.json.utf8)) as? [String: Any])
    }

    /// The paths of keys by number, from a list of its own.
    private func keys(_ file: String) throws -> [String: [String]] {
        let url = House.root.appendingPathComponent("Tests/ConstatNotificationTests/keys.yaml")
        let list = try YAMLValue.parse(House.text(url), file: "keys.yaml").required(file)
        return Dictionary(uniqueKeysWithValues: try list.asEntries().map { ($0.key, try $0.value.asTexts()) })
    }

    /// `affectedEntity[0].name` and `classificationTypes[data_losses].x` as the list writes them.
    private func plain(_ key: String, _ form: FieldRequest.Form) -> String {
        if key == "incident.classificationTypes" { return key + "[].classificationCriterion" }
        return key.replacing(/\[[^\]]*\]/, with: "[]") + (form == .list ? "[]" : "")
    }

    @Test(arguments: ["initial", "intermediate", "final", "reclassification", "cyber-threat"])
    func `each field has the key of the authorities' template`(name: String) throws {
        let stage = try #require(regime.stage(name))
        let keys = try keys(name == "cyber-threat" ? "threat" : "incident")
        for field in stage.fields {
            let place = try #require(field.place)
            let own = [plain(place.key, place.form)] + [place.otherwise?.key].compactMap(\.self)
            #expect(own == keys[field.number ?? ""], "\(field.number ?? "")")
        }
        if name == "final" { #expect(Set(stage.fields.compactMap(\.number)) == Set(keys.keys)) }
    }

    @Test func `the file of a full final report has exactly the paths of its fields`() throws {
        let stage = try #require(regime.stage("final"))
        let answered = answers(stage, try facts()).filter(\.isKnown)
        var expected = Set(answered.compactMap { answer in answer.request.place.map { plain($0.key, $0.form) } })
        expected.formUnion(["submittingEntity.entityType", "affectedEntity[].entityType"])
        #expect(paths(try json(stage, try facts())) == expected)
        #expect(expected.count >= 70)
    }

    @Test func `its values have the forms of the authorities' template`() throws {
        let root = try json(try #require(regime.stage("final")), try facts())
        let incident = try #require(root["incident"] as? [String: Any])
        let impact = try #require(root["impactAssessment"] as? [String: Any])
        let service = try #require(impact["serviceImpact"] as? [String: Any])
        #expect(root["incidentSubmission"] as? String == "final_report")
        #expect(incident["detectionDateTime"] as? String == "2026-10-08T05:35:00Z")
        #expect(service["serviceDowntime"] as? String == "1:07:00")
        #expect(incident["grossAmountIndirectDirectCosts"] as? Double == 640, "thousands of the currency")
        #expect(incident["isBusinessContinuityActivated"] as? Bool == true)
        let criteria = try #require(incident["classificationTypes"] as? [[String: Any]])
        let spread = try #require(criteria.first { $0["classificationCriterion"] as? String == "geographical_spread" })
        #expect(spread["countryCodeMaterialityThresholds"] as? [String] == ["BE", "LU"])
        #expect(criteria.count { $0["countryCodeMaterialityThresholds"] != nil } == 1)
    }

    @Test func `a field of a criterion that was not ticked is not in the file`() throws {
        var stated = try facts().known
        stated["triggeringCriteria"] = Fact(
            .texts(["critical_services_affected", "economic_impact"]), origin: .person(source: nil, at: nil))
        let changed = CaseFacts(try facts().record, entity: Self.entity, law.catalogue, statements: stated)
        let found = paths(try json(try #require(regime.stage("final")), changed))
        #expect(!found.contains { $0.contains("countryCode") })
        #expect(found.contains("incident.classificationTypes[].economicImpactMaterialityThreshold"))
    }

    @Test func `amounts, percentages and durations are rounded half up`() {
        #expect(ReportFile.thousands(2_500_000) == "2.5")
        #expect(ReportFile.thousands(100_000) == "0.1")
        #expect(ReportFile.duration(1_860) == "1:07:00")
        #expect(ReportFile.duration(14 * 60 + 30) == "0:14:30")
        #expect(ReportFile.date(.at("2026-10-08T05:35:00.900Z")) == "2026-10-08T05:35:00Z")
    }

    @Test func `the LEI of nobody is one, and each changed digit is found`() {
        let valid = "999900ARMORIQUE00068"
        #expect(LEI.fault(in: valid) == nil)
        for index in valid.indices {
            let other: Character = valid[index] == "1" ? "2" : "1"
            #expect(LEI.fault(in: valid.replacingCharacters(in: index...index, with: String(other))) != nil)
        }
    }
}
