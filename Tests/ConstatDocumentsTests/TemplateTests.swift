import ConstatControls
import ConstatMetrics
import ConstatModel
import ConstatNotification
import ConstatTesting
import ConstatYAML
import Foundation
import Testing

@testable import ConstatDocuments

struct TemplateTests {
    private let shelf: TemplateShelf

    init() { shelf = TemplateShelf(folders: [House.templates]) }

    private func file(_ path: String) throws -> YAMLValue {
        try YAMLValue.parse(House.text(House.controls.appendingPathComponent(path)), file: path)
    }

    private func draft(_ regime: String, _ stage: String) throws -> DraftData {
        let regime = try Regime(file("\(regime)/notification.yaml"))
        let stage = try #require(regime.stage(stage))
        let record = Record.raised(.at("2026-10-08T05:00:00Z"), .case).with(.aware, .at("2026-10-08T05:35:00Z"), .reported)
            .changed { $0.title = "# <b>[x](y)</b> | =cmd" }
        let facts = CaseFacts(record, entity: [:], try FactCatalogue(file("facts.yaml")))
        let clockwork = Clockwork(zone: .utc, workingDays: WorkingDays(Holidays(isKnown: false)), entityType: nil, nis2Class: nil)
        return DraftData(
            regime: regime, stage: stage, facts: facts, receipt: 1, row: 2, organisation: "Acme", caseName: "acme_1",
            answers: regime.answers(stage, facts, AnswerContext(isLate: false, settings: [:])),
            deadlines: clockwork.deadlines(of: stage, facts, []), beside: clockwork.beside(stage, facts, []), isOpen: true,
            previous: nil, sent: nil, remarks: [], knowsHolidays: false, zone: .utc, asOf: .at("2026-10-08T08:00:00Z"), tool: "0")
    }

    private func assessment() throws -> AssessmentData {
        let facts = try draft("gdpr", "initial").facts
        let gdpr = try file("gdpr/assessment.yaml")
        return AssessmentData(
            facts: facts, organisation: "Acme", results: try Assessment.all(gdpr).map { $0.result(facts) },
            severity: try SeverityMethod(in: gdpr), decisions: [], candidates: [facts.record], zone: .utc,
            asOf: .at("2026-10-08T08:00:00Z"), tool: "0")
    }

    private func plan() throws -> PlanData {
        let organisation = PlanData.Organisation(name: "Acme", entity: [:], regimes: [try Regime(file("nis2/notification.yaml"))])
        return PlanData(
            organisations: [organisation], catalogue: try FactCatalogue(file("facts.yaml")), zone: .utc, asOf: .at("2026-10-08T08:00:00Z"),
            tool: "0")
    }

    /// Every property name reachable from a value.
    private func names(_ value: Any) -> Set<String> {
        Mirror(reflecting: value).children.reduce(into: []) { names, child in
            if let label = child.label { names.insert(label) }
            names.formUnion(self.names(child.value))
        }
    }

    @Test func `every tag of every template is a name of its context`() throws {
        let words = try Words.shipped(.en)
        let known = names(ReportPage(try SampleReport.full(), words)).union(names(try SampleReport.portfolio(words)))
            .union(names(try #require(SampleReport.figure(words))))
            .union(names(DraftPage(try draft("dora", "initial"), words, escape: { $0 })))
            .union(names(DraftPage(try draft("gdpr", "communication-to-persons"), words, escape: { $0 })))
            .union(names(AssessmentPage(try assessment(), words, escape: { $0 })))
            .union(names(PlanPage(try plan(), words)))
            .union(["lines", "heading", "text", "remarks", "changes", "channel", "from"])
            // Frames around a page.
            .union([
                "body", "style", "styleDigest", "colours", "light", "dark", "drill", "page", "skip", "home", "show", "clocksTitle",
                "clocks", "noClocks", "marks", "options", "tenant",
            ])
        let tag = try Regex(#"\{\{\{?[#/^]?([a-zA-Z]+)\}"#)
        for path in FileManager.default.enumerator(atPath: House.templates.path)?.compactMap({ $0 as? String }) ?? []
        where path.hasSuffix(".mustache") {
            for match in House.text(House.templates.appendingPathComponent(path)).matches(of: tag) {
                let name = String(match.output[1].substring ?? "")
                #expect(known.contains(name), "\(path): \(name)")
            }
        }
    }

    @Test(
        arguments: [("nis2", "early-warning"), ("nis2", "final-report"), ("gdpr", "initial"), ("dora", "initial"), ("dora", "final")],
        Language.allCases)
    func `a draft marks what is missing in place and lists it on top`(stage: (String, String), language: Language) throws {
        let words = try Words.shipped(language)
        let data = try draft(stage.0, stage.1)
        let missing = data.answers.filter(\.isMissing)
        for text in [try shelf.draftMarkdown(data, words), try shelf.draftHTML(data, words)] {
            #expect(text.components(separatedBy: words("draft.missing")).count - 1 == missing.count)
            #expect(text.contains(words("draft.missingTitle", ["count": "\(missing.count)"])))
            #expect(text.contains(words("draft.notice")))
            #expect(!text.contains("<b>[x]"))
            #expect(!text.contains("{draft."))
        }
    }

    @Test func `imported text is no markup in Markdown either`() {
        #expect("a|b [x](y) <b> *c* `d` #e\nf".harmlessInMarkdown == ##"a\|b \[x\](y) \<b\> \*c\* \`d\` \#e f"##)
    }
}
