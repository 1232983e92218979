/// A review after an incident.
struct Review: FormRow {
    var id = ""
    let title: Phrase
    let caseID: String
    let opened: LocalDay
    let due: LocalDay
    /// Nil as long as it was not held, as is what follows.
    var held: Instant?
    var rootCause = Phrase.blank
    var conclusion = Phrase.blank

    static var form: Form<Review> {
        Form(
            "reviews",
            [
                ("review_id", "id_retex", { Phrase($0.id) }), ("title", "titre", { $0.title }),
                ("case", "dossier", { Phrase($0.caseID) }), ("opened", "ouvert_le", { .day($0.opened.at(9)) }),
                ("due", "echeance", { .day($0.due.at(9)) }), ("held", "tenu_le", { .minute($0.held) }),
                ("root_cause", "cause_racine", { $0.rootCause }), ("outcome", "conclusion", { $0.conclusion }),
            ])
    }

    /// Of every third grave confirmed case, and of all that no rule found.
    static func all(of tenant: FormTenant) -> [Review] {
        var random = tenant.random("reviews")
        let grave = tenant.cases(from: Period.start, to: Period.export).filter { incident in
            let isDrawn = random.chance(0.34) && incident.severity.rawValue >= Severity.high.rawValue
            return isDrawn || incident.rule == nil
        }
        return tenant.numbered(grave.compactMap { Review(of: $0, tenant, &random) }, "REV")
    }

    /// Nil when nobody had decided on one by the time of the exports.
    private init?(of incident: SimulatedCase, _ tenant: FormTenant, _ random: inout SplitMix64) {
        let number = tenant.history.numbers[incident.key]
        (title, caseID) = (Phrase("Review of case \(number)", "Retour sur le dossier \(number)"), tenant.caseIDs[incident.key])
        opened = LocalDay(of: incident.firstClosed ?? incident.contained ?? incident.raised).plus(1).worked
        due = opened.plus(21).worked
        guard opened.at(9) < Period.export else { return nil }
        let late = random.between(1...28)
        let day =
            switch random.fraction() {
            case ..<0.62: opened.plus(random.between(4...18))
            case ..<0.84: due.plus(late)
            default: due.plus(400)
            }
        let time = day.worked.at(10)
        if time < Period.export { hold(at: time, incident, &random) }
    }

    /// A cause that the case tells is taken as it stands; the others are few, and come back.
    private mutating func hold(at time: Instant, _ incident: SimulatedCase, _ random: inout SplitMix64) {
        let common = random.pick(Self.causes)
        (held, rootCause) = (time, incident.rootCause.map { Phrase($0) } ?? common)
        conclusion = random.pick(Self.conclusions)
    }

    private static let causes = [
        Phrase("Reused password", "Mot de passe réutilisé"), Phrase("Patch not applied", "Correctif non appliqué"),
        Phrase("Supplier account left open", "Compte de prestataire resté ouvert"),
        Phrase("Second factor missing", "Second facteur absent"),
    ]
    private static let conclusions = [
        Phrase("One action", "Une action"), Phrase("Two actions", "Deux actions"), Phrase("Three actions", "Trois actions"),
        Phrase("A rule to be changed", "Une règle à modifier"), Phrase("Nothing to do", "Rien à faire"),
    ]
}
