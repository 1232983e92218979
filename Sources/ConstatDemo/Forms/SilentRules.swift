/// A rule that never fired in the year, with what became of it.
struct SilentRule {
    enum Fate {
        case quiet
        /// Went live in the year.
        case new
        case disabled, retired
    }

    let title: Phrase
    let rule: Rule
    let fate: Fate

    private init(
        _ english: String, _ french: String, _ technique: String, _ category: Category, _ severity: Severity, _ fate: Fate = .quiet
    ) {
        var rule = Rule(english, technique, category)
        rule.severity = severity
        (title, self.rule, self.fate) = (Phrase(english, french), rule, fate)
    }

    static let all = [
        SilentRule("Decoy account used", "Compte leurre utilisé", "T1078", .credential, .high),
        SilentRule(
            "Kernel driver loaded from a user folder", "Pilote noyau chargé depuis un dossier d’utilisateur", "T1547.006", .malware,
            .high),
        SilentRule("Host firewall switched off by a script", "Pare-feu local coupé par un script", "T1562.004", .malware, .medium),
        SilentRule("Screen captures in series", "Captures d’écran en série", "T1113", .policy, .low),
        SilentRule(
            "Home page replaced, watched from outside", "Page d’accueil remplacée, vue de l’extérieur", "T1491.002", .intrusion, .high),
        SilentRule(
            "Service tickets with weak encryption", "Tickets de service en chiffrement faible", "T1558.003", .credential, .high, .new),
        SilentRule("Scheduled task that hides itself", "Tâche planifiée qui se cache", "T1053.005", .malware, .medium, .new),
        SilentRule(
            "Consent given to an application from a mail", "Consentement donné à une application depuis un courriel", "T1528", .credential,
            .medium, .new),
        SilentRule(
            "Archive built at night on a file server", "Archive créée la nuit sur un serveur de fichiers", "T1560.001", .exfiltration,
            .medium, .new),
        SilentRule(
            "Mail with a document of an old Office", "Courriel avec un document d’un ancien Office", "T1566.001", .phishing, .low,
            .disabled),
        SilentRule(
            "Any script started from a share", "Tout script lancé depuis un partage", "T1059.003", .malware, .medium, .disabled),
        SilentRule("Flash object in a mail", "Objet Flash dans un courriel", "T1204.002", .phishing, .low, .retired),
        SilentRule("First version of SMB seen", "Première version de SMB observée", "T1021.002", .intrusion, .low, .retired),
    ]
}
