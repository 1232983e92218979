/// Alerts as the query API of TheHive 5 returns them, one object a line.
struct TheHiveAlerts {
    let history: TenantHistory

    func bytes(seed: UInt64) -> [UInt8] {
        var file = LineFile(random: SplitMix64(seed: seed, stream: "thehive lines"))
        let drawn = drawn(seed: seed)
        for (row, alert) in history.alerts.enumerated() {
            let damage = Damage.at(row, of: history.alerts.count)
            let (id, observables) = drawn[row]
            let seen = alert.seen(at: Period.export)
            file.line(damage) { json in
                if damage != .noIdentifier { json.field("_id", id) }
                writeHead(seen, row, damage, &json)
                json.field("observableCount", observables)
                writeState(seen, &json)
            }
        }
        return file.bytes
    }

    /// The tool's id of each alert.
    func ids(seed: UInt64) -> [String] { drawn(seed: seed).map(\.id) }

    /// What chance decides of each alert, in the order of the file.
    private func drawn(seed: UInt64) -> [(id: String, observables: Int)] {
        var random = SplitMix64(seed: seed, stream: "thehive alerts")
        return history.alerts.indices.map { row in
            let id = "~\(600_006_656 + row * 4_136 + random.below(4_000))"
            return (id, random.between(1...6))
        }
    }

    /// What the bank calls a rule.
    static func ruleID(_ rule: Rule) -> String { "ARM-\(TimeText.padded(rule.number + 1, 3))" }

    private func writeHead(_ alert: SimulatedAlert, _ row: Int, _ damage: Damage?, _ json: inout JSONText) {
        let isUnreadable = damage == .unreadableDate
        let type = type(alert.rule.category)
        json.field("_type", "Alert")
        json.field("_createdBy", TheHive.connector)
        if isUnreadable { json.field("_createdAt", "31/02/2026 25:61") } else { json.field("_createdAt", alert.raised) }
        json.field("_updatedAt", updated(alert))
        json.field("type", type)
        json.field("source", "\(type)-armorique")
        json.field("sourceRef", "\(type)-\(TimeText.padded(row + 1, 7))")
        json.field("title", alert.rule.title)
        json.field("description", "Règle \(Self.ruleID(alert.rule))")
        TheHive.writeSeverity(alert.rule.severity, &json)
        json.field("date", alert.firstActivity)
        json.field(
            "tags", [alert.rule.category.rawValue] + (alert.rule.technique.isEmpty ? [] : [alert.rule.technique]))
        TheHive.writeMarkings(&json)
        json.field("follow", true)
        json.field("customFields", [])
        if isUnreadable { json.field("newDate", "31/02/2026 25:61") } else { json.field("newDate", alert.raised) }
    }

    private func writeState(_ alert: SimulatedAlert, _ json: inout JSONText) {
        json.field("status", status(alert))
        json.field("stage", stage(alert))
        json.field("caseId", alert.caseKey.map { history.ids[$0] })
        json.field("inProgressDate", alert.acknowledged)
        if alert.isEscalated {
            json.field("importedDate", alert.escalated)
        } else {
            json.field("closedDate", alert.closedAgain ?? alert.decided)
        }
        json.field("timeToDetect", alert.raised - alert.firstActivity)
        json.field("timeToTriage", alert.acknowledged.map { $0 - alert.raised })
        json.object("extraData") { _ in }
    }

    private func updated(_ alert: SimulatedAlert) -> Instant? {
        [alert.acknowledged, alert.decided, alert.closedAgain].compactMap { $0 }.max()
    }

    private func type(_ category: Category) -> String {
        switch category {
        case .phishing: "mail"
        case .malware, .credential: "edr"
        default: "siem"
        }
    }

    private func stage(_ alert: SimulatedAlert) -> String {
        if alert.isEscalated { return "Imported" }
        if alert.decided != nil { return "Closed" }
        return alert.acknowledged == nil ? "New" : "InProgress"
    }

    /// TheHive has no word for a true alert of no harm; this team calls it true.
    private func status(_ alert: SimulatedAlert) -> String {
        let stage = stage(alert)
        guard stage == "Closed" else { return stage }
        if alert.isDouble { return "Duplicated" }
        return switch alert.verdict {
        case .truePositive, .benign: "TruePositive"
        case .falsePositive: "FalsePositive"
        case .undetermined, nil: "Ignored"
        }
    }
}
