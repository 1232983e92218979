import ArgumentParser
import ConstatModel
import ConstatStore
import ConstatTesting
import Foundation
import Testing

@testable import constat

/// Months of many tenants that are measured in one reading.
extension DemoTests {
    @Test(arguments: ["2026-10", "2020-01"])
    func `tenants measured in one reading have what each alone has`(_ month: String) throws {
        let folder = try TemporaryFolder()
        let place = try WorkspaceOptions.parse([
            "--store", demo.folder.path("demo/constat.sqlite"), "--config", demo.folder.path("demo/constat.yaml"), "--resources",
            House.resources(in: folder),
        ])
        let judging = try Judging(place.folders())
        let freezing = Freezing(store: try place.openStore(), workspace: try place.workspace(), judging: { judging })
        let (period, asOf) = (try #require(Period.of(month, "Europe/Paris")), Instant.at(Self.asOf))
        let tenants = [nil] + (try freezing.store.tenants() + ["nobody"]).map(Optional.some)
        let together = try freezing.frozen(period, of: tenants, asOf: asOf)
        #expect(together.count == tenants.count)
        for tenant in tenants {
            let alone = try freezing.frozen(period, of: [tenant], asOf: asOf)[tenant] ?? []
            #expect(!alone.isEmpty && together[tenant]?.count == alone.count)
            for (one, other) in zip(together[tenant] ?? [], alone) where one != other {
                Issue.record("\(month) \(tenant ?? "all"): \(one) is not \(other)")
            }
        }
    }
}
