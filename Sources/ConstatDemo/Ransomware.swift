extension SpecialIncident {
    /// The bank's ransomware of 8 October 2026: major under DORA, significant under NIS2, contained, not yet closed.
    static let ransomware = SpecialIncident(incident: incident, alerts: alerts)

    private static let raised = Paris.instant(2026, 10, 8, 6, 47)

    private static let incident: SimulatedCase = {
        var incident = SimulatedCase(
            title: "Rançongiciel : serveurs de fichiers et banque en ligne",
            summary: "Chiffrement constaté au matin sur 11 serveurs. Accès initial par un compte de prestataire.",
            severity: .critical, category: .malware, rule: nil, analyst: 7,
            firstActivity: Paris.instant(2026, 10, 6, 3, 12), raised: raised)
        incident.fixedID = "~83951617"
        incident.acknowledged = Paris.instant(2026, 10, 8, 6, 52)
        incident.escalatedTier3 = Paris.instant(2026, 10, 8, 7, 5)
        incident.aware = Paris.instant(2026, 10, 8, 7, 35)
        incident.classified = Paris.instant(2026, 10, 8, 10, 20)
        incident.contained = Paris.instant(2026, 10, 8, 15, 40)
        incident.recovered = Paris.instant(2026, 10, 9, 13, 10)
        incident.edited = Paris.instant(2026, 10, 30, 17, 25)
        (incident.verdict, incident.discovery) = (.truePositive, .internal)
        incident.rootCause = "Compte de prestataire sans second facteur sur la passerelle VPN"
        incident.facts = facts
        return incident
    }()

    private static let facts = [
        CustomField("suspected-malicious", "yes"), CustomField("incident-type", "cybersecurity-related"),
        CustomField("cross-border", "yes"), CustomField("member-states", "BE, LU"),
        CustomField("services-affected", "banque en ligne, virements instantanés, serveurs de fichiers"),
        CustomField("critical-services-affected", "yes"), CustomField("unavailability-minutes", 31 * 60),
        CustomField("degraded-minutes", 2_880), CustomField("users-affected", 19_100),
        CustomField("personal-data", "yes"), CustomField("breach-nature", "availability"),
        CustomField("data-subjects", 18_200), CustomField("data-subject-categories", "clients"),
        CustomField("records", 54_600), CustomField("data-categories", "identité, coordonnées, relevés de compte"),
        CustomField("data-unintelligible", "no"),
        CustomField(
            "likely-consequences", "Indisponibilité temporaire des relevés ; aucune fuite constatée à ce jour."),
        CustomField("clients-affected", 18_200), CustomField("clients-affected-percent", 14),
        CustomField("counterparts-affected", 3), CustomField("transactions-affected", 41_500),
        CustomField("reputational-impact", "articles de presse régionale, réclamations de clients"),
        CustomField("economic-impact", 640_000), CustomField("continuity-plan-activated", "yes"),
        CustomField("third-party-origin", "Prestataire de télémaintenance (compte compromis)"),
        CustomField(
            "triggering-criteria",
            "critical_services_affected, clients_financial_counterparts_and_transactions_affected, duration_and_service_downtime, geographical_spread"
        ),
        CustomField("measures-taken", "Serveurs isolés, comptes de prestataires suspendus, restauration hors ligne."),
        CustomField("measures-planned", "Second facteur imposé à tous les prestataires ; revue des accès distants."),
        CustomField("indicators-of-compromise", "198.51.100.77, 203.0.113.24, maj-passerelle.example"),
        CustomField("other-authorities", "police judiciaire"), CustomField("major-dora", "yes"),
        CustomField("significant-nis2", "yes"),
    ]

    /// What rang that morning: the copies of the backups first, then the servers one by one.
    private static let alerts: [SimulatedAlert] = {
        let rules = RuleBook.armorique.rules.filter { ["T1490", "T1486", "T1562.001", "T1190"].contains($0.technique) }
        return (0..<26).map { index in
            let time = Paris.instant(2026, 10, 8, 6, 12) + Int64(index * 83) * .second
            var alert = SimulatedAlert(
                rule: rules[index % rules.count], firstActivity: time - 40 * .second, raised: time,
                ingested: time + 15 * .second)
            alert.acknowledged = time + Int64(6 + index % 9) * .minute
            alert.decided = max(raised, time + Int64(14 + index % 11) * .minute)
            alert.escalated = alert.decided
            return alert
        }
    }()
}
