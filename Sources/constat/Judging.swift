import ConstatControls
import ConstatMetrics
import ConstatModel
import ConstatNotification
import ConstatResources
import ConstatStore

/// What Controls/ says: frameworks, and the rules of notification.
struct Judging: Sendable {
    let frameworks: [Framework]
    let crosswalk: Crosswalk
    let notification: NotificationRules
    private let folders: ResourceFolders

    init(_ folders: ResourceFolders) throws {
        self.folders = folders
        notification = try NotificationRules(folders)
        do {
            frameworks = try Framework.all(in: folders.folders(.controls))
            crosswalk = try Crosswalk.all(in: folders.folders(.controls))
        } catch { throw UsageError(error) }
    }

    func framework(_ id: String) throws -> Framework {
        guard let framework = frameworks.first(where: { $0.id == id }) else {
            throw UsageError.unknownWord(option: "--framework", word: id, known: frameworks.map(\.id))
        }
        return framework
    }

    /// What figures show of each control of a framework.
    ///
    /// - Parameter measurements: whole and by severity: targets may be set by it.
    func assess(_ framework: Framework, _ measurements: [Measurement], _ workspace: Workspace, tenant: String?) -> [ControlEvidence] {
        framework.assess(
            measurements.filter(\.group.isEmpty), missed: Set(measurements.filter { workspace.targets.isMissed($0) }.map(\.metric)),
            shares: Set(MetricCatalogue.all.filter(\.isOfTargets).map(\.id)), notApplicable: workspace.notApplicable(framework.id, tenant))
    }

    /// Published figures of others.
    func benchmarks() throws -> [Benchmark] { try Benchmark.read(folders) }

    /// Controls of other frameworks that stand opposite a control, as people cite them.
    func opposite(_ framework: Framework, _ control: Control) -> [String] {
        crosswalk.opposite(Crosswalk.Place(framework: framework.id, control: control.id)).compactMap { place in
            guard let other = frameworks.first(where: { $0.id == place.framework }),
                let label = other.controls.first(where: { $0.id == place.control })?.label
            else { return nil }
            return "\(other.shortTitle.en) \(label)"
        }
    }

    /// Decisions not to notify that were taken in a period, with the names of their cases.
    func decisionsNotToNotify(in store: Store, tenant: String?, _ period: Period, asOf: Instant) throws -> [(
        caseName: String, entry: RegisterEntry
    )] {
        let entries = try store.register().filter {
            $0.outcome == Decision.doNotNotify.rawValue && (tenant == nil || $0.tenant == tenant) && period.contains($0.at) && $0.at <= asOf
        }
        let cases = try store.cases(withIDs: Set(entries.map(\.native)), tenant: tenant).map(\.record)
        return entries.map { entry in (cases.first(where: entry.isOf)?.number ?? entry.native, entry) }
    }

    /// Every clock of the cases that a person marked as known to be significant, the nearest deadline first.
    func clocks(in store: Store, _ workspace: Workspace, tenant: String?, asOf: Instant) throws -> [Notifying.Running] {
        try Notifying(store: store, workspace: workspace, rules: notification, asOf: asOf).clocks(tenant: tenant).filter(\.clock.isDuty)
    }
}
