/// A run of an automation.
struct PlaybookRun: FormRow {
    enum Outcome {
        case succeeded, failed, waiting, cancelled

        var phrase: Phrase {
            switch self {
            case .succeeded: Phrase("succeeded", "réussi")
            case .failed: Phrase("failed", "échoué")
            case .waiting: Phrase("waiting", "en attente")
            case .cancelled: Phrase("cancelled", "annulé")
            }
        }
    }

    var id = ""
    let playbook: Playbook
    let isAutomatic: Bool
    let started: Instant
    var ended: Instant?
    var outcome = Outcome.succeeded
    let alertID: String?
    let caseID: String?

    static var form: Form<PlaybookRun> {
        Form(
            "playbook-runs",
            [
                ("playbook_run_id", "id_execution", { Phrase($0.id) }),
                ("playbook", "playbook", { $0.playbook.name }),
                ("started", "debut", { .second($0.started) }),
                ("ended", "fin", { .second($0.ended) }),
                ("outcome", "resultat", { $0.outcome.phrase }),
                ("trigger", "declenchement", { $0.isAutomatic ? Phrase("automatic", "automatique") : Phrase("manual", "manuel") }),
                ("alert", "alerte", { Phrase($0.alertID) }),
                ("case", "dossier", { Phrase($0.caseID) }),
                ("saved_minutes", "minutes_gagnees", { .decimal($0.savedTenths, places: 1) }),
            ])
    }

    /// Only what ended well saves work.
    private var savedTenths: Int? { outcome == .succeeded ? playbook.savedTenths : nil }

    static func all(of tenant: FormTenant) -> [PlaybookRun] {
        var random = tenant.random("playbook runs")
        let runs = (0..<(783 * tenant.size / 100)).map { _ in PlaybookRun(for: random.pick(tenant.alerts), tenant, &random) }
        return tenant.numbered(runs.sorted { $0.started < $1.started }, "PR", width: 4)
    }

    /// A run for an alert; a few are started without one.
    private init(for known: FormTenant.KnownAlert, _ tenant: FormTenant, _ random: inout SplitMix64) {
        let alert = known.alert
        let isLinked = !random.chance(0.04)
        playbook = random.chance(0.45) ? .enrich : Playbook.answer(to: alert.rule.category)
        let begun = alert.acknowledged.map { $0 + Int64(random.between(60...700)) * .second }
        let byHand = random.chance(playbook.share) ? begun.flatMap { $0 < Period.export ? $0 : nil } : nil
        isAutomatic = byHand == nil
        started = byHand ?? alert.ingested + Int64(random.between(2...45)) * .second
        alertID = isLinked ? known.id : nil
        caseID = isLinked ? alert.caseKey.map { tenant.caseIDs[$0] } : nil
        end(&random)
    }

    private mutating func end(_ random: inout SplitMix64) {
        ended = started + max(.second, random.length(ofMedian: isAutomatic ? 0.6 : 2.5, 0.8))
        let isLate = started > Period.end - 10 * .day
        switch random.fraction() {
        case ..<0.06: outcome = .failed
        case ..<0.075: outcome = .cancelled
        case ..<0.2 where isLate: (outcome, ended) = (.waiting, nil)
        default: break
        }
    }
}

/// An automation of the provider.
struct Playbook {
    let name: Phrase
    /// Minutes of work that a run saves, in tenths.
    let savedTenths: Int
    /// How many of its runs a person starts.
    let share: Double

    static let enrich = Playbook("Enrich an alert", "Enrichir une alerte", savedTenths: 45, share: 0.03)

    static func answer(to category: Category) -> Playbook {
        switch category {
        case .phishing: Playbook("Pull back a mail", "Retirer un courriel", savedTenths: 140, share: 0.35)
        case .malware: Playbook("Isolate a host", "Isoler un poste", savedTenths: 250, share: 0.6)
        case .credential: Playbook("End the sessions of an account", "Fermer les sessions d’un compte", savedTenths: 115, share: 0.4)
        case .intrusion: Playbook("Block an address", "Bloquer une adresse", savedTenths: 75, share: 0.5)
        case .exfiltration: Playbook("Stop the sharing of a file", "Couper le partage d’un fichier", savedTenths: 90, share: 0.7)
        case .policy: Playbook("Ask the user", "Interroger l’utilisateur", savedTenths: 60, share: 0.1)
        case .availability: Playbook("Tell operations", "Prévenir l’exploitation", savedTenths: 50, share: 0.05)
        }
    }

    private init(_ english: String, _ french: String, savedTenths: Int, share: Double) {
        (name, self.savedTenths, self.share) = (Phrase(english, french), savedTenths, share)
    }
}
