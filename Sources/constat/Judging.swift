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
    let crosswalk: Crosswalk
    private let folders: ResourceFolders

    init(_ folders: ResourceFolders) throws {
        self.folders = folders
        do {
            frameworks = try Framework.all(in: folders.folders(.controls))
            regimes = try Regime.all(in: folders.folders(.controls))
            crosswalk = try Crosswalk.all(in: folders.folders(.controls))
        } catch { throw UsageError(error) }
    }

    func framework(_ id: String) throws -> Framework {
        guard let framework = frameworks.first(where: { $0.id == id }) else {
            throw UsageError.unknownWord(option: "--framework", word: id, known: frameworks.map(\.id))
        }
        return framework
    }

    /// Controls of other frameworks that stand opposite a control, as people cite them.
    func opposite(_ framework: Framework, _ control: Control) -> [String] {
        crosswalk.opposite(Crosswalk.Place(framework: framework.id, control: control.id)).compactMap { place in
            guard let other = frameworks.first(where: { $0.id == place.framework }),
                let label = other.controls.first(where: { $0.id == place.control })?.label
            else { return nil }
            return "\(other.shortTitle.en) \(label)"
        }
    }

    func regime(_ id: String) throws -> Regime {
        guard let regime = regimes.first(where: { $0.id == id }) else {
            throw UsageError.unknownWord(option: "--regime", word: id, known: regimes.map(\.id))
        }
        return regime
    }

    func workingDays(_ country: String?) throws -> WorkingDays {
        let file = try folders.yaml(.controls, "holidays.yaml")
        do { return WorkingDays(try Holidays(file, country: country ?? "")) } catch { throw UsageError(error) }
    }

    /// The clockwork of a tenant's entity.
    func clockwork(_ tenant: TenantSettings?, zone: Zone) throws -> Clockwork {
        let entity = tenant?.entity ?? [:]
        return Clockwork(
            zone: entity["zone"].flatMap(Zone.init) ?? zone, workingDays: try workingDays(entity["country"]), entityType: entity["type"],
            nis2Class: entity["nis2Class"])
    }

    /// The cases whose regimes a person triggered, with each regime that its tenant is under.
    func triggered(in store: Store, _ workspace: Workspace, tenant: String?) throws -> [(regime: Regime, record: Record)] {
        try regimes.flatMap { regime in
            try store.cases(with: regime.trigger, tenant: tenant).map { (regime, $0.record) }.filter { _, record in
                (workspace.tenant(record.tenant)?.regimes ?? Workspace.allRegimes).contains(regime.id)
            }
        }
    }

    /// Every clock of the cases that a person marked as known to be significant, the nearest deadline first.
    func clocks(in store: Store, _ workspace: Workspace, tenant: String?, asOf: Instant) throws -> [(record: Record, clock: Clock)] {
        let submissions = try store.submissions().filter { $0.submittedAt <= asOf }
        var clocks: [(record: Record, clock: Clock)] = []
        var clockworks: [String: Clockwork] = [:]  // each reads the holidays: once a tenant is enough
        for (regime, record) in try triggered(in: store, workspace, tenant: tenant) {
            guard let triggered = record.instant(regime.trigger), triggered <= asOf else { continue }
            let clockwork = try clockworks[record.tenant] ?? clockwork(workspace.tenant(record.tenant), zone: workspace.zone)
            clockworks[record.tenant] = clockwork
            clocks += regime.clocks(for: record, submissions, clockwork, asOf: asOf).map { (record, $0) }
        }
        return clocks.sorted { ($0.clock.deadline.due, $0.clock.regime.id) < ($1.clock.deadline.due, $1.clock.regime.id) }
    }
}
