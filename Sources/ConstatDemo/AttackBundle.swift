/// The ATT&CK techniques that the demonstration knows, as MITRE publishes them: a STIX bundle.
enum AttackBundle {
    static let bytes: [UInt8] = {
        var json = JSONText()
        json.object { json in
            json.field("type", "bundle")
            json.field("id", "bundle--0e57a1e0-0000-4000-8000-000000000000")
            json.array("objects") { json in
                for (index, technique) in Technique.all.enumerated() {
                    json.object { write(technique, index, &$0) }
                }
            }
        }
        return json.bytes
    }()

    private static func write(_ technique: Technique, _ index: Int, _ json: inout JSONText) {
        json.field("type", "attack-pattern")
        let digits = String(1_000 + index)
        json.field("id", "attack-pattern--0e57a1e0-0000-4000-8000-00000000\(digits)")
        json.field("created", "2020-01-14T17:18:32.126Z")
        json.field("modified", "2025-04-15T19:58:00.000Z")
        json.field("name", technique.name)
        json.array("external_references") { json in
            json.object { json in
                json.field("source_name", "mitre-attack")
                json.field("external_id", technique.id)
            }
        }
        json.array("kill_chain_phases") { json in
            json.object { json in
                json.field("kill_chain_name", "mitre-attack")
                json.field("phase_name", technique.tactic.spaced.lowercased().split(separator: " ").joined(separator: "-"))
            }
        }
        json.field("x_mitre_is_subtechnique", technique.isSub)
        json.field("x_mitre_version", "1.0")
    }
}
