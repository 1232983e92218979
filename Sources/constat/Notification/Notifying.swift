import ConstatDocuments
import ConstatModel
import ConstatNotification
import ConstatStore

/// What is known of cases that authorities may have to be told of, and the clocks that run for them.
struct Notifying {
    let store: Store
    let workspace: Workspace
    let rules: NotificationRules
    let asOf: Instant
    private let register: [RegisterEntry]
    private let incidents: IncidentFolder

    init(store: Store, workspace: Workspace, rules: NotificationRules, asOf: Instant) throws {
        (self.store, self.workspace, self.rules, self.asOf) = (store, workspace, rules, asOf)
        register = try store.register().filter { $0.at <= asOf }
        incidents = IncidentFolder(path: workspace.incidents, catalogue: rules.facts, asOf: asOf)
    }

    /// A case of which somebody has to be told, and one stage of that.
    struct Running {
        let facts: CaseFacts
        let clock: Clock

        var record: Record { facts.record }
    }

    /// The one fact base of a case: history and its fact file.
    func facts(of record: Record) throws -> CaseFacts { try facts(of: record, incidents.file(of: record)?.file) }

    /// Where the fact file of a case lies, and what it states.
    func file(of record: Record) throws -> (file: FactFile?, path: String) {
        let found = try incidents.file(of: record)
        return (found?.file, found?.path ?? incidents.path(of: record))
    }

    func facts(of record: Record, _ file: FactFile?) throws -> CaseFacts {
        let facts = CaseFacts(record, entity: entity(of: record.tenant), rules.facts, statements: file?.statements ?? [:])
        do { try file?.check(facts) } catch { throw UsageError.severalFaults(error.all) }
        return facts
    }

    /// What the configuration says of a tenant, the readings of open points it chose among it.
    func entity(of tenant: String) -> [String: String] {
        let settings = workspace.tenant(tenant)
        return (settings?.entity ?? ["name": tenant]).merging(settings?.settings ?? [:]) { own, _ in own }
    }

    /// What was recorded as sent for a case, oldest first.
    func submissions(of record: Record) -> [Submission] { register.filter { $0.isOf(record) }.submissions }

    /// The last decision on a case under a regime; nil while none was recorded.
    func decision(on record: Record, _ regime: String) -> RegisterEntry? {
        register.last { $0.action == .decision && $0.regime == regime && $0.isOf(record) }
    }

    func regime(_ id: String, for tenant: String) throws -> Regime { try rules.regime(id, in: entity(of: tenant)["country"]) }

    /// The regimes a tenant is under, as its country has them.
    func regimes(of tenant: String) throws -> [Regime] {
        try (workspace.tenant(tenant)?.regimes ?? Workspace.allRegimes).map { try regime($0, for: tenant) }
    }

    func clockwork(_ tenant: String) throws -> Clockwork {
        let settings = workspace.tenant(tenant)
        let entity = entity(of: tenant)
        return Clockwork(
            zone: entity["zone"].flatMap(Zone.init) ?? workspace.zone, workingDays: try rules.workingDays(entity["country"]),
            entityType: entity["type"], nis2Class: entity["nis2Class"], isEasingWithdrawn: settings?.settings["dora.easing"] == "withdrawn")
    }

    /// Cases whose clocks may run, each with its regimes: a person or their tool said when it was known to be significant.
    func triggered(tenant: String?) throws -> [(regime: Regime, facts: CaseFacts)] {
        let files = try incidents.all().filter { tenant == nil || $0.tenant == tenant }
        var records = try store.cases(with: .aware, tenant: tenant).map(\.record)
        let others = files.filter { file in !records.contains(where: file.isOf) }
        records += try store.cases(withIDs: Set(others.map(\.native)), tenant: tenant).map(\.record).filter { record in
            others.contains { $0.isOf(record) }
        }
        let bases = try records.map { record in try facts(of: record, files.first { $0.isOf(record) }) }
        return try bases.flatMap { facts in
            try regimes(of: facts.record.tenant).filter { regime in facts.stamp(regime.triggers).map { $0.instant <= asOf } ?? false }
                .map { ($0, facts) }
        }
    }

    /// Every clock of the cases that a person marked as known to be significant, the nearest deadline first.
    func clocks(tenant: String?, isProjecting: Bool = false) throws -> [Running] {
        var running: [Running] = []
        var clockworks: [String: Clockwork] = [:]  // each reads the holidays: once a tenant is enough
        for (regime, facts) in try triggered(tenant: tenant) {
            let name = facts.record.tenant
            let clockwork = try clockworks[name] ?? clockwork(name)
            clockworks[name] = clockwork
            let clocks = regime.clocks(
                for: facts, submissions(of: facts.record), decision(on: facts.record, regime.id)?.decision, clockwork, asOf: asOf,
                isProjecting: isProjecting)
            running += clocks.map { Running(facts: facts, clock: $0) }
        }
        return running.sorted {
            ($0.clock.deadline.due, $0.clock.regime.id, $0.record.tenant, $0.record.native)
                < ($1.clock.deadline.due, $1.clock.regime.id, $1.record.tenant, $1.record.native)
        }
    }
}

extension RegisterEntry {
    /// What was decided; nil for anything else.
    var decision: Decision? { outcome.flatMap(Decision.init) }
}
