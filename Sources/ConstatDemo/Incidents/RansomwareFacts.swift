extension IncidentStatements {
    /// What the bank's crisis cell states as of 3 November 2026.
    static let ransomware = #"""
          # Instants history does not have
          awarePersonalData: {value: 2026-10-08T11:30:00+02:00, basis: actual, source: "délégué à la protection des données, main courante de crise", at: 2026-10-08T11:45:00+02:00}
          reportRequested: {value: 2026-10-13T09:40:00+02:00, basis: actual, source: "message du CSIRT à la cellule de crise", at: 2026-10-13T09:50:00+02:00}
          rootCauseAddressed: {value: 2026-10-27T16:30:00+01:00, basis: actual, source: "direction informatique, fiche de changement", at: 2026-10-27T17:10:00+01:00}
          resolved: {value: 2026-10-30T17:00:00+01:00, basis: actual, source: "cellule de crise, procès-verbal de clôture technique", at: 2026-10-30T17:15:00+01:00}

          # What happened
          description:
            value: "Le 6 octobre 2026 à 3 h 12, un tiers non autorisé s’est connecté à la passerelle VPN avec le compte d’un prestataire de télémaintenance (Goéland Télémaintenance, EUID FR2901.000000004), dépourvu de second facteur. Le 8 octobre vers 6 h 10, il a supprimé des copies de restauration et chiffré 11 serveurs : la banque en ligne et les virements instantanés ont été interrompus pendant 31 h, puis rétablis le 9 octobre à 13 h 10. Aucune exfiltration n’a été constatée. Gravité interne : critique (niveau le plus élevé) ; la cellule de crise, présidée par la direction générale, a rendu compte au conseil d’administration."
            source: "cellule de crise, point de situation du 30 octobre 2026"
            at: 2026-10-30T18:00:00+01:00
          publicDescription: "Du 8 octobre 2026 au matin au 9 octobre à 13 h 10, une attaque informatique a rendu indisponibles la banque en ligne et les virements instantanés. Vos relevés n’étaient pas consultables pendant ce temps. Nous n’avons constaté aucune fuite de vos données."
          incidentType: [cybersecurity-related]
          suspectedMalicious: {value: "yes", basis: actual, source: "centre opérationnel de sécurité, qualification initiale", at: 2026-10-08T07:35:00+02:00}
          maliciousAccess: {value: "yes", basis: actual, source: "rapport d’investigation numérique", at: 2026-10-12T18:00:00+02:00}
          scheduledMaintenance: "no"
          discovery: monitoring_systems
          threatTechniques: [data_encryption_for_impact_including_ransomware, identity_theft, other]
          otherTechniques: "Emploi d’un compte valide de prestataire sur l’accès distant (T1078), neutralisation d’agents de sécurité (T1562.001) et suppression de copies de restauration (T1490). Des tentatives d’exploitation de services exposés (T1190) ont été relevées, sans lien établi avec l’accès initial."
          indicatorsOfCompromise:
            value: ["198.51.100.77", "203.0.113.24", "maj-passerelle.example", "sha256:8a2a9fb5ee59b755c5129203bab9d1dddd6e692255576c7b2c273ebd7242b779"]
            source: "rapport d’investigation numérique"
            at: 2026-10-12T18:00:00+02:00
          thirdPartyInvolved: "yes"
          thirdPartyOrigin: {value: "Goéland Télémaintenance;FR2901.000000004;EUID;prestataire de télémaintenance, compte d’accès distant compromis", source: "registre d’informations sur les prestataires de services TIC", at: 2026-10-08T12:00:00+02:00}
          otherInformation: "Aucune rançon n’a été payée et aucun échange n’a eu lieu avec l’attaquant. Le sinistre a été déclaré à l’assureur le 12 octobre 2026 ; l’instruction est en cours. Le retour d’expérience formel n’est pas encore clos."

          # Services, duration, users
          servicesAffected: [banque en ligne, virements instantanés, serveurs de fichiers]
          criticalFunctionsAffected: "yes"
          supervisedServicesAffected: "yes"
          criticalServicesDescription: "Les virements instantanés, service de paiement soumis à agrément, et la banque en ligne ont été interrompus ; les systèmes qui les portent soutiennent des fonctions critiques ou importantes. L’incident résulte en outre d’un accès malveillant, non autorisé et réussi aux réseaux et systèmes d’information, au moyen d’un compte de prestataire."
          functionalAreasAffected: "Domaines fonctionnels : service à la clientèle, finance et comptabilité, technologies de l’information. Processus métier : informations sur les comptes, authentification et autorisation, initiation de paiement, virements, règlement, traitement des données."
          infrastructureAffected: "yes"
          infrastructureDescription: "Onze serveurs virtuels exploités en interne : six serveurs de fichiers, trois serveurs applicatifs de la banque en ligne et deux serveurs des virements instantanés ; la passerelle VPN a servi de point d’entrée, sans dommage. Les serveurs de fichiers sont partagés entre plusieurs fonctions. La réplication vers le second site a propagé le chiffrement ; les sauvegardes hors ligne, intactes, ont permis la restauration."
          severeDisruption: "yes"
          considerableDamage: "no"
          downtimeCaused: "yes"
          unavailabilityMinutes: {value: 1860, basis: actual, source: "supervision des services, du 8 octobre à 6 h 10 au 9 octobre à 13 h 10", at: 2026-10-09T14:00:00+02:00}
          downtimeMinutes: {value: 1860, basis: actual, source: "supervision des services, du 8 octobre à 6 h 10 au 9 octobre à 13 h 10", at: 2026-10-09T14:00:00+02:00}
          degradedMinutes: {value: 2880, basis: actual, source: "espaces de fichiers internes en lecture seule, du 9 au 11 octobre à 13 h 10, sans effet sur les services aux clients", at: 2026-10-11T14:00:00+02:00}
          durationMinutes: {value: 35448, basis: actual, source: "de la première activité (6 octobre à 3 h 12) à la résolution définitive (30 octobre à 17 h)", at: 2026-10-30T17:15:00+01:00}
          durationBasis: actual_figures
          usersAffected: {value: 19100, basis: actual, source: "18 200 clients et 900 utilisateurs internes", at: 2026-10-14T10:00:00+02:00}
          usersAffectedPercent: {value: 14.5, basis: actual, source: "19 100 utilisateurs sur 131 400", at: 2026-10-14T10:00:00+02:00}
          serviceUsersInUnion: {value: 131400, basis: actual, source: "130 000 clients de la banque en ligne et 1 400 utilisateurs internes", at: 2026-10-14T10:00:00+02:00}
          physicalAccessCompromised: "no"
          dataOfServiceCompromised: "no"

          # Other Member States
          crossBorder: "yes"
          homeStateAffected: "yes"
          memberStates: [BE, LU]
          memberStatesImpactTypes: [clients, financial_counterparts]
          memberStatesImpact: "Belgique : 640 clients privés de la banque en ligne et des virements instantanés pendant 31 h ; gravité modérée, aucune contrepartie touchée. Luxembourg : 380 clients et une contrepartie financière touchés dans les mêmes conditions, avec règlement différé au 9 octobre 2026 ; gravité modérée. Aucune succursale, aucune infrastructure de marché et aucun prestataire commun n’ont été touchés dans ces États, en l’état des connaissances."

          # Losses
          lossAmount: {value: 640000, basis: estimate, source: "direction financière, relevé provisoire", at: 2026-11-02T16:00:00+01:00}
          lossPossible: {value: 720000, basis: estimate, source: "direction financière, projection à la clôture de l’exercice", at: 2026-11-02T16:00:00+01:00}
          economicImpact: {value: 640000, basis: estimate, source: "direction financière, relevé provisoire", at: 2026-11-02T16:00:00+01:00}
          economicImpactLikely: {value: 720000, basis: estimate, source: "direction financière, projection à la clôture de l’exercice", at: 2026-11-02T16:00:00+01:00}
          economicImpactThreshold: "Seuil de 100 000 EUR dépassé : coûts et pertes bruts estimés à 640 000 EUR au 2 novembre 2026, soit réponse à incident et conseil 185 000, remplacement de matériels et de logiciels 145 000, personnel et astreintes 120 000, produits non perçus 90 000, dédommagement de clients 70 000 et communication 30 000. Total probable : 720 000 EUR. Les améliorations postérieures à l’incident, l’entretien courant et les primes d’assurance sont exclus."
          recoveriesAmount: {value: 0, basis: actual, source: "direction financière : aucune indemnité perçue, sinistre en instruction", at: 2026-11-02T16:00:00+01:00}
          tradeSecretsExfiltrated: "no"
          deathCaused: "no"
          healthDamage: "no"

          # Clients, counterparts, transactions, reputation
          clientsAffected: {value: 18200, basis: actual, source: "référentiel clients : 17 180 en France, 640 en Belgique, 380 au Luxembourg", at: 2026-10-14T10:00:00+02:00}
          clientsAffectedPercent: {value: 14, basis: actual, source: "18 200 clients sur les 130 000 qui utilisent la banque en ligne", at: 2026-10-14T10:00:00+02:00}
          counterpartsAffected: {value: 3, basis: actual, source: "direction des paiements : deux en France, une au Luxembourg", at: 2026-10-14T10:00:00+02:00}
          counterpartsAffectedPercent: {value: 12, basis: actual, source: "3 contreparties sur 25 actives pour le service", at: 2026-10-14T10:00:00+02:00}
          relevantClientsAffected: "no"
          transactionsAffected: {value: 41500, basis: estimate, source: "direction des paiements, par comparaison avec les mêmes jours des quatre semaines précédentes", at: 2026-10-20T15:00:00+02:00}
          transactionsAffectedPercent: {value: 83, basis: estimate, source: "41 500 opérations pour une moyenne quotidienne de 50 000", at: 2026-10-20T15:00:00+02:00}
          transactionsValue: {value: 19090000, basis: estimate, source: "direction des paiements, par comparaison avec les mêmes jours des quatre semaines précédentes", at: 2026-10-20T15:00:00+02:00}
          transactionsValuePercent: {value: 79.5, basis: estimate, source: "19 090 000 EUR pour une moyenne quotidienne de 24 000 000 EUR", at: 2026-10-20T15:00:00+02:00}
          numbersBasis: [actual_figures_for_clients_affected, actual_figures_for_financial_counterparts_affected, estimates_for_transactions_affected]
          clientsFinancialInterest: "yes"
          mediaCoverage: "yes"
          repetitiveComplaints: "yes"
          regulatoryRequirementsMissed: "no"
          clientsLost: "no"
          reputationalImpact:
            - the_major_ict-related_incident_has_been_reflected_in_the_media
            - the_major_ict-related_incident_has_resulted_in_repetitive_complaints_from_different_clients_or_financial_counterparts_on_client-facing_services_or_critical_business_relationships
          reputationalImpactContext: "Trois articles de presse régionale et un sujet de radio locale, du 8 au 10 octobre 2026, ont porté sur l’interruption, sans évoquer de risque de perte de fonds ni d’insolvabilité. La banque a publié deux communiqués, les 8 et 9 octobre ; aucune fausse information n’a été relevée. 312 réclamations de clients différents ont été reçues au 31 octobre 2026, pour l’essentiel sur des virements retardés."

          # Data
          dataLosses: [availability]
          dataLossAdverseEffect: "yes"
          dataLossPossible: "yes"
          dataLossesDescription: "Des fichiers de travail de la banque et les relevés de compte de 18 200 clients ont été chiffrés et sont restés inaccessibles pendant 31 h, ce qui a retardé l’exécution d’opérations et le traitement de demandes de clients. Toutes les données ont été restaurées à partir de sauvegardes hors ligne, sans perte définitive. L’examen des flux sortants du 6 au 9 octobre 2026 n’a révélé aucune exfiltration."
          personalData: "yes"
          breachOngoing: "no"
          breachEnd: {value: 2026-10-09T13:10:00+02:00, basis: actual, source: "délégué à la protection des données : accès aux relevés rétabli", at: 2026-10-09T15:00:00+02:00}
          breachNature: [availability]
          breachOrigin: "Piratage et rançongiciel, au moyen du compte compromis d’un prestataire de télémaintenance."
          breachCause: external-malicious
          dataSubjects: {value: 18200, basis: actual, source: "référentiel clients", at: 2026-10-14T10:00:00+02:00}
          dataSubjectCategories: [clients]
          records: {value: 54600, basis: estimate, source: "trois enregistrements par client : identité, coordonnées, relevés", at: 2026-10-14T10:00:00+02:00}
          dataCategories: [identité, coordonnées, relevés de compte]
          sensitiveData: "no"
          dataUnintelligible: "no"
          measuresBefore: "Sauvegardes hors ligne quotidiennes, agents de détection sur les postes et serveurs, supervision jour et nuit et cloisonnement des réseaux d’administration. Le second facteur était exigé des salariés sur la passerelle VPN ; une exception subsistait pour des comptes de prestataires."
          likelyConsequences: "Les clients n’ont pas pu consulter leurs relevés ni ordonner de virements en ligne pendant 31 h ; certains ont subi un retard de paiement ou des frais, pris en charge par la banque. Aucune perte définitive ni fuite de données n’a été constatée à ce jour. Un risque résiduel d’hameçonnage invoquant l’incident demeure."
          consequenceSeverity: limited
          riskUnlikely: "no"
          highRisk: "no"
          riskReasons:
            value: "Méthode de l’ENISA : contexte 2 (données financières, de nature peu révélatrice ici, sans moyen de paiement), identification 1, circonstances 0,75 (disponibilité 0,25, intention malveillante 0,5), soit 2,75, niveau moyen. L’examen des flux sortants et des journaux du 6 au 9 octobre 2026 n’a révélé ni consultation ni exfiltration, et l’accès a été rétabli en 31 h. Un risque existe donc, par l’indisponibilité et les retards de paiement, mais un risque élevé n’est pas probable. L’appréciation sera revue si un élément nouveau indique une divulgation."
            source: "délégué à la protection des données"
            at: 2026-10-15T11:00:00+02:00
          laterMeasures: "no"
          disproportionateEffort: "no"
          personsInOtherStates: "yes"
          communicationToPersons: "Les clients ont été informés de l’interruption par un bandeau sur le site et un message vocal dès le 8 octobre 2026 à 8 h 30, puis du rétablissement le 9 octobre. Aucune communication au titre de l’art. 34 du RGPD n’a été faite : un risque élevé n’est pas probable."
          adviceToPersons: "Il est conseillé aux clients de se méfier des messages invoquant l’incident, de ne jamais communiquer leurs codes et de vérifier leurs relevés. Toute opération inhabituelle est à signaler à leur agence."
          actsAsProcessor: "no"
          enisaContext: 2
          enisaIdentification: maximum
          enisaConfidentiality: none
          enisaIntegrity: none
          enisaAvailability: temporary

          # Response and root cause
          measuresTaken: "Les serveurs atteints ont été isolés et les comptes de prestataires suspendus le 8 octobre 2026 ; l’incident a été endigué à 15 h 40. Les services ont été restaurés à partir des sauvegardes hors ligne, après contrôle de leur intégrité, et rétablis le 9 octobre à 13 h 10. Les secrets d’administration ont été renouvelés, les indicateurs de compromission recherchés sur tout le parc, et le second facteur imposé sur la passerelle VPN le 27 octobre."
          measuresPlanned: "Le second facteur sera étendu aux autres accès de prestataires d’ici à la mi-décembre 2026 et l’ensemble des accès distants sera revu. Le retour d’expérience formel et la révision du plan de reprise, avec une réplication à l’épreuve du chiffrement, sont attendus avant la fin de l’année."
          temporaryMeasures: "yes"
          temporaryMeasuresDescription: "Le 8 octobre 2026 à 9 h 15, les virements urgents ont été repris par les agences et par téléphone. Le 9 octobre à 13 h 10, les services ont été rétablis sur un environnement de restauration isolé ; les espaces de fichiers internes sont restés en lecture seule jusqu’au 11 octobre à 13 h 10. Le retour sur l’infrastructure habituelle, reconstruite, s’est achevé le 30 octobre à 17 h."
          continuityPlanActivated: "yes"
          rootCauseClass: [malicious_actions, process_failure]
          rootCauseDetail: [malicious_actions_fraudulent_actions, process_failure_insufficient_monitoring_or_failure_of_monitoring_and_control]
          rootCauseAdditional: [monitoring_of_policy_adherence, monitoring_of_third-party_service_providers, identity_and_access_management]
          rootCauseInformation: "L’attaquant a employé les identifiants d’un prestataire de télémaintenance pour se connecter à la passerelle VPN le 6 octobre 2026 à 3 h 12, a étendu ses droits, puis a neutralisé des agents de sécurité, supprimé des copies de restauration et lancé le chiffrement le 8 octobre vers 6 h 10. La cause de fond est une exception à l’obligation de second facteur, accordée à des comptes de prestataires et jamais réexaminée. Le contrôle du respect de la politique d’accès et le suivi des prestataires n’ont pas permis de la relever. L’origine du vol des identifiants reste à l’étude chez le prestataire."
          resolutionSummary: "Les onze serveurs ont été reconstruits et le retour sur l’infrastructure habituelle, sous surveillance renforcée, s’est achevé le 30 octobre 2026 à 17 h. La cause profonde a été traitée le 27 octobre : exceptions supprimées, second facteur imposé à tous les comptes de la passerelle VPN, comptes de prestataires ouverts à la demande seulement. Le prestataire a renouvelé ses identifiants et fourni ses journaux ; Cap Réponse a mené l’investigation. Enseignements : revue trimestrielle des exceptions d’accès et isolement de la réplication entre les deux sites."
          providersEngaged: "Cap Réponse (réponse à incident et investigation numérique) ; Estuaire Cyberdéfense (supervision de sécurité)."
          complaintFiled: "Plainte déposée le 9 octobre 2026 à 10 h 30 auprès d’un service de police judiciaire."

          # Recurring incidents and threats: none
          recurringIncidents: "Non : l’incident majeur ne résulte pas d’incidents non majeurs récurrents ; 0 occurrence de même cause apparente en six mois. Les interruptions de l’accès VPN dues à un certificat expiré ont une autre cause et sont suivies à part."
          recurringOccurrences: {value: 0, basis: actual, source: "registre des incidents, examen mensuel", at: 2026-11-02T11:00:00+01:00}
          recurringSameCause: "no"
          recurringTogetherMajor: "no"
          recurringLossTogether: {value: 0, basis: actual, source: "registre des incidents, examen mensuel", at: 2026-11-02T11:00:00+01:00}
          cyberThreat: "no"
          nearMiss: "no"

          # Authorities
          triggeringCriteria:
            - critical_services_affected
            - clients_financial_counterparts_and_transactions_affected
            - duration_and_service_downtime
            - geographical_spread
            - economic_impact
            - reputational_impact
            - data_losses
          otherAuthorities: [police_law_enforcement, csirt, data_protection_authority]
          otherAuthoritiesDetail: "CSIRT national (alerte précoce du 8 octobre 2026), autorité de protection des données, la CNIL (notification initiale du 9 octobre 2026), et service de police judiciaire (plainte du 9 octobre 2026)."
          assistanceWanted: "Aucune assistance sur site n’est demandée. Tout rapprochement des indicateurs de compromission avec d’autres incidents serait utile."
          sharingRestriction: "TLP:AMBER"
          criticalFunctionsRisk: "L’interruption de 31 h a touché des services de paiement qui soutiennent des fonctions critiques ; la continuité a été assurée par les agences et par téléphone. Au 3 novembre 2026, aucun risque résiduel pour les fonctions critiques n’est identifié."
          resolutionAuthoritiesInformation: "L’incident est sans effet sur la résolvabilité de l’établissement ; sa liquidité et sa solvabilité n’ont pas été touchées."
          belongsToGroup: "no"
          submitterIsAffected: "yes"
          referenceNis2: {value: "EX-2026-10-00417", source: "accusé de réception de l’alerte précoce", at: 2026-10-08T18:20:00+02:00}
          referenceDora: {value: "2026I9990008", source: "accusé de réception de la notification initiale", at: 2026-10-08T14:05:00+02:00}
          referenceGdpr: {value: "EX-VIO-2026-003118", source: "récépissé de la notification initiale", at: 2026-10-09T17:30:00+02:00}

          # Decisions
          significantNis2: {value: "yes", source: "cellule de crise, décision", at: 2026-10-08T07:35:00+02:00}
          majorDora: {value: "yes", source: "cellule de crise, décision de classification", at: 2026-10-08T10:20:00+02:00}
        """#
}
