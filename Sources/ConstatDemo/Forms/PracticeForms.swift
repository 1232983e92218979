/// An exercise.
struct Exercise: FormRow {
    var id = ""
    let plan: Plan
    let started: Instant
    let ended: Instant
    let participants: Int
    let findings: Int
    let closed: Int

    static var form: Form<Exercise> {
        Form(
            "exercises",
            [
                ("exercise_id", "id_exercice", { Phrase($0.id) }), ("title", "titre", { $0.plan.title }),
                ("form", "forme", { $0.plan.form }), ("started", "debut", { .minute($0.started) }),
                ("ended", "fin", { .minute($0.ended) }), ("participants", "participants", { .number($0.participants) }),
                ("findings", "constats", { .number($0.findings) }), ("findings_closed", "constats_clos", { .number($0.closed) }),
            ])
    }

    /// Seven over the year, a week apart from tenant to tenant; findings are dealt with in seven months or so.
    static func all(of tenant: FormTenant) -> [Exercise] {
        var random = tenant.random("exercises")
        let exercises = Plan.all.map { plan in
            let day = LocalDay(number: plan.day.number - Int64(random.between(0...6))).worked
            let started = day.at(plan.hour)
            let (findings, age) = (random.between(3...11), Double(Period.export - started) / Double(210 * Int64.day))
            return Exercise(
                plan: plan, started: started, ended: started + Int64(plan.minutes) * .minute,
                participants: max(4, random.between(9...22) * tenant.size / 100), findings: findings,
                closed: min(findings, Int(Double(findings) * age * (0.7 + 0.3 * random.fraction()))))
        }
        return tenant.numbered(exercises, "EX")
    }
}

extension Exercise {
    /// What is the same at every tenant, but for some days.
    struct Plan {
        let form: Phrase
        let title: Phrase
        let day: LocalDay
        let hour: Int
        let minutes: Int

        private static let tabletop = Phrase("tabletop", "sur table")
        private static let restore = Phrase("restore", "restauration")

        static let all = [
            Plan(
                form: Phrase("technical", "technique"), title: Phrase("Mail gateway, attack and defence", "Messagerie, attaque et défense"),
                day: LocalDay(2025, 12, 9), hour: 9, minutes: 450),
            Plan(
                form: tabletop, title: Phrase("Ransomware on a Friday evening", "Rançongiciel un vendredi soir"),
                day: LocalDay(2026, 1, 22), hour: 14, minutes: 210),
            Plan(
                form: restore, title: Phrase("Restore of the directory", "Restauration de l’annuaire"), day: LocalDay(2026, 2, 24),
                hour: 8, minutes: 375),
            Plan(
                form: Phrase("red-team", "équipe rouge"), title: Phrase("Red team, two weeks", "Équipe rouge, deux semaines"),
                day: LocalDay(2026, 5, 11), hour: 9, minutes: 11 * 1_440 + 480),
            Plan(
                form: tabletop, title: Phrase("Breach of personal data", "Violation de données personnelles"),
                day: LocalDay(2026, 6, 23), hour: 14, minutes: 180),
            Plan(
                form: Phrase("crisis", "crise"), title: Phrase("Crisis cell, services stopped", "Cellule de crise, services arrêtés"),
                day: LocalDay(2026, 9, 17), hour: 9, minutes: 420),
            Plan(
                form: restore, title: Phrase("Restore of a file server", "Restauration d’un serveur de fichiers"),
                day: LocalDay(2026, 10, 20), hour: 8, minutes: 330),
        ]
    }
}

/// A training session.
struct Training: FormRow {
    var id = ""
    let topic: Phrase
    let held: Instant
    let invited: Int
    let participants: Int
    let passed: Int?

    static var form: Form<Training> {
        Form(
            "training",
            [
                ("training_id", "id_formation", { Phrase($0.id) }), ("topic", "theme", { $0.topic }),
                ("held", "seance_le", { .day($0.held) }), ("invited", "invites", { .number($0.invited) }),
                ("participants", "participants", { .number($0.participants) }), ("passed", "reussites", { .number($0.passed) }),
            ])
    }

    /// One a month; the provider's August session had two seats.
    static func all(of tenant: FormTenant) -> [Training] {
        var random = tenant.random("training")
        let sessions = topics.enumerated().map { month, topic in
            let day = LocalDay.ofYear(month * 30 + random.between(7...20)).worked
            let invited = max(12, random.between(24...70) * tenant.size / 100)
            let participants = invited * random.between(62...95) / 100
            let passed = random.chance(0.7) ? participants * random.between(68...100) / 100 : nil
            let isTiny = tenant.roster == .officeHours && month == 9
            return isTiny
                ? Training(topic: topic, held: day.at(9), invited: 2, participants: 2, passed: 1)
                : Training(topic: topic, held: day.at(9), invited: invited, participants: participants, passed: passed)
        }
        return tenant.numbered(sessions, "TR")
    }

    private static let topics = [
        Phrase("Reading mail headers", "Lire les en-têtes d’un message"),
        Phrase("Passwords and second factors", "Mots de passe et second facteur"),
        Phrase("Who is called at night", "Qui appeler la nuit"), Phrase("Reporting a phishing mail", "Signaler un hameçonnage"),
        Phrase("Handling evidence", "Préserver les preuves"), Phrase("Windows event logs", "Journaux Windows"),
        Phrase("Personal data and the law", "Données personnelles et droit"),
        Phrase("Writing detection rules", "Écrire des règles de détection"),
        Phrase("Cloud sign-in logs", "Journaux de connexion en nuage"), Phrase("Analysis of malware", "Analyse de code malveillant"),
        Phrase("False support calls", "Appels d’un faux support"), Phrase("Crisis communication", "Communication de crise"),
    ]
}
