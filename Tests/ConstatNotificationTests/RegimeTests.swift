import ConstatModel
import ConstatNotification
import ConstatTesting
import ConstatYAML
import Foundation
import Testing

struct RegimeTests {
    private let regimes: [Regime]

    init() throws { regimes = try Regime.all(in: [House.controls]) }

    private var stages: [(Regime, Stage)] { regimes.flatMap { regime in regime.stages.map { (regime, $0) } } }

    @Test func `the regimes and stages of the command line are there`() {
        let names = Set(stages.map { "\($0.0.id)/\($0.1.id)" })
        #expect(
            names.isSuperset(of: [
                "nis2/early-warning", "nis2/incident-notification", "nis2/final-report", "gdpr/initial", "dora/initial",
                "dora/intermediate", "dora/final",
            ]))
    }

    @Test func `every text stands in both languages`() {
        for (regime, stage) in stages {
            for text in [regime.title, regime.status, stage.title, stage.article, stage.content]
                + stage.fields.flatMap({ [$0.label, $0.article] })
            {
                #expect(!text.en.isEmpty && !text.fr.isEmpty)
            }
            for rule in stage.rules + stage.beside {
                #expect(rule.article.en != rule.article.fr)
                #expect(["V", "V2", "S", "K", "?"].contains(rule.confidence))
            }
        }
    }

    @Test func `every fact that is asked for is in the list of facts`() throws {
        let file = try YAMLValue.parse(House.text(House.controls.appendingPathComponent("facts.yaml")), file: "facts.yaml")
        let facts = Set(try file.required("facts").asItems().compactMap { $0["id"]?.text })
        for (_, stage) in stages {
            #expect(Set(stage.fields.map(\.id)).count == stage.fields.count)
            for path in stage.fields.flatMap(\.from) where path.hasPrefix("fact.") {
                #expect(facts.contains(String(path.dropFirst(5))), "\(path)")
            }
        }
    }

    @Test func `nothing known: every required field is unknown, none is invented`() {
        for (_, stage) in stages {
            let answers = stage.answers(for: Record(kind: .case, source: "s", tenant: "t", native: "1"), entity: [:], isLate: false)
            #expect(answers.count == stage.fields.count)
            for answer in answers where answer.value != nil {
                #expect(answer.origin == .regime || answer.origin == .history(field: "id"))
            }
        }
    }

    @Test func `each filled value says where it is from`() throws {
        let stage = try #require(regimes.first { $0.id == "nis2" }?.stage("early-warning"))
        let record = Record.raised(.at("2026-10-08T05:00:00Z"), .case).changed { $0.facts = ["suspectedMalicious": "yes"] }
        let answers = stage.answers(for: record, entity: ["name": "Acme"], isLate: false)
        #expect(answers.first { $0.request.id == "suspectedMalicious" }?.origin == .history(field: "suspectedMalicious"))
        #expect(answers.first { $0.request.id == "entityName" }?.origin == .configuration(field: "name"))
        #expect(answers.allSatisfy { ($0.value == nil) == ($0.origin == nil) })
    }

    @Test func `clocks run when a person knows, and a decided "no" stops them`() throws {
        let aware = Record.raised(.at("2026-10-08T05:00:00Z"), .case).with(.aware, .at("2026-10-08T05:35:00Z"))
        func isOpen(_ regime: String, _ facts: [String: String]) -> Bool {
            regimes.first { $0.id == regime }?.isOpen(for: aware.changed { $0.facts = facts }) ?? false
        }
        #expect(isOpen("nis2", [:]))
        #expect(!isOpen("nis2", ["significantNis2": "no"]))
        #expect(isOpen("dora", [:]))
        #expect(!isOpen("dora", ["majorDora": "no"]))
        #expect(!isOpen("gdpr", [:]))
        #expect(isOpen("gdpr", ["personalData": "yes"]))
        #expect(!(regimes.first?.isOpen(for: aware.with(.aware, nil)) ?? true))
    }
}
