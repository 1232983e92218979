import ConstatControls
import ConstatMetrics
import ConstatModel
import ConstatNotification
import ConstatResources
import ConstatStore

/// What Controls/ says: frameworks, regimes, holidays.
struct Judging {
    let frameworks: [Framework]
    let regimes: [Regime]
    private let folders: ResourceFolders

    init(_ folders: ResourceFolders) throws {
        self.folders = folders
        do {
            frameworks = try Framework.all(in: folders.folders(.controls))
            regimes = try Regime.all(in: folders.folders(.controls))
        } catch { throw UsageError(error) }
    }

    func framework(_ id: String) throws -> Framework {
        guard let framework = frameworks.first(where: { $0.id == id }) else {
            throw UsageError.unknownWord(option: "--framework", word: id, known: frameworks.map(\.id))
        }
        return framework
    }

    func regime(_ id: String) throws -> Regime {
        guard let regime = regimes.first(where: { $0.id == id }) else {
            throw UsageError.unknownWord(option: "--regime", word: id, known: regimes.map(\.id))
        }
        return regime
    }

    func workingDays(_ country: String?) throws -> WorkingDays {
        do { return try WorkingDays(folders.yaml(.controls, "holidays.yaml"), country: country ?? "") } catch let error as UsageError {
            throw error
        }
    }

    /// The clockwork of a tenant's entity.
    func clockwork(_ tenant: TenantSettings?, zone: Zone) throws -> Clockwork {
        let entity = tenant?.entity ?? [:]
        return Clockwork(
            zone: zone, workingDays: try workingDays(entity["country"]), entityType: entity["type"], nis2Class: entity["nis2Class"])
    }

    /// Every clock of the cases that a person marked as known to be significant, the nearest deadline first.
    func clocks(in store: Store, _ workspace: Workspace, tenant: String?, asOf: Instant) throws -> [(record: Record, clock: Clock)] {
        let submissions = try store.submissions()
        var clocks: [(record: Record, clock: Clock)] = []
        for stored in try store.cases(with: .aware, tenant: tenant) {
            let settings = workspace.tenant(stored.record.tenant)
            let clockwork = try clockwork(settings, zone: workspace.zone)
            for regime in regimes where (settings?.regimes ?? Workspace.allRegimes).contains(regime.id) {
                clocks += regime.clocks(for: stored.record, submissions, clockwork, asOf: asOf).map { (stored.record, $0) }
            }
        }
        return clocks.sorted { ($0.clock.deadline.due, $0.clock.regime.id) < ($1.clock.deadline.due, $1.clock.regime.id) }
    }
}
