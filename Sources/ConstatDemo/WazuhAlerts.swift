/// Alerts as a Wazuh 4 manager appends them to `alerts.json`: one object a line, and no trace of anybody's work.
struct WazuhAlerts {
    let book: RuleBook

    func bytes(_ count: Int, seed: UInt64) -> [UInt8] {
        var random = SplitMix64(seed: seed, stream: "wazuh alerts")
        var file = LineFile(random: SplitMix64(seed: seed, stream: "wazuh lines"))
        var fired = Array(repeating: 0, count: book.rules.count)
        var offset = 1_549_653
        for (row, instant) in Staffing.arrivals(count, &random).enumerated() {
            let rule = book.draw(&random)
            let (agent, level) = (random.below(60), level(of: rule, &random))
            fired[rule.number] = fired[rule.number] % 900 + 1
            offset += random.between(310...2_400)
            let damage = Damage.at(row, of: count)
            file.line(damage) { json in
                json.field("timestamp", damage == .unreadableDate ? "Nov 31 25:61" : TimeText.local(instant))
                writeRule(rule, level, fired[rule.number], &json)
                writeAgent(agent, &json)
                json.object("manager") { $0.field("name", "arm-wazuh-01") }
                if damage != .noIdentifier { json.field("id", "\(instant / .second).\(offset)") }
                json.field("full_log", "\(rule.title) [\(agent)]")
                json.object("decoder") { $0.field("name", decoder(rule)) }
                json.field("location", rule.title.hasPrefix("Windows") ? "EventChannel" : "/var/log/syslog")
            }
        }
        return file.bytes
    }

    static func ruleID(_ rule: Rule) -> String { String(100_201 + rule.number * 10) }

    /// From 3 to 15, as Wazuh grades its rules.
    private func level(of rule: Rule, _ random: inout SplitMix64) -> Int {
        switch rule.severity {
        case .low: random.chance(0.12) ? 3 : 4 + rule.number % 3
        case .medium: 7 + rule.number % 5
        case .high: 12 + rule.number % 3
        case .critical: 15
        }
    }

    private func decoder(_ rule: Rule) -> String {
        rule.title.hasPrefix("Windows") ? "windows_eventchannel" : rule.title.hasPrefix("sshd") ? "sshd" : "json"
    }

    private func writeRule(_ rule: Rule, _ level: Int, _ fired: Int, _ json: inout JSONText) {
        json.object("rule") { json in
            json.field("level", level)
            json.field("description", rule.title)
            json.field("id", Self.ruleID(rule))
            if let technique = Technique.named(rule.technique) {
                json.object("mitre") { json in
                    json.field("id", [technique.id])
                    json.field("tactic", [technique.tactic.spaced])
                    json.field("technique", [technique.name])
                }
            }
            json.field("firedtimes", fired)
            json.field("mail", level >= 12)
            json.field("groups", [rule.category.rawValue, "armorique"])
        }
    }

    private func writeAgent(_ agent: Int, _ json: inout JSONText) {
        json.object("agent") { json in
            json.field("id", TimeText.padded(agent, 3))
            json.field("name", agent == 0 ? "arm-wazuh-01" : "arm-srv-\(TimeText.padded(agent, 4))")
            if agent > 0 { json.field("ip", "10.24.\(agent % 8).\(10 + agent)") }
        }
    }
}
