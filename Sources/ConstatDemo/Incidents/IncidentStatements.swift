/// What the people of the demonstration state about an incident, as fact files. Everything and everybody in it is invented.
public enum IncidentStatements {
    /// The bank's ransomware case, for people who have just learned of it and for those who look back.
    ///
    /// - Parameters:
    ///   - number: of the case, as its tool counts.
    ///   - isFirst: on the morning of the incident: few facts, most of them estimates.
    public static func file(number: String, isFirst: Bool) -> String {
        """
        case: {tenant: armorique, source: thehive, native: "\(SpecialIncident.ransomware.incident.fixedID ?? "")", number: "\(number)"}
        version: "2026-11-21"
        facts:
        \(isFirst ? first : ransomware)
        """
    }

    private static let first = """
          suspectedMalicious: {value: yes, basis: actual, source: "centre opérationnel de sécurité", at: 2026-10-08T07:35:00+02:00}
          description: "Chiffrement constaté au matin sur plusieurs serveurs. La banque en ligne et les virements instantanés sont interrompus. Origine en cours d’examen."
          incidentType: [cybersecurity-related]
          discovery: monitoring_systems
          servicesAffected: [banque en ligne, virements instantanés, serveurs de fichiers]
          criticalFunctionsAffected: yes
          clientsAffected: {value: 20000, basis: estimate, source: "cellule de crise, première estimation", at: 2026-10-08T10:00:00+02:00}
          clientsAffectedPercent: {value: 15, basis: estimate, source: "cellule de crise, première estimation", at: 2026-10-08T10:00:00+02:00}
          usersAffected: {value: 21000, basis: estimate, source: "cellule de crise, première estimation", at: 2026-10-08T10:00:00+02:00}
          unavailabilityMinutes: {value: 210, basis: estimate, source: "supervision des services", at: 2026-10-08T10:00:00+02:00}
          degradedMinutes: {value: 0, basis: estimate, source: "supervision des services", at: 2026-10-08T10:00:00+02:00}
          records: {value: 60000, basis: estimate, source: "délégué à la protection des données", at: 2026-10-08T11:45:00+02:00}
          dataSubjects: {value: 20000, basis: estimate, source: "délégué à la protection des données", at: 2026-10-08T11:45:00+02:00}
          memberStates: [BE]
          triggeringCriteria: [critical_services_affected, clients_financial_counterparts_and_transactions_affected, duration_and_service_downtime]
          economicImpact: {value: 150000, basis: estimate, source: "direction financière, ordre de grandeur", at: 2026-10-08T11:00:00+02:00}
          otherAuthorities: [police_law_enforcement]
          continuityPlanActivated: yes
          measuresTaken: "Serveurs isolés et comptes de prestataires suspendus."
        """
}
