import ConstatModel
import ConstatTesting
import ConstatYAML
import Testing

@testable import ConstatNotification

struct FactFileTests {
    private let law: Law

    init() throws { law = try Law.shared.get() }

    private let head = "case: {tenant: t, source: s, native: \"1\"}\nversion: \"x\"\nfacts:\n"

    private func read(_ facts: String) throws(FactFaults) -> FactFile {
        let value: YAMLValue
        do throws(YAMLFault) { value = try YAMLValue.parse(head + facts, file: "incidents/t-1.yaml") } catch {
            throw FactFaults(all: [error])
        }
        return try FactFile(value, law.catalogue, asOf: .at("2026-11-03T08:00:00Z"))
    }

    private func faults(_ facts: String) -> [YAMLFault] {
        do throws(FactFaults) {
            _ = try read(facts)
            return []
        } catch { return error.all }
    }

    @Test(arguments: [
        ("clientsAffected: many", "clientsAffected is not a number"), ("clientsAffected: 12.5", "no whole number"),
        ("clientsAffected: -1", "too small"), ("clientsAffectedPercent: 101", "too large"),
        ("crossBorder: maybe", "crossBorder is not yes or no"), ("memberStates: [FR, XX]", "not in the list"),
        ("memberStates: FR", "not a list"), ("incidentType: [cyber]", "not in the list"), ("discovery: [staff]", "not one value"),
        ("aware: 2026-10-08", "no instant with its zone"), ("aware: 2026-10-08T07:35:00", "no instant with its zone"),
        ("aware: 2027-01-01T00:00:00Z", "lies after"), ("affectedEntitiesLei: [999900ARMORIQUE00069]", "check digits"),
        ("clientAffected: 3", "clientAffected is no fact"), ("crossBorder: {value: yes, says: me}", "says is not known"),
        ("crossBorder: {value: yes, basis: guess}", "basis is not known"), ("memberStates: [BE, BE]", "twice"),
    ])
    func `what is wrong is named with its line and a remedy`(text: String, problem: String) throws {
        let faults = faults("  cyberThreat: no\n  \(text)\n")
        #expect(faults.count == 1)
        let fault = try #require(faults.first)
        #expect(fault.problem.contains(problem), "\(fault.problem)")
        #expect(fault.place.file == "incidents/t-1.yaml" && fault.place.line == 5 && fault.place.column >= 3)
        #expect(fault.remedy?.isEmpty == false)
    }

    @Test func `all that is wrong is named at once`() {
        let faults = faults("  crossBorder: maybe\n  nonsense: 1\n  raised: 2026-10-08T06:00:00Z\n  contained: 2026-10-08T05:00:00Z\n")
        #expect(faults.map(\.place.line) == [4, 5, 7])
        #expect(faults.last?.problem.contains("contained (2026-10-08T05:00:00Z) lies before raised") ?? false)
    }

    @Test func `what is contained before history detected it is named as well`() throws {
        let file = try read("  contained: 2026-10-08T05:00:00Z\n")
        let record = Record.raised(.at("2026-10-08T06:00:00Z"), .case)
        let facts = CaseFacts(record, entity: [:], law.catalogue, statements: file.statements)
        #expect(throws: FactFaults.self) { try file.check(facts) }
    }

    @Test func `an unknown fact is not there, and a list that is empty is`() throws {
        let file = try read("  crossBorder: unknown\n  memberStates: []\n  description:\n")
        #expect(file.statements.keys.sorted() == ["memberStates"])
        #expect(file.statements["memberStates"]?.value == .texts([]))
    }

    @Test func `a value has its basis, source and instant`() throws {
        let fact = try read("  clientsAffected: {value: 12, basis: estimate, source: \"SOC\", at: 2026-10-08T06:00:00Z}\n")
            .statements["clientsAffected"]
        #expect(fact == Fact(.number(12_000), basis: .estimate, origin: .person(source: "SOC", at: .at("2026-10-08T06:00:00Z"))))
    }

    @Test(arguments: Language.allCases)
    func `a file that is written is read as it was, whatever stands in it`(language: Language) throws {
        let hostile = "=1+1 \"quote\" \\ # no comment: {x} \u{202E}\u{85}\u{2028} é\nline\ttab - [a]"
        let statements: [String: Fact] = [
            "description": Fact(.text(hostile), origin: .person(source: hostile, at: nil)),
            "servicesAffected": Fact(.texts([hostile, "b"]), origin: .person(source: nil, at: nil)),
            "lossAmount": Fact(.number(1_234_500), basis: .estimate, origin: .person(source: nil, at: nil)),
            "recovered": Fact(.time(Stamp(.at("2026-10-09T11:10:00Z"), .reported)), origin: .person(source: "x", at: nil)),
        ]
        let record = Record.raised(.at("2026-10-08T06:00:00Z"), .case).changed {
            $0.facts = ["crossBorder": "oui", "discovery": "un coup de fil"]
        }
        let facts = CaseFacts(record, entity: [:], law.catalogue, statements: statements)
        let zone = try #require(Zone("Europe/Paris"))
        let text = FactFileText(facts, statements: statements, place: "import 1, row 2", zone: zone, language: language).text
        let file = try FactFile(YAMLValue.parse(text, file: "f"), law.catalogue, asOf: .at("2026-11-03T08:00:00Z"))
        for (id, fact) in statements { #expect(file.statements[id] == fact, "\(id)") }
        #expect(file.statements["crossBorder"] == nil && text.contains("# history: yes") && text.contains("\n  crossBorder: history\n"))
        #expect(file.statements["discovery"] == nil && text.contains("un coup de fil"), "no answer, but shown")
        for definition in law.catalogue.facts { #expect(text.contains("\n  \(definition.id):")) }
    }

    @Test func `history that is no answer stays unknown and is not lost`() {
        let record = Record.raised(.at("2026-10-08T06:00:00Z"), .case).changed {
            $0.facts = ["clientsAffected": "beaucoup", "reputationalImpact": "presse", "memberStates": "be; lu"]
        }
        let facts = CaseFacts(record, entity: [:], law.catalogue)
        #expect(facts["clientsAffected"] == nil && facts.unread["clientsAffected"] == "beaucoup")
        #expect(facts["reputationalImpact"] == nil && facts.unread["reputationalImpact"] == "presse")
        #expect(facts["memberStates"]?.value == .texts(["BE", "LU"]))
    }

    @Test func `a duration that nobody has said is computed, and says so`() {
        let statements = ["firstActivity": "2026-10-06T00:00:00Z", "resolved": "2026-10-07T01:30:00Z"].mapValues {
            Fact(.time(Stamp(.at($0))), origin: .person(source: nil, at: nil))
        }
        let facts = CaseFacts(
            Record(kind: .case, source: "s", tenant: "t", native: "1"), entity: [:], law.catalogue, statements: statements)
        #expect(facts["durationMinutes"] == Fact(.number(1_530_000), origin: .computed(from: "firstActivity", to: "resolved")))
    }
}
