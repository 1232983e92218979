extension SpecialIncident {
    /// The hospital's breach of personal data of 19 October 2026: some facts are not known yet, on purpose.
    static let patientBreach: SpecialIncident = {
        var incident = SimulatedCase(
            title: "Comptes rendus d’examens envoyés à un mauvais destinataire",
            summary: "Un cabinet extérieur signale avoir reçu les comptes rendus de patients qu’il ne suit pas.",
            severity: .high, category: .exfiltration, rule: nil, analyst: 4,
            firstActivity: Paris.instant(2026, 10, 16, 18, 30), raised: Paris.instant(2026, 10, 19, 11, 52))
        incident.fixedID = "3f7c2a10-5d1e-4b8a-9c46-0d19b2e7a1f4"
        incident.acknowledged = Paris.instant(2026, 10, 19, 12, 9)
        incident.aware = Paris.instant(2026, 10, 19, 14, 20)
        incident.contained = Paris.instant(2026, 10, 19, 16, 45)
        incident.edited = Paris.instant(2026, 10, 22, 9, 30)
        (incident.verdict, incident.discovery) = (.truePositive, .external)
        incident.facts = [
            CustomField("personal-data", "yes"), CustomField("breach-nature", "confidentiality"),
            CustomField("data-subjects", 2_340), CustomField("data-subject-categories", "patients"),
            CustomField("records", 3_115), CustomField("data-categories", "identité, coordonnées, santé"),
            CustomField("data-unintelligible", "no"),
            CustomField(
                "measures-taken", "Envois suspendus ; effacement demandé au destinataire, attestation attendue."),
        ]
        return SpecialIncident(incident: incident)
    }()
}
