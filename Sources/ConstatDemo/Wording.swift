/// What people of the operations centre write, in French or in English; all of it is invented.
enum Wording {
    static let summaries = [
        "Levée de doute demandée à l’équipe du site. Rien d’autre sur le poste.",
        "Opened from the triage queue. Host owner asked, answer within the day.",
        "Plusieurs alertes sur la même machine.\nVoir les observables joints.",
        "User confirms the action, but not the time of it.",
        "Poste isolé le temps de l’analyse, puis rendu à son utilisateur.",
        "Seen before on another host, \"same tool, same hour\".",
        "Demande du client : vérifier aussi les comptes du service.",
        "Rule tuned after the analysis; see the change request.",
    ]

    /// The rule and where it fired.
    static func caseTitle(_ rule: Rule, _ hostPrefix: String, _ random: inout SplitMix64) -> String {
        switch random.below(10) {
        case 0: "\(rule.title) (\(random.between(2...19)) postes)"
        case 1: "\(rule.title), compte de service svc\(TimeText.padded(random.between(1...60), 3))"
        default: "\(rule.title) – \(host(hostPrefix, &random))"
        }
    }

    static func host(_ prefix: String, _ random: inout SplitMix64) -> String {
        let kind = random.pick(["wks", "wks", "wks", "srv", "lap"])
        return "\(prefix)-\(kind)-\(TimeText.padded(random.between(1...420), 4))"
    }

    static func analyst(_ number: Int) -> String { "analyst\(TimeText.padded(number, 2))" }

    /// Causes in places, each pair once: none of them comes back.
    static let rootCauses: [String] = causes.flatMap { cause in places.map { "\(cause) – \($0)" } }

    private static let causes = [
        "Identifiants saisis sur une fausse page", "Correctif non appliqué", "Pare-feu trop permissif",
        "Compte de service sans rotation de mot de passe", "Shared mailbox without MFA", "Macro enabled by policy",
        "Prestataire resté habilité", "Unmanaged device on the internal network", "Sauvegarde exposée sur un partage",
        "Outil d’administration non inventorié", "Default password kept", "Secret dans un dépôt de code",
    ]

    private static let places = [
        "comptabilité", "agence Brest", "agence Quimper", "ressources humaines", "salle des marchés", "accueil",
        "imagerie", "bloc opératoire", "pharmacie", "laboratoire", "direction", "recette applicative", "extranet",
        "messagerie", "bastion", "parc mobile", "entrepôt de données", "site de secours", "support", "archives",
    ]
}
