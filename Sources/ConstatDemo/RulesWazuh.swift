/// The bank's own Wazuh rules, as its managers name them.
extension RuleBook {
    static let wazuh = RuleBook(
        "wazuh",
        low: [
            Rule("sshd: authentication failed for a known user", "T1110.001", .credential),
            Rule("PAM: session opened outside of the usual hours", "T1078", .policy),
            Rule("Integrity checksum changed", "T1485", .policy),
            Rule("Web server: many 404 from one address", "T1595.002", .intrusion),
            Rule("Paquet installé sur un serveur", "", .policy),
            Rule("Firewall: dropped packets above the usual", "T1046", .intrusion),
            Rule("Service redémarré trois fois en une heure", "T1489", .availability),
            Rule("Windows: user account unlocked", "T1098", .credential),
            Rule("Disk space under 10 %", "", .availability),
            Rule("cron: new entry for a service account", "T1053.003", .policy),
        ],
        medium: [
            Rule("sshd: brute force, 8 failures in two minutes", "T1110.001", .credential),
            Rule("Windows: new service installed", "T1543.003", .malware),
            Rule("Commande sudo inhabituelle", "T1548", .policy),
            Rule("Rootcheck: hidden process suspected", "T1547.006", .malware),
            Rule("Clé de démarrage automatique ajoutée au registre", "T1547.001", .malware),
            Rule("Web: SQL injection attempt, answered 200", "T1190", .intrusion),
            Rule("Compte local créé sur un serveur", "T1136.001", .credential),
            Rule("Pare-feu du poste désactivé", "T1562.004", .policy),
        ],
        high: [
            Rule("Windows: event log cleared", "T1070.001", .intrusion),
            Rule("Accepted login after a brute force", "T1110", .credential),
            Rule("Antivirus : menace non nettoyée", "T1204.002", .malware),
            Rule("WMI event subscription created", "T1546.003", .malware),
            Rule("Copie de la base de l’annuaire (ntds.dit)", "T1003.003", .credential),
        ],
        critical: [
            Rule("Shadow copies deleted", "T1490", .malware),
            Rule("High-volume file renaming, ransomware suspected", "T1486", .malware),
            Rule("Reverse shell from a web server", "T1059.004", .intrusion),
        ])
}
