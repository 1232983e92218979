/// A detection rule as the detection team lists it.
struct DetectionRule: FormRow {
    enum State {
        case enabled, disabled, retired

        var phrase: Phrase {
            switch self {
            case .enabled: Phrase("enabled", "activée")
            case .disabled: Phrase("disabled", "désactivée")
            case .retired: Phrase("retired", "retirée")
            }
        }
    }

    var id: String
    let title: Phrase
    var state = State.enabled
    let level: Severity
    let technique: String
    let source: String
    var author = Phrase("detection team", "équipe détection")
    var requested: Instant?
    var created: Instant
    var changed: Instant?
    var tested: Instant?

    static var form: Form<DetectionRule> {
        Form(
            "rules",
            [
                ("rule_id", "id_regle", { Phrase($0.id) }),
                ("title", "titre", { $0.title }),
                ("state", "etat", { $0.state.phrase }),
                ("level", "niveau", { $0.level.phrase }),
                ("techniques", "techniques", { Phrase($0.technique) }),
                ("log_source", "source_journaux", { Phrase($0.source) }),
                ("author", "auteur", { $0.author }),
                ("requested", "demandee_le", { .day($0.requested) }),
                ("created", "creee_le", { .minute($0.created) }),
                ("changed", "modifiee_le", { .minute($0.changed) }),
                ("tested", "testee_le", { .minute($0.tested) }),
                ("retired", "retiree_le", { $0.state == .retired ? .day($0.changed) : .blank }),
            ])
    }

    /// Every rule that alerts name, then those that never fired.
    ///
    /// - Parameter hunts: new rules were asked for by those that found something.
    static func all(of tenant: FormTenant, _ hunts: [Hunt]) -> [DetectionRule] {
        var random = tenant.random("rules")
        var requests = hunts.compactMap { $0.rulesBorn == 1 ? $0.ended : nil }
        let firing = tenant.rules.map { known in
            DetectionRule(known.id, Phrase(known.rule.title), known.rule, tenant.sourceID(known.source), &random)
        }
        let silent = tenant.numbered(
            SilentRule.all.map { plan in
                var rule = DetectionRule("", plan.title, plan.rule, tenant.sourceID(plan.rule.category.source), &random)
                rule.meet(plan.fate, requested: plan.fate == .new ? requests.popLast() : nil, &random)
                return rule
            }, "NR")
        return firing + silent
    }

    /// A rule that has run since before the year.
    private init(_ id: String, _ title: Phrase, _ rule: Rule, _ source: String, _ random: inout SplitMix64) {
        (self.id, self.title, self.source) = (id, title, source)
        (level, technique) = (rule.severity, rule.technique)
        let day = LocalDay.ofYear(-random.between(45...900)).worked
        created = random.officeTime(day)
        if random.chance(0.35) { author = random.pick([Phrase("Sigma community", "communauté Sigma"), Phrase("vendor", "éditeur")]) }
        let wait = random.chance(0.4) ? random.between(4...45) : nil
        if random.chance(0.45) { changed = random.officeTime(.ofYear(random.between(0...360)).worked) }
        // What is asked for leads to the last change, or to the rule itself.
        if let wait { requested = (changed.map { LocalDay(of: $0) } ?? day).plus(-wait).at(9) }
        switch random.fraction() {
        case ..<0.68: tested = random.officeTime(.ofYear(random.between(0...360)).worked)
        case ..<0.85: tested = created + Int64(random.between(1...30)) * .day
        default: break
        }
    }

    private mutating func meet(_ fate: SilentRule.Fate, requested request: Instant?, _ random: inout SplitMix64) {
        switch fate {
        case .quiet: return
        case .new:
            let asked = request ?? LocalDay.ofYear(random.between(30...300)).at(9)
            let live = random.officeTime(LocalDay(of: asked).plus(random.between(5...34)).worked)
            (requested, created, changed, tested) = (asked, live, nil, live + 50 * .minute)
        case .disabled, .retired:
            changed = random.officeTime(.ofYear(random.between(60...340)).worked)
            (state, tested) = (fate == .retired ? .retired : .disabled, nil)
        }
    }
}
