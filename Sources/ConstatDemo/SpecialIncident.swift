/// A case written by hand, with the alerts that belong to it.
struct SpecialIncident {
    let incident: SimulatedCase
    var alerts: [SimulatedAlert] = []

    /// Five outages with one cause, from May to October: the kind of case that looks harmless each time.
    static let recurring: [SpecialIncident] = [
        (Paris.instant(2026, 5, 12, 8, 4), "VPN injoignable au matin, télétravail bloqué"),
        (Paris.instant(2026, 6, 18, 7, 41), "No VPN access for branch advisers"),
        (Paris.instant(2026, 7, 23, 8, 22), "Accès distant refusé : certificat rejeté"),
        (Paris.instant(2026, 9, 3, 7, 55), "Télétravail indisponible, « encore le concentrateur »"),
        (Paris.instant(2026, 10, 21, 8, 12), "VPN down again, certificate warning on all clients"),
    ].enumerated().map { SpecialIncident(incident: outage($0, raised: $1.0, title: $1.1)) }

    private static func outage(_ index: Int, raised: Instant, title: String) -> SimulatedCase {
        var incident = SimulatedCase(
            title: title, summary: "Certificat du concentrateur expiré dans la nuit ; renouvelé à la main.",
            severity: .medium,
            category: .availability, rule: nil, analyst: 3 + index,
            firstActivity: raised - Int64(95 + 20 * index) * .minute,
            raised: raised)
        incident.acknowledged = raised + Int64(9 + index) * .minute
        incident.contained = raised + Int64(70 + 6 * index) * .minute
        incident.recovered = raised + Int64(95 + 5 * index) * .minute
        incident.firstClosed = raised + .day + Int64(30 * index) * .minute
        incident.lastClosed = incident.firstClosed
        (incident.verdict, incident.discovery) = (.truePositive, .internal)
        incident.rootCause = "Expired certificate on the VPN concentrator"
        return incident
    }
}
