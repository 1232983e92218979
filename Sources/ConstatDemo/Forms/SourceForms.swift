/// A source of logs, as it stood when the exports were taken.
struct LogSource: FormRow {
    var id: String
    let plan: SourcePlan
    var isExpected = true
    var connected: Instant?
    var retired: Instant?
    var lastEvent: Instant?
    var events: Int?
    var unparsed: Int?

    static var form: Form<LogSource> {
        Form(
            "log-sources",
            [
                ("log_source_id", "id_source", { Phrase($0.id) }),
                ("title", "nom", { $0.plan.title }),
                ("type", "type", { $0.plan.type }),
                ("criticality", "criticite", { $0.plan.criticality.phrase }),
                ("expected", "attendue", { $0.isExpected ? Phrase("yes", "oui") : Phrase("no", "non") }),
                ("connected", "raccordee_le", { .day($0.connected) }),
                ("retired", "retiree_le", { .day($0.retired) }),
                ("last_event", "dernier_evenement", { .minute($0.lastEvent) }),
                ("silence_minutes", "silence_minutes", { .number($0.plan.silence) }),
                ("retention_days", "retention_jours", { .number($0.plan.retention) }),
                ("events_per_day", "evenements_par_jour", { .number($0.events) }),
                ("unparsed_per_day", "non_analyses_par_jour", { .number($0.unparsed) }),
                ("updated", "maj_le", { _ in .minute(Period.export) }),
            ])
    }

    static func all(of tenant: FormTenant) -> [LogSource] {
        var random = tenant.random("log sources")
        return tenant.sources.map { plan in
            var source = LogSource(id: tenant.sourceID(plan.name), plan: plan)
            let connected = random.officeTime(.ofYear(-random.between(40...900)).worked)
            let (events, share) = (plan.events * tenant.size / 100, random.between(2...260))
            source.meet(plan.fate, reported: Period.export - Int64(random.between(1...max(2, plan.silence / 8))) * .minute)
            guard source.lastEvent != nil else { return source }
            (source.connected, source.events, source.unparsed) = (connected, events, events * share / 10_000)
            return source
        }
    }

    /// - Parameter reported: when it was last heard of, if nothing happened to it.
    private mutating func meet(_ fate: SourcePlan.Fate, reported: Instant) {
        switch fate {
        case .reports: lastEvent = reported
        case .silent(let since): lastEvent = since
        case .retired(let day): (lastEvent, retired, isExpected) = (day - 11 * .minute, day, false)
        case .unconnected: break
        case .unexpected: (lastEvent, isExpected) = (reported - 3 * .day, false)
        }
    }
}

/// That a log source was seen to report.
struct Heartbeat: FormRow {
    var id: String
    let source: String
    let seen: Instant
    let events: Int

    static var form: Form<Heartbeat> {
        Form(
            "heartbeats",
            [
                ("heartbeat_id", "id_releve", { Phrase($0.id) }), ("log_source", "source_journaux", { Phrase($0.source) }),
                ("seen", "vue_le", { .minute($0.seen) }), ("events", "evenements", { .number($0.events) }),
            ])
    }

    /// One a day and source in the last month; those that fell silent had failed before.
    static func all(of tenant: FormTenant, _ sources: [LogSource]) -> [Heartbeat] {
        var random = tenant.random("heartbeats")
        return LocalDay.days(from: LocalDay(2026, 10, 1), through: LocalDay(2026, 10, 31)).flatMap { day in
            sources.compactMap { source in
                let (seen, share) = (day.at(6, random.between(0...14)), random.between(88...112) * (day.isWorked ? 10 : 6))
                let isMissed = random.chance(source.isSilent ? 0.15 : 0.01)
                guard let last = source.lastEvent, let events = source.events, seen <= last, !isMissed else { return nil }
                return Heartbeat(
                    id: "\(source.id) \(Phrase.day(seen).english)", source: source.id, seen: seen, events: events * share / 1_000)
            }
        }
    }
}

extension LogSource {
    fileprivate var isSilent: Bool {
        if case .silent = plan.fate { true } else { false }
    }
}
