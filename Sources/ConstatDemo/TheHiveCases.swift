/// Cases as the query API of TheHive 5 returns them: one JSON array.
struct TheHiveCases {
    let history: TenantHistory

    /// - Parameters:
    ///   - instant: when the export was taken; the cases are as they were then.
    ///   - overlap: true when two pages of the query held the same case.
    func bytes(at instant: Instant, overlap: Bool) -> [UInt8] {
        let cases = history.cases(at: instant)
        var json = JSONText()
        json.between("[\n")
        for (index, incident) in cases.enumerated() {
            if index > 0 { json.between(",\n") }
            write(incident, &json)
            guard overlap, index == cases.count / 2 else { continue }
            json.between(",\n")
            write(incident, &json)
        }
        json.between("\n]\n")
        return json.bytes
    }

    private func write(_ incident: SimulatedCase, _ json: inout JSONText) {
        json.object { json in
            json.field("_id", history.ids[incident.key])
            json.field("_type", "Case")
            json.field("_createdBy", incident.rule == nil ? TheHive.login(incident.analyst) : TheHive.connector)
            if incident.updated > incident.raised { json.field("_updatedBy", TheHive.login(incident.analyst)) }
            json.field("_createdAt", incident.raised)
            if incident.updated > incident.raised { json.field("_updatedAt", incident.updated) }
            json.field("number", history.numbers[incident.key])
            json.field("title", incident.title)
            json.field("description", incident.summary)
            TheHive.writeSeverity(incident.severity, &json)
            json.field("startDate", start(incident))
            writeClosing(incident, &json)
            json.field("tags", tags(incident))
            json.field("flag", incident.severity == .critical)
            TheHive.writeMarkings(&json)
            json.field("status", status(incident))
            json.field("stage", stage(incident))
            if incident.acknowledged != nil || incident.isClosed {
                json.field("assignee", TheHive.login(incident.analyst))
            }
            let survivor = incident.mergedInto.map { history.ids[$0] }
            writeCustom(incident.customFields(mergedInto: survivor), &json)
            json.field("userPermissions", [])
            json.object("extraData") { _ in }
            writeTimes(incident, &json)
        }
    }

    private func start(_ incident: SimulatedCase) -> Instant {
        incident.fault == .startedAfterRaised ? incident.raised + 5 * .hour : incident.firstActivity
    }

    /// A case opened again and not yet closed shows no end.
    private func writeClosing(_ incident: SimulatedCase, _ json: inout JSONText) {
        guard let first = incident.firstClosed, let last = incident.lastClosed else { return }
        let isReversed = incident.fault == .closedBeforeRaised
        json.field("endDate", isReversed ? incident.raised - 3 * .hour : first)
        json.field("closedDate", isReversed ? incident.raised - 3 * .hour : last)
    }

    private func stage(_ incident: SimulatedCase) -> String {
        incident.isClosed
            ? "Closed" : incident.acknowledged != nil || incident.firstClosed != nil ? "InProgress" : "New"
    }

    private func status(_ incident: SimulatedCase) -> String {
        guard incident.isClosed else { return stage(incident) }
        if incident.mergedInto != nil { return "Duplicated" }
        return switch incident.verdict {
        case .truePositive: "TruePositive"
        case .falsePositive: "FalsePositive"
        case .benign: "Other"
        case .undetermined, nil: "Indeterminate"
        }
    }

    private func tags(_ incident: SimulatedCase) -> [String] {
        [incident.category.rawValue] + (incident.rule.map { [$0.technique] } ?? []).filter { !$0.isEmpty }
    }

    private func writeTimes(_ incident: SimulatedCase, _ json: inout JSONText) {
        json.field("newDate", incident.raised)
        json.field("inProgressDate", incident.acknowledged)
        json.field("timeToDetect", incident.raised - start(incident))
        json.field("timeToTriage", incident.acknowledged.map { $0 - incident.raised })
        json.field("timeToAcknowledge", incident.acknowledged.map { $0 - start(incident) })
    }

    /// The bank's own fields, as TheHive's query API gives them.
    private func writeCustom(_ fields: [CustomField], _ json: inout JSONText) {
        json.array("customFields") { json in
            for (order, field) in fields.enumerated() {
                json.object { json in
                    json.field("_id", "\(field.name):\(order)")
                    json.field("name", field.name)
                    json.field("type", TheHive.type(field.value))
                    TheHive.write(field.value, "value", &json)
                    json.field("order", order)
                }
            }
        }
    }
}
