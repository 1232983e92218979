/// Something to be done better.
struct Action: FormRow {
    enum Origin: Int, CaseIterable {
        case review, incident, exercise, hunt, audit

        var phrase: Phrase {
            switch self {
            case .review: Phrase("review", "retex")
            case .incident: Phrase("incident", "incident")
            case .exercise: Phrase("exercise", "exercice")
            case .hunt: Phrase("hunt", "chasse")
            case .audit: Phrase("audit", "audit")
            }
        }
    }

    var id = ""
    let title: Phrase
    let origin: Origin
    let owner: String
    let caseID: String?
    let opened: LocalDay
    let due: LocalDay
    let done: LocalDay?
    let status: Phrase

    static var form: Form<Action> {
        Form(
            "actions",
            [
                ("action_id", "id_action", { Phrase($0.id) }),
                ("title", "titre", { $0.title }),
                ("status", "statut", { $0.status }),
                ("origin", "origine", { $0.origin.phrase }),
                ("owner", "responsable", { Phrase($0.owner) }),
                ("case", "dossier", { Phrase($0.caseID) }),
                ("opened", "ouverte_le", { .day($0.opened.at(9)) }),
                ("due", "echeance", { .day($0.due.at(9)) }),
                ("done", "faite_le", { .day($0.done?.at(9)) }),
                ("updated", "maj_le", { .day(($0.done ?? $0.opened).at(9)) }),
            ])
    }

    /// Two a month: more than half done in time, some late, some not at all.
    static func all(of tenant: FormTenant, _ reviews: [Review]) -> [Action] {
        var random = tenant.random("actions")
        let actions = (0..<24).map { index in
            let day = LocalDay.ofYear(index * 15 + random.between(0...9)).worked
            let origin = Origin.allCases[[0, 1, 2, 0, 3, 4, 1, 0][index % 8]]
            let isOfCase = origin == .review || origin == .incident
            let review = isOfCase ? reviews.last { ($0.held ?? .max) < day.at(23) } : nil
            let (title, fate) = (titles[(index + tenant.size) % titles.count], Fate.after((index * 5 + tenant.size) % 12))
            return Action(title: title, origin, review?.caseID, opened: day, fate, &random)
        }
        return tenant.numbered(actions, "A")
    }

    private init(title: Phrase, _ origin: Origin, _ caseID: String?, opened: LocalDay, _ fate: Fate, _ random: inout SplitMix64) {
        (self.title, self.origin, self.caseID, self.opened) = (title, origin, caseID, opened)
        let length = random.pick([30, 45, 60, 90, 120])
        due = opened.plus(length).worked
        owner = Wording.analyst(random.between(1...14))
        let day: LocalDay? =
            switch fate {
            case .inTime: opened.plus(length * random.between(35...98) / 100)
            case .late: due.plus(random.between(3...45))
            case .open: nil
            }
        done = day.flatMap { $0.at(23) < Period.export ? $0 : nil }
        let isNew = opened.at(9) > Period.export - 25 * .day
        let open = random.pick([Phrase("in-progress", "en cours"), Phrase("in-progress", "en cours"), Phrase("pending", "en attente")])
        status = done != nil ? Phrase("closed", "faite") : isNew ? Phrase("new", "à faire") : open
    }

    private enum Fate {
        case inTime, late, open

        /// Of twelve, seven are done in time and two late.
        static func after(_ place: Int) -> Fate { place < 7 ? .inTime : place < 9 ? .late : .open }
    }

    private static let titles = [
        Phrase("Second factor for suppliers", "Second facteur pour les prestataires"),
        Phrase("Watch the ends of certificates", "Surveiller l’échéance des certificats"),
        Phrase("Block macros from mail", "Bloquer les macros reçues par courriel"),
        Phrase("Write the call list anew", "Refaire la liste d’appel"),
        Phrase("Restore the directory each quarter", "Restaurer l’annuaire chaque trimestre"),
        Phrase("Collect the logs of the backups", "Collecter les journaux des sauvegardes"),
        Phrase("Close old service accounts", "Fermer les anciens comptes de service"),
        Phrase("Tune the noisiest rules", "Affiner les règles les plus bruyantes"),
        Phrase("Part the administration network", "Cloisonner le réseau d’administration"),
        Phrase("Train the reception desk", "Former l’accueil"),
        Phrase("Playbook for a stolen session", "Playbook pour une session volée"),
        Phrase("Name who decides at night", "Désigner qui décide la nuit"),
    ]
}
