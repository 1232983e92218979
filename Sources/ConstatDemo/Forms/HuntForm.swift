/// A hunt for what no rule found.
struct Hunt: FormRow {
    enum Outcome {
        case found, nothing, abandoned

        var phrase: Phrase {
            switch self {
            case .found: Phrase("found", "trouvé")
            case .nothing: Phrase("nothing", "rien")
            case .abandoned: Phrase("abandoned", "abandonnée")
            }
        }
    }

    var id = ""
    let topic: HuntTopic
    let hunter: String
    let started: Instant
    /// Nil while it goes on, as is all that follows.
    var ended: Instant?
    var outcome: Outcome?
    var findings: Int?
    var rulesBorn: Int?
    var cases: [String] = []

    static var form: Form<Hunt> {
        Form(
            "hunts",
            [
                ("hunt_id", "id_chasse", { Phrase($0.id) }),
                ("title", "titre", { $0.topic.title }),
                ("hypothesis", "hypothese", { $0.topic.hypothesis }),
                ("techniques", "techniques", { Phrase($0.topic.techniques) }),
                ("hunter", "chasseur", { Phrase($0.hunter) }),
                ("started", "debut", { .day($0.started) }),
                ("ended", "fin", { .day($0.ended) }),
                ("outcome", "resultat", { $0.outcome?.phrase ?? .blank }),
                ("findings", "constats", { .number($0.findings) }),
                ("rules_born", "regles_creees", { .number($0.rulesBorn) }),
                ("cases", "dossiers", { Phrase($0.cases.joined(separator: " ")) }),
            ])
    }

    /// Eight to twelve over the year; the last one goes on.
    static func all(of tenant: FormTenant) -> [Hunt] {
        var random = tenant.random("hunts")
        let count = 4 + 8 * tenant.size / 100
        let hunts = (0..<count).map { index in
            let isLast = index == count - 1
            let day = isLast ? LocalDay(2026, 10, 28) : LocalDay.ofYear(index * 360 / count + random.between(3...20)).worked
            let topic = HuntTopic.all[(index + tenant.size) % HuntTopic.all.count]
            var hunt = Hunt(topic: topic, hunter: Wording.analyst(random.between(9...14)), started: day.at(9))
            if !isLast { hunt.end(index, day.plus(random.between(2...6)).worked.at(17), tenant, &random) }
            return hunt
        }
        return tenant.numbered(hunts, "H")
    }

    private static let outcomes: [Outcome] = [.nothing, .found, .nothing, .nothing, .found, .abandoned, .nothing, .found]

    private mutating func end(_ index: Int, _ time: Instant, _ tenant: FormTenant, _ random: inout SplitMix64) {
        let outcome = Self.outcomes[index % Self.outcomes.count]
        (ended, self.outcome) = (time, outcome)
        switch outcome {
        case .found:
            (findings, rulesBorn) = (random.between(1...4), random.chance(0.75) ? 1 : 0)
            cases = tenant.cases(from: started, to: time + 5 * .day).prefix(random.between(1...2)).map { tenant.caseIDs[$0.key] }
        case .nothing: (findings, rulesBorn) = (0, 0)
        case .abandoned: break
        }
    }
}

extension FormTenant {
    /// Confirmed cases raised between two instants, oldest first.
    func cases(from start: Instant, to end: Instant) -> [SimulatedCase] {
        history.order.map { history.cases[$0] }.filter { $0.isConfirmed && start <= $0.raised && $0.raised < end }
    }
}

/// What is hunted for.
struct HuntTopic {
    let title: Phrase
    let hypothesis: Phrase
    let techniques: String
}
