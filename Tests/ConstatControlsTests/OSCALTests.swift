import ConstatControls
import ConstatModel
import ConstatTesting
import ConstatYAML
import Foundation
import Testing

/// Catalogs as their publishers write them, and cross-walks between ours.
struct OSCALTests {
    /// Nested groups and controls, parameters in prose, labels, assessment parts: as NIST writes them, in JSON.
    private static let official = #"""
        {"catalog": {"uuid": "0", "metadata": {"title": "Official", "version": "5.1", "oscal-version": "1.1.2"},
          "groups": [{"id": "ac", "title": "Access", "groups": [{"title": "Inner", "controls": [
            {"id": "ac-1", "title": "Policy", "params": [{"id": "ac-1_prm_1", "label": "roles"}],
             "props": [{"name": "label", "value": "AC-1"}],
             "links": [{"href": "#ref"}, {"href": "https://example.org/ac-1", "rel": "reference"}],
             "parts": [
               {"name": "statement", "prose": "Disseminate to {{ insert: param, ac-1_prm_1 }}:",
                "parts": [{"name": "item", "props": [{"name": "label", "value": "a."}], "prose": "a policy"}]},
               {"name": "assessment-objective", "prose": "a policy is disseminated"},
               {"name": "assessment-method", "prose": "interview"}],
             "controls": [{"id": "ac-1.1", "title": "Enhancement"}]}]}]}]}}
        """#

    @Test func `an official catalog in JSON is read, nested as it is`() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path("nist"), withIntermediateDirectories: true)
        try folder.write(Self.official, to: "nist/catalog.json")
        let framework = try #require(try Framework.all(in: [folder.url]).first)
        #expect(framework.id == "nist" && framework.title.fr == "Official" && framework.links.isEmpty)
        #expect(framework.controls.map(\.id) == ["ac-1", "ac-1.1"])
        let control = framework.controls[0]
        #expect(control.label == "AC-1" && control.link == "https://example.org/ac-1")
        #expect(control.summary.en == "Disseminate to [roles]:\na. a policy")
        #expect(control.objective?.en == "a policy is disseminated" && control.test?.en == "interview")
        #expect(framework.faults(metrics: []).isEmpty)
        #expect(framework.assess([]).allSatisfy { $0.status == .doesNotShow })
    }

    @Test func `a fault has file, line and column`() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path("x"), withIntermediateDirectories: true)
        try folder.write(Self.official, to: "x/catalog.json")
        try folder.write(
            """
            reviewed: "2026-01-01"
            links:
              - control: ac-9
                metrics: [nothing]
                strength: partly
                because: {en: a, fr: b}
            """, to: "x/evidence.yaml")
        let faults = try #require(try Framework.all(in: [folder.url]).first).faults(metrics: ["alert-volume"])
        #expect(faults.contains("x/evidence.yaml:3:5: there is no control ac-9 in x"))
        #expect(faults.contains("x/evidence.yaml:3:5: there is no metric nothing"))
        #expect(faults.contains { $0.hasPrefix("x/catalog.json:") && $0.hasSuffix("the control ac-1 is not spoken of in evidence.yaml") })
    }

    @Test func `every cross-walk names controls that there are, and leads both ways`() throws {
        let frameworks = try Framework.all(in: [House.controls])
        let crosswalk = try Crosswalk.all(in: [House.controls])
        #expect(crosswalk.rows.count > 300)
        #expect(crosswalk.faults(frameworks).isEmpty)
        for row in crosswalk.rows {
            for source in row.sources { #expect(Set(row.targets).isSubset(of: crosswalk.opposite(source))) }
            for target in row.targets { #expect(Set(row.sources).isSubset(of: crosswalk.opposite(target))) }
        }
    }

    @Test func `every link says what to establish and how to test it, in both languages`() throws {
        for framework in try Framework.all(in: [House.controls]) {
            for link in framework.links {
                let (objective, test) = (try #require(link.objective), try #require(link.test))
                #expect(objective.en.hasPrefix("Whether ") && objective.fr.hasPrefix("Établir"), "\(link.place.text)")
                for text in [test.en, test.fr] { #expect(text.hasPrefix("1. ") && text.contains("\n2. "), "\(link.place.text)") }
            }
        }
    }

    @Test func `a target that was missed lowers what figures say, and what is not asked is not judged`() throws {
        let framework = try #require(try Framework.all(in: [House.controls]).first { $0.id == "pdis" })
        let link = try #require(framework.links.first { $0.strength == .supports })
        #expect(
            framework.assess([], notApplicable: [link.control: .init(en: "a", fr: "b")]).contains {
                $0.control.id == link.control && $0.status == .notApplicable && $0.because.en == "a"
            })
    }
}
