import ConstatModel
import ConstatTesting
import ConstatYAML
import Foundation
import Testing

@testable import ConstatNotification

/// Every test vector of the law, the mistakes that others made among them, from one file.
struct VectorTests {
    private let law: Law

    init() throws { law = try Law.shared.get() }

    /// A vector that shows itself by its name.
    struct Vector: CustomTestStringConvertible {
        let value: YAMLValue
        var testDescription: String { "\(value["name"]?.text ?? "") (line \(value.place.line))" }

        subscript(key: String) -> YAMLValue? { value[key] }
        func required(_ key: String) throws -> YAMLValue { try value.required(key) }
    }

    static func cases(_ kind: String) -> [Vector] {
        let url = House.root.appendingPathComponent("Tests/ConstatNotificationTests/vectors.yaml")
        return (try? YAMLValue.parse(House.text(url), file: "vectors.yaml"))?[kind]?.items?.map(Vector.init) ?? []
    }

    @Test func `the file holds them all`() {
        #expect(Self.cases("deadlines").count >= 190 && Self.cases("assessments").count >= 400 && Self.cases("severity").count >= 20)
    }

    @Test(arguments: cases("deadlines"))
    func `a stage is due when the law says`(vector: Vector) throws {
        let entity = try vector["entity"]?.asDictionary() ?? [:]
        let zone = try #require(Zone(try vector["zone"]?.asText() ?? "UTC"))
        let facts = try law.facts(vector["facts"], entity)
        let regime = try #require(law.regime(try vector.required("regime").asText(), in: entity["country"]))
        let stage = try #require(regime.stage(try vector.required("stage").asText()))
        let submissions = try (vector["submissions"]?.items ?? []).map {
            Submission(
                of: facts.record, regime: regime.id, stage: try $0.required("stage").asText(), at: .at(try $0.required("at").asText()))
        }
        let deadline = try law.clockwork(entity, zone: zone).deadline(of: stage, facts, submissions)
        for (key, value) in try vector.required("expect").asEntries() {
            let found = ["due": deadline?.due, "eased": deadline?.eased, "legalLatest": deadline?.legalLatest][key] ?? nil
            #expect(found?.iso == value.text, "\(key)")
        }
    }

    @Test(arguments: cases("assessments"))
    func `a case is what the law says`(vector: Vector) throws {
        let facts = try law.facts(vector["facts"], try vector["entity"]?.asDictionary() ?? [:])
        let id = try vector.required("assessment").asText()
        let result = try #require(law.assessments.first { $0.id == id }).result(facts)
        let outcome = result.outcome?.rawValue ?? "doesNotApply"
        #expect(outcome == vector["expect"]?.text)
        #expect(result.undecided.isEmpty == (result.outcome != .unknown))
    }

    @Test(arguments: cases("severity"))
    func `the severity for persons is ENISA's`(vector: Vector) throws {
        let facts = try law.facts(vector["facts"], [:])
        let score = try #require(law.severity).score(facts)
        let expected = try vector.required("expect")
        #expect(score.map { FactValue.decimal($0.score) } == (expected["score"]?.text).flatMap(Thousandths.of).map(FactValue.decimal))
        #expect(score?.band.id == expected["band"]?.text)
    }

    @Test func `with nothing known nothing is met and nothing is not met`() throws {
        for assessment in law.assessments {
            let result = assessment.result(try law.facts(nil, [:]))
            #expect(result.outcome == .unknown || result.outcome == nil && assessment.isSupport, "\(assessment.id)")
        }
    }
}
