import ConstatDocuments
import ConstatModel
import ConstatNotification
import ConstatStore
import ConstatYAML
import Foundation

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
        for tenant in workspace.tenants { try rules.check(tenant) }
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
    func facts(of record: Record) throws -> CaseFacts { try facts(of: record, file(of: record).file) }

    /// Where the fact file of a case lies, and what it states.
    func file(of record: Record) throws -> (file: FactFile?, path: String) {
        if let found = try incidents.file(of: record) { return found }
        let path = try incidents.path(fileName(of: record))
        guard !FileManager.default.fileExists(atPath: path) else {
            throw UsageError.fault(
                place: path, problem: "this file is about another case than its name says",
                remedy: "correct tenant, source and native in it, or give it another name")
        }
        return (nil, path)
    }

    /// The part of a file's name that stands for a case.
    func fileName(of record: Record) throws -> String {
        let alike = try store.cases(named: record.number ?? record.native, tenant: record.tenant)
        return record.fileName(isAlone: alike.count <= 1)
    }

    /// The zone of the authorities of a tenant's Member State: months, weekends and holidays are theirs.
    func zone(of tenant: String) -> Zone {
        let entity = entity(of: tenant)
        let country = rules.facts.lists["eeaStates"]?.first { $0.id == entity["country"] }?.zone
        return entity["zone"].flatMap(Zone.init) ?? country.flatMap(Zone.init) ?? workspace.zone
    }

    func facts(of record: Record, _ file: FactFile?) throws -> CaseFacts {
        let facts = CaseFacts(
            record, entity: entity(of: record.tenant), rules.facts, statements: file?.statements ?? [:],
            withdrawn: file?.withdrawn ?? [])
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

    /// The last decision on a case under a regime; nil while none was recorded, or where a later sending says otherwise.
    func decision(on record: Record, _ regime: String) -> RegisterEntry? {
        let own = register.filter { $0.regime == regime && $0.isOf(record) }
        let last = own.filter { $0.action == .decision }.max { ($0.at, $0.number) < ($1.at, $1.number) }
        // Who sends after having decided not to has decided anew.
        let isOverruled = last.map { decision in own.contains { $0.action == .sent && $0.at > decision.at } } ?? false
        return isOverruled ? nil : last
    }

    func regime(_ id: String, for tenant: String) throws -> Regime { try rules.regime(id, in: entity(of: tenant)["country"]) }

    /// - Throws: for a regime that a tenant is not under: nothing is recorded under it.
    func ownRegime(_ id: String, of tenant: String) throws -> Regime {
        let regimes = workspace.tenant(tenant)?.regimes ?? Workspace.allRegimes
        guard regimes.contains(id) else { throw UsageError.unknownWord(option: "--regime", word: id, known: regimes) }
        return try regime(id, for: tenant)
    }

    /// The regimes a tenant is under, as its country has them.
    func regimes(of tenant: String) throws -> [Regime] {
        try (workspace.tenant(tenant)?.regimes ?? Workspace.allRegimes).map { try regime($0, for: tenant) }
    }

    /// The last instant at which a stage is in time, as things stand; nil where no limit runs, and for a stage that was sent before.
    func limit(of stage: Stage, _ regime: Regime, _ facts: CaseFacts) throws -> Instant? {
        let own = submissions(of: facts.record).filter { $0.regime == regime.id }
        guard !own.contains(where: { $0.stage == stage.id }) else { return nil }
        return try clockwork(facts.record.tenant).deadline(of: stage, facts, own)?.limit
    }

    func clockwork(_ tenant: String) throws -> Clockwork {
        let settings = workspace.tenant(tenant)
        let entity = entity(of: tenant)
        return Clockwork(
            zone: zone(of: tenant), workingDays: try rules.workingDays(entity["country"]),
            entityType: entity["type"], nis2Class: entity["nis2Class"], isEasingWithdrawn: settings?.settings["dora.easing"] == "withdrawn")
    }

    /// Cases whose clocks may run, each with its regimes: a person or their tool said when it was known to be significant.
    ///
    /// - Returns: with them the faults of fact files; what such a file states does not count until it is mended.
    func triggered(tenant: String?) throws -> Triggered {
        let (files, faults) = try incidents.all(tenant: tenant)
        let told = try store.cases(withIDs: Set(files.map(\.native)), tenant: tenant).map(\.record)
        let others = told.filter { record in files.contains { $0.isOf(record) } }
        let deciding = Set(rules.regimes.flatMap(\.deciding))
        let known = try store.incidents(answering: deciding, tenant: tenant).map(\.record)
        let records = known + others.filter { !known.contains($0) }
        let bases = try records.map { record in try facts(of: record, files.first { $0.isOf(record) }) }
        let cases = try bases.flatMap { facts in
            try regimes(of: facts.record.tenant).filter { facts.stamp($0.triggers).map { $0.instant <= asOf } ?? true }.map { ($0, facts) }
        }
        return Triggered(cases: cases, faults: faults + files.filter { file in !told.contains(where: file.isOf) }.map(Self.aboutNobody))
    }

    /// Cases with the regimes that ask about them, and what is wrong with fact files.
    struct Triggered {
        let cases: [(regime: Regime, facts: CaseFacts)]
        let faults: [YAMLFault]
    }

    private static func aboutNobody(_ file: FactFile) -> YAMLFault {
        YAMLFault(
            place: file.place, problem: "there is no such case", remedy: "correct tenant, source and native, or import its export first")
    }

    /// Stages that are owed and have no date yet, with the facts they wait for.
    func awaiting(_ triggered: Triggered) throws -> [(regime: Regime, stage: Stage, record: Record, facts: [String])] {
        try triggered.cases.flatMap { regime, facts in
            let clockwork = try clockwork(facts.record.tenant)
            let own = submissions(of: facts.record).filter { $0.regime == regime.id }
            guard regime.isOpen(for: facts, decision(on: facts.record, regime.id)?.decision) else {
                return [(Regime, Stage, Record, [String])]()
            }
            return regime.stages.compactMap { stage in
                let awaited = clockwork.awaited(stage, facts, own)
                return awaited.isEmpty ? nil : (regime, stage, facts.record, awaited)
            }
        }
    }

    /// Every clock of the cases of a tenant, or of all.
    ///
    /// - Throws: where a fact file has a fault: a figure must not rest on half of what was stated.
    func clocks(tenant: String?) throws -> [Running] {
        let triggered = try triggered(tenant: tenant)
        if !triggered.faults.isEmpty { throw UsageError.severalFaults(triggered.faults) }
        return try clocks(triggered)
    }

    /// Every clock of some cases, the nearest deadline first.
    func clocks(_ triggered: Triggered, isProjecting: Bool = false) throws -> [Running] {
        var running: [Running] = []
        var clockworks: [String: Clockwork] = [:]  // each reads the holidays: once a tenant is enough
        for (regime, facts) in triggered.cases {
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
