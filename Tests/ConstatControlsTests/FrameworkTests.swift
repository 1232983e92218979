import ConstatControls
import ConstatMetrics
import ConstatModel
import ConstatTesting
import Foundation
import Testing

struct FrameworkTests {
    private let frameworks: [Framework]

    init() throws { frameworks = try Framework.all(in: [House.controls]) }

    @Test func `the frameworks are there and without fault`() {
        #expect(frameworks.map(\.id) == ["dora", "gdpr", "iso27001", "nis2", "nis2-2690", "nist-csf", "pci-dss", "pdis", "recyf"])
        let metrics = Set(MetricCatalogue.all.map(\.id))
        for framework in frameworks { #expect(framework.faults(metrics: metrics) == []) }
    }

    @Test func `ids are OSCAL tokens, and each text stands in both languages`() throws {
        let token = try Regex("^[A-Za-z_][A-Za-z0-9._-]*$")
        for control in frameworks.flatMap(\.controls) {
            #expect(try token.wholeMatch(in: control.id) != nil)
            #expect(!control.summary.en.isEmpty && control.summary.en != control.summary.fr)
            #expect(control.link.hasPrefix("https://"))
            #expect(["V", "V2", "S", "K", "?"].contains(control.confidence))
        }
    }

    @Test func `nothing says that anything is compliant`() {
        for folder in [House.controls, House.templates, House.reports] {
            for path in FileManager.default.enumerator(atPath: folder.path)?.compactMap({ $0 as? String }) ?? [] {
                let text = House.text(folder.appendingPathComponent(path)).lowercased()
                #expect(!text.contains("is compliant") && !text.contains("est conforme"), "\(path)")
            }
        }
    }

    @Test func `a control is shown as far as figures go, never further`() throws {
        let framework = try #require(frameworks.first { $0.id == "nis2" })
        let period = try #require(Period.of("2026-10"))
        var measurement = Measurement(metric: "time-to-contain", version: 1, period: period, unit: .milliseconds)
        let without = framework.assess([measurement])
        measurement.n = 12
        let with = framework.assess([measurement])
        let linked = Set(framework.links.filter { $0.metrics.contains("time-to-contain") }.map(\.control))
        for (before, after) in zip(without, with) where linked.contains(before.control.id) {
            #expect(before.status == .noData)
            #expect(after.status == .partlySupports || after.status == .supports)
        }
        let hands = Set(framework.byHand.map(\.control))
        #expect(with.filter { hands.contains($0.control.id) }.allSatisfy { $0.status == .doesNotShow })
        #expect(with.map(\.control.id) == framework.controls.map(\.id))
    }
}
