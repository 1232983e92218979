/// What the people of the demonstration state about an incident, as fact files. Everything and everybody in it is invented.
public enum IncidentStatements {
    /// When people speak: on the morning of the incident, three days later, and looking back on 3 November.
    public enum Moment: Sendable { case first, third, last }

    /// The bank's ransomware case.
    ///
    /// - Parameter number: of the case, as its tool counts.
    public static func file(number: String, _ moment: Moment) -> String {
        """
        case: {tenant: armorique, source: thehive, native: "\(SpecialIncident.ransomware.incident.fixedID ?? "")", number: "\(number)"}
        version: "2026-11-21"
        facts:
        \(moment == .first ? first : moment == .third ? third : ransomware)
        """
    }

    /// What was known after three days: nothing of causes and resolution yet, and numbers that are still estimates.
    private static var third: String {
        let later = ["resolved", "rootCause", "resolution", "recoveries", "durationMinutes", "lossPossible", "economicImpactLikely"]
        let estimates = first.split(separator: "\n").filter { $0.contains("basis: estimate") }
        func key(_ line: Substring) -> Substring { line.prefix { $0 != ":" } }
        let lines = ransomware.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line -> Substring? in
            if let estimate = estimates.first(where: { key($0) == key(line) && $0.contains("value:") }), !line.contains("Minutes") {
                return estimate
            }
            return later.contains { line.hasPrefix("  \($0)") } ? nil : line
        }
        return lines.joined(separator: "\n")
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
