/// The workspace's configuration: who is measured, against which targets. Everybody in it is invented.
enum Configuration {
    static let yaml = """
        # Constat workspace: who is measured, against which targets.
        # A demonstration: every organisation, identifier and person in it is invented.
        organisation: Estuaire Cyberdéfense
        zone: Europe/Paris
        language: fr
        classification: TLP:AMBER
        tenants:
          armorique:
            name: Banque d'Armorique
            regimes: [dora, nis2, gdpr]
            entity:
              {type: credit_institution, lei: 999900ARMORIQUE00068,
               registrationNumber: "000 000 001", country: FR, sector: banking,
               nis2Class: essential, size: large, simplifiedRegime: "no", turnover: 61000000,
               contactName: SOC, contactEmail: soc@armorique.example,
               contactPhone: "+33 2 00 00 00 00", secondContactName: Cellule de crise,
               secondContactEmail: crise@armorique.example,
               secondContactPhone: "+33 2 00 00 00 01",
               dpoName: Délégué à la protection des données, dpoEmail: dpo@armorique.example,
               publicContactName: le service clients, publicContactEmail: clients@armorique.example,
               publicContactPhone: "+33 2 00 00 00 09", currency: EUR}
          ponant:
            name: Clinique du Ponant
            regimes: [nis2, gdpr]
            entity:
              {type: healthcare_provider, registrationNumber: "000 000 002", country: FR,
               sector: health, nis2Class: essential, contactName: RSSI,
               contactEmail: rssi@ponant.example, contactPhone: "+33 2 00 00 00 02",
               dpoName: Délégué à la protection des données, dpoEmail: dpo@ponant.example,
               currency: EUR}
          estran:
            name: Estran Services
            regimes: [nis2, gdpr]
            entity:
              {type: managed_service_provider, registrationNumber: "000 000 003", country: FR,
               sector: ict-service-management, nis2Class: essential,
               contactName: Direction des opérations, contactEmail: operations@estran.example,
               contactPhone: "+33 2 00 00 00 03", dpoName: Délégué à la protection des données,
               dpoEmail: dpo@estran.example, currency: EUR}
        targets:                       # per metric; one value, or one per severity
          time-to-detect: 4 h
          time-to-acknowledge: {critical: 15 min, high: 30 min, medium: 2 h, low: 8 h}
          time-to-contain: {critical: 2 h, high: 4 h, medium: 24 h, low: 72 h}
          time-to-resolve: {critical: 24 h, high: 72 h, medium: 7 d, low: 14 d}
          time-to-qualify: {critical: 2 h, high: 4 h, medium: 8 h, low: 24 h}
          retention-held: 180 d
          false-positive-share: 50 %
        calendar:                      # working hours; metrics of work show them beside the wall clock
          country: FR
          hours: {weekdays: "08:00-18:00"}
        currency: EUR                  # costs in others are left out

        """
}
