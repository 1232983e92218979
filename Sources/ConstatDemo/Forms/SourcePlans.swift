/// A log source as it was planned.
struct SourcePlan {
    enum Fate {
        case reports
        case silent(since: Instant)
        case retired(on: Instant)
        /// Asked for, and not yet there.
        case unconnected
        /// Known, and need not report.
        case unexpected
    }

    let name: String
    let title: Phrase
    let type: Phrase
    let criticality: Severity
    /// After how many minutes it counts as silent.
    let silence: Int
    /// In days.
    let retention: Int
    /// A day, at the bank.
    let events: Int
    var fate = Fate.reports
}

extension Category {
    /// The source that shows it.
    var source: String {
        switch self {
        case .phishing: "MAIL"
        case .malware: "EDR"
        case .credential: "AD"
        case .intrusion: "FW"
        case .exfiltration: "PROXY"
        case .policy: "VPN"
        case .availability: "BKP"
        }
    }
}

extension SourcePlan {
    private static let application = Phrase("application", "application")

    /// What each tenant has.
    static let common = [
        SourcePlan(
            name: "EDR", title: Phrase("Agents on hosts and servers", "Agents des postes et serveurs"), type: Phrase("edr"),
            criticality: .critical, silence: 60, retention: 365, events: 3_100_000),
        SourcePlan(
            name: "FW", title: Phrase("Perimeter firewall", "Pare-feu de bordure"), type: Phrase("firewall", "pare-feu"),
            criticality: .high, silence: 30, retention: 180, events: 4_200_000),
        SourcePlan(
            name: "MAIL", title: Phrase("Mail gateway", "Passerelle de messagerie"), type: Phrase("mail", "messagerie"),
            criticality: .high, silence: 120, retention: 365, events: 180_000),
        SourcePlan(
            name: "AD", title: Phrase("Directory and sign-ins", "Annuaire et connexions"), type: Phrase("identity", "identité"),
            criticality: .critical, silence: 30, retention: 400, events: 950_000),
        SourcePlan(
            name: "DNS", title: Phrase("Name resolution", "Résolution de noms"), type: Phrase("dns"), criticality: .medium,
            silence: 60, retention: 90, events: 2_600_000),
        SourcePlan(
            name: "PROXY", title: Phrase("Web proxy", "Serveur mandataire"), type: Phrase("proxy"), criticality: .medium,
            silence: 60, retention: 180, events: 1_900_000),
        SourcePlan(
            name: "VPN", title: Phrase("Remote access", "Accès distants"), type: Phrase("vpn"), criticality: .high, silence: 240,
            retention: 365, events: 42_000),
        SourcePlan(
            name: "BKP", title: Phrase("Backups", "Sauvegardes"), type: Phrase("backup", "sauvegarde"), criticality: .medium,
            silence: 1_500, retention: 400, events: 900),
    ]

    static let armorique = [
        SourcePlan(
            name: "WAZ", title: Phrase("Servers watched by Wazuh", "Serveurs suivis par Wazuh"), type: Phrase("siem"),
            criticality: .high, silence: 60, retention: 365, events: 640_000),
        SourcePlan(
            name: "WEB", title: Phrase("Online banking", "Banque en ligne"), type: application, criticality: .critical,
            silence: 30, retention: 400, events: 310_000),
        SourcePlan(
            name: "ATM", title: Phrase("Cash machines", "Distributeurs de billets"), type: application, criticality: .medium,
            silence: 1_440, retention: 180, events: 12_000, fate: .silent(since: Paris.instant(2026, 10, 26, 3, 17))),
        SourcePlan(
            name: "OLD", title: Phrase("Old mainframe", "Ancien grand système"), type: application, criticality: .medium,
            silence: 240, retention: 400, events: 55_000, fate: .retired(on: Paris.instant(2026, 6, 30, 18))),
    ]

    static let ponant = [
        SourcePlan(
            name: "DPI", title: Phrase("Patient record", "Dossier patient informatisé"), type: application,
            criticality: .critical, silence: 60, retention: 400, events: 220_000),
        SourcePlan(
            name: "PACS", title: Phrase("Imaging archive", "Archive d’imagerie"), type: application, criticality: .high,
            silence: 240, retention: 180, events: 35_000, fate: .silent(since: Paris.instant(2026, 10, 17, 22, 41))),
        SourcePlan(
            name: "BIO", title: Phrase("Biomedical network", "Réseau biomédical"), type: Phrase("probe", "sonde"),
            criticality: .high, silence: 60, retention: 90, events: 400_000, fate: .unconnected),
        SourcePlan(
            name: "LAB", title: Phrase("Laboratory, test platform", "Laboratoire, plateforme de recette"), type: application,
            criticality: .low, silence: 1_440, retention: 90, events: 3_000, fate: .unexpected),
    ]

    static let estran = [
        SourcePlan(
            name: "BAS", title: Phrase("Bastion", "Bastion"), type: Phrase("bastion"), criticality: .critical, silence: 30,
            retention: 400, events: 48_000),
        SourcePlan(
            name: "RMM", title: Phrase("Remote management", "Outil de télégestion"), type: application, criticality: .high,
            silence: 60, retention: 365, events: 130_000),
        SourcePlan(
            name: "CLD", title: Phrase("Customers in the cloud", "Clients en nuage"), type: Phrase("cloud", "nuage"),
            criticality: .high, silence: 60, retention: 180, events: 1_400_000),
        SourcePlan(
            name: "PRT", title: Phrase("Customer portal", "Portail des clients"), type: application, criticality: .medium,
            silence: 240, retention: 90, events: 27_000, fate: .silent(since: Paris.instant(2026, 10, 21, 14, 5))),
    ]
}
