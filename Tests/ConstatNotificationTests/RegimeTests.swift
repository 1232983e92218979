import ConstatModel
import ConstatTesting
import Testing

@testable import ConstatNotification

struct RegimeTests {
    private let law: Law

    init() throws { law = try Law.shared.get() }

    /// Every stage of every regime, as the Union and as each country has it.
    private var stages: [(regime: Regime, stage: Stage)] {
        (law.allRegimes + law.allProfiles.map(\.regime)).flatMap { regime in regime.stages.map { (regime, $0) } }
    }

    private func facts(_ stated: [String: FactValue] = [:], _ entity: [String: String] = [:]) -> CaseFacts {
        CaseFacts(
            Record(kind: .case, source: "s", tenant: "t", native: "1"), entity: entity, law.catalogue,
            statements: stated.mapValues { Fact($0, origin: .person(source: nil, at: nil)) })
    }

    @Test func `the regimes and stages of the command line are there`() {
        let names = Set(stages.map { "\($0.regime.id)/\($0.stage.id)" })
        #expect(
            names.isSuperset(of: [
                "nis2/early-warning", "nis2/incident-notification", "nis2/intermediate-report", "nis2/progress-report", "nis2/final-report",
                "nis2/recipients-notice", "nis2/management-notice", "gdpr/initial", "gdpr/complementary", "gdpr/communication-to-persons",
                "dora/initial", "dora/intermediate", "dora/final", "dora/reclassification", "dora/cyber-threat", "dora/management-notice",
                "dora/clients-notice",
            ]))
        #expect(Set(law.allProfiles.map(\.country)).isSuperset(of: ["FR", "BE", "LU", "DE", "NL", "IT", "ES"]))
    }

    @Test func `every text stands in both languages`() {
        for (regime, stage) in stages {
            let texts = [regime.title, regime.status, regime.authority, stage.title, stage.article, stage.content]
            for text in texts + stage.fields.flatMap({ [$0.label, $0.article] }) + stage.letter.map(\.text) {
                #expect(!text.en.isEmpty && !text.fr.isEmpty)
            }
            for rule in stage.rules + stage.beside {
                #expect(rule.article.en != rule.article.fr, "\(rule.id)")
                #expect(["V", "V2", "S", "K", "?"].contains(rule.confidence))
            }
        }
    }

    @Test func `every fact that is asked for is in the list of facts, and every field has its own name`() {
        for (regime, stage) in stages {
            #expect(Set(stage.fields.map(\.id)).count == stage.fields.count, "\(regime.id) \(stage.id)")
            for path in stage.fields.flatMap(\.from) where path.hasPrefix("fact.") {
                #expect(law.catalogue[String(path.dropFirst(5))] != nil, "\(path)")
            }
            for field in stage.fields {
                #expect(field.group.map { group in regime.groups.contains { $0.id == group } } ?? true, "\(field.id)")
            }
            for fact in stage.rules.flatMap(\.anchor.facts) { #expect(law.catalogue[fact]?.type == .time, "\(fact)") }
        }
        for path in law.assessments.flatMap(\.paths) where path.hasPrefix("fact.") {
            #expect(law.catalogue[String(path.dropFirst(5))] != nil, "\(path)")
        }
    }

    @Test func `a letter names fields of its own only`() throws {
        for (regime, stage) in stages {
            for text in stage.letter.flatMap({ [$0.text.en, $0.text.fr] }) {
                for match in text.matches(of: /\{([A-Za-z0-9]+)\}/) {
                    #expect(stage.fields.contains { $0.id == match.1 }, "\(regime.id) \(stage.id): \(match.1)")
                }
            }
        }
    }

    @Test func `nothing known: every required field is unknown, none is invented`() {
        for (regime, stage) in stages {
            let answers = regime.answers(stage, facts(), AnswerContext(isLate: false, settings: [:]))
            #expect(answers.count == stage.fields.count)
            for answer in answers where answer.isKnown {
                #expect(answer.word != nil || answer.fact?.origin == .history(field: "id"), "\(stage.id) \(answer.request.id)")
            }
        }
    }

    @Test func `each filled value says where it is from`() throws {
        let regime = try #require(law.regime("nis2"))
        let stage = try #require(regime.stage("early-warning"))
        let record = Record.raised(.at("2026-10-08T05:00:00Z"), .case).changed { $0.facts = ["suspectedMalicious": "oui"] }
        let facts = CaseFacts(record, entity: ["name": "Acme"], law.catalogue)
        let answers = regime.answers(stage, facts, AnswerContext(isLate: false, settings: [:]))
        #expect(answers.first { $0.request.id == "suspectedMalicious" }?.fact?.origin == .history(field: "suspectedMalicious"))
        #expect(answers.first { $0.request.id == "entityName" }?.fact?.origin == .configuration(field: "name"))
    }

    @Test func `clocks run when a person knows, and a "no" stops them`() {
        func isOpen(_ regime: String, _ stated: [String: FactValue], _ decision: Decision? = nil) -> Bool {
            let aware = ["aware": FactValue.time(Stamp(.at("2026-10-08T05:35:00Z")))]
            return law.regime(regime)?.isOpen(for: facts(aware.merging(stated) { $1 }), decision) ?? false
        }
        #expect(isOpen("nis2", [:]))
        #expect(!isOpen("nis2", ["significantNis2": .yesNo(false)]))
        #expect(isOpen("nis2", ["significantNis2": .yesNo(false)], .notify), "a decision counts before what the facts say")
        #expect(!isOpen("nis2", [:], .doNotNotify))
        #expect(isOpen("dora", [:]))
        #expect(!isOpen("dora", ["majorDora": .yesNo(false)]))
        #expect(!isOpen("gdpr", [:]))
        #expect(isOpen("gdpr", ["personalData": .yesNo(true)]))
        #expect(!isOpen("gdpr", ["personalData": .yesNo(true), "riskUnlikely": .yesNo(true)]))
        #expect(!(law.regime("nis2")?.isOpen(for: facts(), nil) ?? true))
    }

    @Test func `what follows from a deadline that is still to come is projected, and says so`() throws {
        let regime = try #require(law.regime("dora"))
        let aware = facts(["aware": .time(Stamp(.at("2026-03-02T10:00:00Z"))), "classified": .time(Stamp(.at("2026-03-02T12:00:00Z")))])
        let clocks = regime.clocks(
            for: aware, [], nil, try law.clockwork([:], zone: .utc), asOf: .at("2026-03-02T13:00:00Z"), isProjecting: true)
        #expect(clocks.map(\.stage.id) == ["initial", "intermediate", "final"])
        #expect(clocks.map(\.state) == [.open, .projected, .projected])
        #expect(clocks.map(\.deadline.due.iso) == ["2026-03-02T16:00:00Z", "2026-03-05T16:00:00Z", "2026-04-05T16:00:00Z"])
    }
}

extension DeadlineRule.Anchor {
    fileprivate var facts: [String] { if case .facts(let facts) = self { facts } else { [] } }
}
