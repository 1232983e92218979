/// Native words whose meaning is told by themselves, in English and French.
enum DraftWords {
    enum Meaning: Equatable {
        /// A word of the house; known, when nothing else that is unknown stands beside it.
        case word(String, isKnown: Bool)
        /// It says that there is nothing to say.
        case silent
        case unknown
    }

    struct Entry: Sendable {
        let phrase: NameWords
        let word: String
    }

    static let severity = entries([
        (
            "critical",
            """
            critical, critique, p1, sev1, sev 1, s1, blocker, bloquant, bloquante, highest, extreme, fatal, emergency, catastrophic,
            very high, tres haut, tres haute, tres eleve, tres elevee
            """
        ),
        ("high", "high, haut, haute, eleve, elevee, p2, sev2, sev 2, s2, major, majeur, majeure, important, importante, severe, forte"),
        ("medium", "medium, med, moyen, moyenne, moderate, modere, moderee, p3, sev3, sev 3, s3, normal, normale, average"),
        ("low", "low, bas, basse, faible, p4, sev4, sev 4, s4, minor, mineur, mineure"),
        (
            "informational",
            """
            informational, information, informative, info, informationnel, informationnelle, p5, sev5, sev 5, s5, trivial, triviale,
            lowest, very low, tres bas, tres basse, tres faible, debug
            """
        ),
    ])

    static let status = entries([
        (
            "new",
            """
            new, nouveau, nouvelle, open, opened, ouvert, ouverte, to do, todo, a faire, backlog, a traiter, non traite, non traitee,
            untriaged, unhandled, unassigned, non attribue, non assigne, created, cree, received, recu, registered, enregistre, submitted
            """
        ),
        (
            "in-progress",
            """
            in progress, inprogress, active, actif, working, work in progress, wip, assigned, assigne, assignee, attribue, en cours,
            investigating, investigation, under investigation, acknowledged, ack, accepted, accepte, acceptee, reopened, re opened,
            rouvert, rouverte, started, processing, en traitement, pris en charge, analyzing, analysing, analyse, escalated, escalade,
            escaladee, in review, under review, ongoing
            """
        ),
        (
            "pending",
            """
            pending, on hold, onhold, hold, waiting, en attente, attente, awaiting, suspended, suspendu, suspendue, snoozed, paused,
            en pause, blocked, bloque, deferred, stalled
            """
        ),
        (
            "closed",
            """
            closed, close, clos, cloture, cloturee, ferme, fermee, resolved, resolu, resolue, solved, done, termine, terminee, completed,
            complete, finished, fini, finie, archived, archive, archivee, cancelled, canceled, annule, annulee, dismissed, rejected,
            rejete, rejetee, fixed, remediated, handled, traite, traitee, auto closed, auto resolved
            """
        ),
        ("merged", "merged, fusionne, fusionnee"),
    ])

    static let verdict = entries([
        (
            "true-positive",
            """
            true positive, tp, vrai positif, malicious, malveillant, malveillante, confirmed, confirme, confirmee, avere, averee,
            incident avere
            """
        ),
        (
            "benign-true-positive",
            """
            benign true positive, benign positive, true positive benign, btp, vrai positif benin, positif benin, benign, benin, benigne,
            expected activity, informational expected activity, authorized activity, activite legitime, legitimate, legitime,
            security testing
            """
        ),
        ("false-positive", "false positive, fp, faux positif, false alarm, false alert, fausse alerte, fausse alarme"),
        ("undetermined", "undetermined, indetermine, indeterminee, inconclusive, non determine, non concluant"),
    ])

    /// Said where nothing is known yet.
    static let silent: Set<NameWords> = Set(
        phrases(
            """
            none, not set, unset, unknown, inconnu, inconnue, n/a, na, aucun, aucune, non defini, non definie, non renseigne,
            non renseignee, not available, not specified, unspecified, tbd, to be determined, a qualifier, a definir, null, nil, empty,
            vide, undefined
            """))

    private static func entries(_ table: [(word: String, natives: String)]) -> [Entry] {
        table.flatMap { row in phrases(row.natives).map { Entry(phrase: $0, word: row.word) } }
    }

    private static func phrases(_ text: String) -> [NameWords] { text.split(separator: ",").map { NameWords(String($0)) } }
}
