/// Alerts in Constat's own plain CSV, with the whole way through the tiers; the tenant is a column.
struct ConstatAlerts {
    let history: TenantHistory
    let tenant: String

    static let header = [
        "kind", "id", "tenant", "title", "severity", "status", "verdict", "tier", "rule", "techniques", "category",
        "discovery", "root_cause", "merged_into", "case_id", "first_activity", "compromised", "raised", "ingested",
        "acknowledged", "verdict_at", "declared", "escalated_tier2", "escalated_tier3", "contained", "eradicated",
        "recovered", "first_closed", "last_closed", "aware", "classified", "updated",
    ]

    func bytes(seed: UInt64) -> [UInt8] {
        var random = SplitMix64(seed: seed, stream: "constat rows")
        var csv = CSVText(header: Self.header, quotesAll: false)
        for (row, alert) in history.alerts.enumerated() {
            let seen = alert.seen(at: Period.export)
            var cells = cells(seen, row, isDated: random.chance(0.4))
            switch Damage.at(row, of: history.alerts.count) {
            case .noIdentifier: cells[1] = ""
            case .unreadableDate: cells[17] = "31/02/2026 25:61"
            case .cutOff: cells.removeLast(3)
            case nil: break
            }
            csv.row(cells)
            if random.chance(0.003) { csv.row(cells) }
        }
        return csv.bytes
    }

    /// - Parameter isDated: whether the analysis found out when the first machine was taken over.
    private func cells(_ alert: SimulatedAlert, _ row: Int, isDated: Bool) -> [String] {
        let incident = history.caseOf(alert)
        let outcome = Outcome(alert, incident)
        let confirmed = incident.flatMap { $0.isConfirmed ? $0 : nil }
        let compromised =
            isDated && confirmed != nil ? alert.firstActivity + (alert.raised - alert.firstActivity) / 3 : nil
        let tier3 = incident?.escalatedTier3.flatMap { $0 > outcome.tier2 ?? .max ? $0 : nil }
        let response = [confirmed?.contained, confirmed?.eradicated, confirmed?.recovered].map {
            $0.flatMap { $0 > alert.raised ? $0 : nil }
        }
        let instants: [Instant?] =
            [
                alert.firstActivity, compromised, alert.raised, alert.ingested, alert.acknowledged, outcome.decided,
                confirmed == nil ? nil : alert.escalated, outcome.tier2, tier3,
            ] + response + [outcome.firstClosed, outcome.lastClosed, confirmed?.aware, confirmed?.classified]
        let updated = instants.compactMap { $0 }.max()
        let tier = tier3 != nil ? "3" : alert.isEscalated ? "2" : "1"
        return [
            "alert", Self.id(row), tenant, title(alert.rule, row), alert.rule.severity.word, outcome.status,
            outcome.verdict?.rawValue ?? "", tier, Self.ruleID(alert.rule),
            alert.rule.technique,
            alert.rule.category.rawValue, confirmed?.discovery?.rawValue ?? "", confirmed?.rootCause ?? "",
            outcome.status == "merged" ? Self.id(max(0, row - 1)) : "", alert.caseKey.map { history.ids[$0] } ?? "",
        ] + (instants + [updated]).map { $0.map(TimeText.iso) ?? "" }
    }

    /// What the alert of a row is called.
    static func id(_ row: Int) -> String { "EST-A-\(TimeText.padded(row + 1, 6))" }

    static func ruleID(_ rule: Rule) -> String { "EST-R-\(TimeText.padded(rule.number + 1, 3))" }

    private func title(_ rule: Rule, _ row: Int) -> String {
        row % 1_901 == 700 ? "\(rule.title)\n(transféré par le support)" : rule.title
    }
}

extension ConstatAlerts {
    /// How an alert ended: by itself, or with its case.
    private struct Outcome {
        var status: String
        var verdict: Verdict?
        var decided: Instant?
        var tier2: Instant?
        var firstClosed: Instant?
        var lastClosed: Instant?

        init(_ alert: SimulatedAlert, _ incident: SimulatedCase?) {
            if alert.isEscalated {
                (status, tier2) = (incident?.isClosed == true ? "closed" : "in-progress", alert.escalated)
                (firstClosed, lastClosed) = (incident?.firstClosed, incident?.lastClosed)
                (verdict, decided) = (incident?.verdict, incident?.isClosed == true ? incident?.firstClosed : nil)
            } else if let time = alert.decided {
                (status, verdict, decided) = (alert.isDouble ? "merged" : "closed", alert.verdict, time)
                (firstClosed, lastClosed) = (time, alert.closedAgain ?? time)
            } else {
                status = alert.acknowledged == nil ? "new" : alert.raised % 3 == 0 ? "pending" : "in-progress"
            }
        }
    }
}
