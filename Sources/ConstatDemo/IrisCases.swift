/// Cases as DFIR-IRIS lists them; what it has no field for is in the team's own attributes.
struct IrisCases {
    let history: TenantHistory
    let customer: String

    func bytes(seed: UInt64) -> [UInt8] {
        var random = SplitMix64(seed: seed, stream: "iris cases")
        let cases = history.cases(at: Period.export)
        var json = JSONText()
        json.object { json in
            json.field("status", "success")
            json.field("message", "")
            json.object("data") { json in
                json.field("total", cases.count)
                json.array("cases") { json in
                    for incident in cases { write(incident, random.below(1_000), random.chance(0.6), &json) }
                }
            }
        }
        json.between("\n")
        return json.bytes
    }

    private func write(_ incident: SimulatedCase, _ microseconds: Int, _ hasImpact: Bool, _ json: inout JSONText) {
        let closed = closed(incident)
        let (status, state) = (status(incident, hasImpact), state(incident))
        json.between(json.bytes.last == UInt8(ascii: "[") ? "\n" : ",\n")
        json.object { json in
            json.field("case_id", history.numbers[incident.key])
            json.field("case_uuid", history.ids[incident.key])
            json.field("soc_id", "PON-\(history.numbers[incident.key])")
            json.field("name", incident.title)
            json.field("description", incident.summary)
            json.field("open_date", TimeText.day(incident.raised))
            json.field("initial_date", TimeText.bare(incident.raised, microseconds: microseconds))
            if let closed { json.field("close_date", TimeText.day(closed)) } else { json.null("close_date") }
            writeSeverity(incident.severity, &json)
            json.field("status_id", status.id)
            json.field("status_name", status.name)
            json.field("state_id", state.id)
            json.object("state") { json in
                json.field("state_id", state.id)
                json.field("state_name", state.name)
                json.field("protected", true)
            }
            writePeople(incident, &json)
            writeClassification(incident.category, &json)
            json.field("tags", incident.rule.map { [$0.technique] }?.filter { !$0.isEmpty } ?? [])
            json.field("alerts", [])
            writeHistory(incident, &json)
            writeAttributes(incident, &json)
        }
    }

    /// IRIS keeps the day only.
    private func closed(_ incident: SimulatedCase) -> Instant? {
        incident.fault == .closedBeforeRaised
            ? incident.lastClosed.map { _ in incident.raised - 3 * .day } : incident.lastClosed
    }

    private func status(_ incident: SimulatedCase, _ hasImpact: Bool) -> (id: Int, name: String) {
        switch incident.isClosed ? incident.verdict : incident.facts.isEmpty ? nil : .truePositive {
        case .truePositive:
            hasImpact || !incident.facts.isEmpty
                ? (2, "true_positive_with_impact") : (4, "true_positive_without_impact")
        case .falsePositive: (1, "false_positive")
        case .benign: (5, "legitimate")
        case .undetermined: (3, "not_applicable")
        case nil: (0, "unknown")
        }
    }

    private func state(_ incident: SimulatedCase) -> (id: Int, name: String) {
        if incident.isClosed { return (9, "Closed") }
        if incident.recovered != nil { return (6, "Recovery") }
        if incident.contained != nil { return (4, "Containment") }
        return incident.acknowledged == nil ? (3, "Open") : (2, "In progress")
    }
}
