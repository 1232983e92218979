/// The SecurityIncident table of Microsoft Sentinel as the portal exports it to CSV: one row per change of an incident.
struct SentinelIncidents {
    let history: TenantHistory

    private static let workspace = "5a1f6c0e-0000-4000-8000-00000000e57a"
    static let header = [
        "TenantId", "TimeGenerated [UTC]", "IncidentName", "Title", "Description", "Severity", "Status",
        "Classification",
        "ClassificationComment", "ClassificationReason", "Owner", "ProviderName", "FirstActivityTime [UTC]",
        "LastActivityTime [UTC]", "FirstModifiedTime [UTC]", "LastModifiedTime [UTC]", "CreatedTime [UTC]",
        "ClosedTime [UTC]", "IncidentNumber", "RelatedAnalyticRuleIds", "AdditionalData",
    ]

    func bytes(seed: UInt64) -> [UInt8] {
        var random = SplitMix64(seed: seed, stream: "sentinel rows")
        var csv = CSVText(header: Self.header, quotesAll: true, mark: true)
        let rows = changes()
        for (index, change) in rows.enumerated() {
            var cells = cells(change.incident, at: change.time)
            switch Damage.at(index, of: rows.count, [.noIdentifier, .unreadableDate]) {
            case .noIdentifier: cells[2] = ""
            case .unreadableDate: cells[16] = "2/31/2026, 25:61:00.000 PM"
            case .cutOff, nil: break
            }
            csv.row(cells)
            if random.chance(0.003) { csv.row(cells) }
        }
        return csv.bytes
    }

    /// Every change up to the export, oldest first.
    private func changes() -> [(incident: SimulatedCase, time: Instant)] {
        var changes: [(incident: SimulatedCase, time: Instant)] = []
        for key in history.order {
            let incident = history.cases[key]
            let instants = [
                incident.raised, incident.acknowledged, incident.escalatedTier3, incident.contained,
                incident.firstClosed,
                incident.reopened, incident.lastClosed,
            ].compactMap { $0 }
            for time in Set(instants).sorted() where time <= Period.export { changes.append((incident, time)) }
        }
        return changes.sorted { ($0.time, $0.incident.key) < ($1.time, $1.incident.key) }
    }

    /// The incident as it was right after a change.
    private func cells(_ incident: SimulatedCase, at time: Instant) -> [String] {
        let seen = incident.seen(at: time) ?? incident
        let closing = closing(seen)
        let start = seen.fault == .startedAfterRaised ? seen.raised + 5 * .hour : seen.firstActivity
        return [
            Self.workspace, TimeText.portal(time + 430), history.ids[seen.key], seen.title, seen.summary,
            severity(seen),
            status(seen), closing.classification, closing.comment, closing.reason, owner(seen), "Azure Sentinel",
            TimeText.portal(start), TimeText.portal(seen.raised - 20 * .second), firstModified(incident, time),
            TimeText.portal(time), TimeText.portal(seen.raised), closed(seen), String(history.numbers[seen.key]),
            seen.rule.map { "[\"\($0.uuid)\"]" } ?? "[]", details(seen),
        ]
    }

    private func firstModified(_ incident: SimulatedCase, _ time: Instant) -> String {
        TimeText.portal(min(incident.acknowledged ?? .max, incident.escalatedTier3 ?? .max, time))
    }

    private func closed(_ seen: SimulatedCase) -> String {
        guard let closed = seen.lastClosed else { return "" }
        return TimeText.portal(seen.fault == .closedBeforeRaised ? seen.raised - 2 * .hour : closed)
    }

    /// Sentinel knows no critical; one low incident in five was only informational.
    private func severity(_ seen: SimulatedCase) -> String {
        switch seen.severity {
        case .low: seen.key % 5 == 0 ? "Informational" : "Low"
        case .medium: "Medium"
        case .high, .critical: "High"
        }
    }

    private func status(_ seen: SimulatedCase) -> String {
        seen.isClosed ? "Closed" : seen.acknowledged != nil || seen.firstClosed != nil ? "Active" : "New"
    }

    private func closing(_ seen: SimulatedCase) -> (classification: String, comment: String, reason: String) {
        guard seen.isClosed else { return ("", "", "") }
        if let survivor = seen.mergedInto {
            return ("Undetermined", "Duplicate of incident \(history.numbers[survivor])", "")
        }
        return switch seen.verdict {
        case .truePositive: ("TruePositive", seen.rootCause ?? "", "SuspiciousActivity")
        case .benign: ("BenignPositive", "Attendu, voir la demande", "SuspiciousButExpected")
        case .falsePositive: ("FalsePositive", "", seen.key % 2 == 0 ? "IncorrectAlertLogic" : "InaccurateData")
        case .undetermined, nil: ("Undetermined", "", "")
        }
    }

    private func owner(_ seen: SimulatedCase) -> String {
        var json = JSONText()
        json.object { json in
            let name = Wording.analyst(seen.analyst)
            let isAssigned = seen.acknowledged != nil || seen.firstClosed != nil
            if isAssigned { json.field("assignedTo", name) } else { json.null("assignedTo") }
            if isAssigned { json.field("email", "\(name)@estuaire.example") } else { json.null("email") }
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private func details(_ seen: SimulatedCase) -> String {
        let technique = seen.rule.flatMap { Technique.named($0.technique) }
        var json = JSONText()
        json.object { json in
            json.field("alertsCount", max(1, seen.alertCount))
            json.field("bookmarksCount", 0)
            json.field("commentsCount", seen.escalatedTier3 == nil ? 0 : 2)
            json.field("alertProductNames", ["Azure Sentinel"])
            json.field("tactics", technique.map { [$0.tactic.joined] } ?? [])
            json.field("techniques", technique.map { [$0.id] } ?? [])
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
