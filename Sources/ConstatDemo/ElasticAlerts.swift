/// Alerts as Elastic Security 8 keeps them: hits of its index, dotted keys beside nested ones.
///
/// Only the last change of the workflow has an instant. A closing reason is kept since the upgrade of
/// spring 2026; before it, the team closed with a tag, or with nothing.
struct ElasticAlerts {
    let history: TenantHistory
    private let threats: [[UInt8]]
    private static let upgrade = Paris.instant(2026, 4, 14, 20)

    init(history: TenantHistory, book: RuleBook) {
        self.history = history
        threats = book.rules.map(Self.threat)
    }

    func bytes(seed: UInt64) -> [UInt8] {
        var file = LineFile(random: SplitMix64(seed: seed, stream: "elastic lines"))
        let (boards, drawn) = drawn(seed: seed)
        for (row, alert) in history.alerts.enumerated() {
            let damage = Damage.at(row, of: history.alerts.count)
            let (id, host, isTagged) = drawn[row]
            let seen = alert.seen(at: Period.export)
            let workflow = Workflow(seen, history, isTagged: isTagged, upgrade: Self.upgrade)
            file.line(damage) { json in
                json.field("_index", ".internal.alerts-security.alerts-default-000001")
                if damage != .noIdentifier { json.field("_id", id) }
                json.object("_source") { json in
                    writeTimes(seen, damage, &json)
                    if damage != .noIdentifier { json.field("kibana.alert.uuid", id) }
                    writeRule(alert.rule, &json)
                    workflow.write(board: seen.caseKey.map { boards[$0] }, &json)
                    json.field(
                        "kibana.alert.reason",
                        "event on \(host) created \(alert.rule.severity.word) alert \(alert.rule.title).")
                    json.object("host") { $0.field("name", host) }
                }
            }
        }
        return file.bytes
    }

    /// The tool's id of each alert.
    func ids(seed: UInt64) -> [String] { drawn(seed: seed).alerts.map(\.id) }

    /// What chance decides: the Kibana case of each case, then what is told of each alert, in the order of the file.
    private func drawn(seed: UInt64) -> (boards: [String], alerts: [(id: String, host: String, isTagged: Bool)]) {
        var random = SplitMix64(seed: seed, stream: "elastic alerts")
        let boards = history.cases.map { _ in random.uuid() }
        let alerts = history.alerts.map { _ in
            (id: random.hex(64), host: Wording.host("pon", &random), isTagged: random.chance(0.85))
        }
        return (boards, alerts)
    }

    private func writeTimes(_ alert: SimulatedAlert, _ damage: Damage?, _ json: inout JSONText) {
        let raised = damage == .unreadableDate ? "2026-02-31T25:61:00Z" : TimeText.iso(alert.raised)
        json.field("@timestamp", raised)
        json.field("kibana.alert.start", raised)
        json.field("kibana.alert.original_time", TimeText.iso(alert.firstActivity))
        json.field("kibana.version", alert.raised < Self.upgrade ? "8.16.1" : "8.19.4")
        json.field("event.kind", "signal")
        json.field("kibana.alert.status", "active")
        json.field("kibana.alert.depth", 1)
        json.field("kibana.space_ids", ["default"])
    }

    private func writeRule(_ rule: Rule, _ json: inout JSONText) {
        json.field("kibana.alert.severity", rule.severity.word)
        json.field("kibana.alert.risk_score", [21, 47, 73, 99][rule.severity.rawValue - 1])
        json.field("kibana.alert.rule.rule_id", rule.uuid)
        json.field("kibana.alert.rule.uuid", rule.instance)
        json.field("kibana.alert.rule.name", rule.title)
        json.field("kibana.alert.rule.rule_type_id", "siem.queryRule")
        json.field("kibana.alert.rule.consumer", "siem")
        json.field("kibana.alert.rule.category", "Custom Query Rule")
        json.field("threat", written: threats[rule.number])
    }

    private static func threat(of rule: Rule) -> [UInt8] {
        guard let technique = Technique.named(rule.technique), let parent = Technique.named(technique.parent) else {
            return Array("[]".utf8)
        }
        var json = JSONText()
        json.between("[")
        json.object { json in
            json.field("framework", "MITRE ATT&CK")
            json.object("tactic") { json in
                json.field("id", technique.tactic.rawValue)
                json.field("name", technique.tactic.spaced)
            }
            json.array("technique") { json in
                json.object { json in
                    json.field("id", parent.id)
                    json.field("name", parent.name)
                    guard technique.isSub else { return }
                    json.array("subtechnique") { json in
                        json.object { json in
                            json.field("id", technique.id)
                            json.field("name", technique.name)
                        }
                    }
                }
            }
        }
        json.between("]")
        return json.bytes
    }
}
