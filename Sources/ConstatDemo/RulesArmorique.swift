/// The rules behind the bank's alerts in TheHive: siem, edr and mail.
extension RuleBook {
    static let armorique = RuleBook(
        "armorique",
        low: [
            Rule("Courriel signalé par un utilisateur", "T1566.002", .phishing),
            Rule("Pièce jointe « facture », macro bloquée", "T1566.001", .phishing),
            Rule("Repeated failed sign-ins on one account", "T1110.001", .credential),
            Rule("Connexion VPN hors des heures ouvrées", "T1133", .policy),
            Rule("Clé USB inconnue sur un poste d’agence", "T1091", .policy),
            Rule("Network scan from an internal host", "T1046", .intrusion),
            Rule("Navigateur obsolète, page piégée bloquée", "T1189", .malware),
            Rule("Outil de prise en main à distance non autorisé", "T1219", .policy),
            Rule("Script lancé depuis le dossier des téléchargements", "T1059.007", .malware),
            Rule("Account added to a local group", "T1098", .credential),
            Rule("Requêtes DNS vers un domaine récent", "T1071.004", .malware),
            Rule("Archive protégée envoyée par messagerie", "T1560.001", .exfiltration),
            Rule("🧪 Règle en test : énumération de partages", "T1083", .intrusion),
            Rule("Journal d’événements proche de la saturation", "", .availability),
        ],
        medium: [
            Rule("PowerShell with an encoded command", "T1059.001", .malware),
            Rule("Connexion impossible à expliquer : deux pays en une heure", "T1078", .credential),
            Rule("Règle de redirection créée dans une boîte aux lettres", "T1114.003", .exfiltration),
            Rule("Password spraying against the extranet", "T1110.003", .credential),
            Rule("Scheduled task created from a temporary folder", "T1053.005", .malware),
            Rule("Téléversement volumineux vers un stockage en nuage", "T1567.002", .exfiltration),
            Rule("Rundll32 sans argument attendu", "T1218.011", .malware),
            Rule("Domain accounts listed by an unusual user", "T1087.002", .intrusion),
            Rule("Bureau à distance depuis un poste d’agence", "T1021.001", .intrusion),
            Rule("MFA requests refused several times, then accepted", "T1621", .credential),
        ],
        high: [
            Rule("Process \"lsass.exe\" opened with dump rights", "T1003.001", .credential),
            Rule("Agent de protection arrêté sur un serveur", "T1562.001", .malware),
            Rule("Web shell suspected on the extranet", "T1505.003", .intrusion),
            Rule("Service tickets requested in bulk", "T1558.003", .credential),
            Rule("Journal de sécurité effacé", "T1070.001", .intrusion),
            Rule("Exploitation d’une faille de la passerelle VPN", "T1190", .intrusion),
            Rule("Tunnel chiffré vers un hébergeur inconnu", "T1572", .exfiltration),
        ],
        critical: [
            Rule("Suppression des copies de sauvegarde", "T1490", .malware),
            Rule("Mass file encryption on a file server", "T1486", .malware),
            Rule("Réplication d’annuaire depuis un poste (DCSync)", "T1003.006", .credential),
            Rule("Virement émis hors du circuit de validation", "T1078", .intrusion),
        ])
}
