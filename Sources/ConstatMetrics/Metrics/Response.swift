import ConstatModel

extension Metric {
    /// The time an alert waits for the first human action.
    ///
    /// - Unit: milliseconds.
    /// - Leaves out: closed without an acknowledgement; acknowledged before it was raised.
    static let timeToAcknowledge = Metric(
        id: "time-to-acknowledge", aliases: ["mtta"],
        title: Localized(en: "Time to acknowledge", fr: "Délai de prise en compte"),
        definition: Localized(
            en:
                "From the alert reaching the queue (ingested, or raised where the source gives no ingestion) to the first human action (acknowledged).",
            fr:
                "De l’arrivée de l’alerte dans la file (ingested, ou raised si la source ne donne pas l’ingestion) à la première action humaine (acknowledged)."
        ),
        kind: .alert, measure: .interval(from: [.ingested, .raised], to: .acknowledged), better: .lower, isWork: true,
        source: Localized(
            en: "DORA RTS, Delegated Regulation (EU) 2024/1774 Art. 23(2)(c)",
            fr: "RTS DORA, règlement délégué (UE) 2024/1774, art. 23, par. 2, point c)"))

    /// The time from the first human action to the verdict.
    ///
    /// - Unit: milliseconds.
    static let timeToTriage = Metric(
        id: "time-to-triage", aliases: ["mttt"],
        title: Localized(en: "Time to triage", fr: "Délai de qualification"),
        definition: Localized(
            en: "From the first human action (acknowledged) to the verdict on the alert (verdict).",
            fr: "De la première action humaine (acknowledged) au verdict sur l’alerte (verdict)."),
        kind: .alert, measure: .interval(from: [.acknowledged], to: .judged), better: .lower, isWork: true,
        source: Localized(
            en: "Implementing Regulation (EU) 2024/2690 Annex 3.4.1",
            fr: "règlement d’exécution (UE) 2024/2690, annexe, 3.4.1"))

    /// The time from raising a confirmed case to stopping its spread. Not the closing of the ticket.
    ///
    /// - Unit: milliseconds.
    static let timeToContain = Metric(
        id: "time-to-contain", aliases: ["mttc"],
        title: Localized(en: "Time to contain", fr: "Délai de confinement"),
        definition: Localized(
            en:
                "From the instant the case was raised (raised) to the instant its spread was stopped (contained), over confirmed cases. Closing is not containing.",
            fr: "De la levée du cas (raised) à l’arrêt de sa propagation (contained), sur les cas confirmés. Clore n’est pas confiner."),
        kind: .case, population: [.isConfirmed],
        measure: .interval(from: [.raised], to: .contained), better: .lower, isWork: true,
        source: Localized(
            en: "Implementing Regulation (EU) 2024/2690 Annex 3.5.2(a)",
            fr: "règlement d’exécution (UE) 2024/2690, annexe, 3.5.2 a)"))

    /// The time from the queue to the last closure, over all cases.
    ///
    /// - Unit: milliseconds.
    static let timeToResolve = Metric(
        id: "time-to-resolve", aliases: ["mttr-resolve"],
        title: Localized(en: "Time to resolve", fr: "Délai de résolution"),
        definition: Localized(
            en:
                "From the case reaching the queue (ingested, or raised) to its last closure (lastClosed), over all cases. Open cases are counted as open, never as closed.",
            fr:
                "De l’arrivée du cas dans la file (ingested, ou raised) à sa dernière clôture (lastClosed), sur tous les cas. Un cas ouvert est compté comme ouvert, jamais comme clos."
        ),
        kind: .case, measure: .interval(from: [.ingested, .raised], to: .lastClosed), better: .lower, isWork: true,
        source: Localized(
            en: "ANSSI, PDIS v2.0, IV.5.1.e (from creation to closure)",
            fr: "ANSSI, PDIS v2.0, IV.5.1.e (de la création à la clôture)"))

    /// The time from the queue to the verdict, waiting included.
    ///
    /// - Unit: milliseconds.
    static let timeToQualify = Metric(
        id: "time-to-qualify", aliases: ["mttq"],
        title: Localized(en: "Time to qualify", fr: "Délai de verdict"),
        definition: Localized(
            en: "From the alert reaching the queue (ingested, or raised) to the verdict on it (verdict): waiting and triage together.",
            fr: "De l’arrivée de l’alerte dans la file (ingested, ou raised) au verdict (verdict) : attente et qualification ensemble."),
        kind: .alert, measure: .interval(from: [.ingested, .raised], to: .judged), better: .lower, isWork: true,
        source: Localized(
            en: "ANSSI, PDIS v2.0, IV.5.1.f (mean qualification time)",
            fr: "ANSSI, PDIS v2.0, IV.5.1.f (durée moyenne de qualification)"))

    static let timeToDeclare = ofCase(
        "time-to-declare", to: .declared, title: Localized(en: "Time to declare", fr: "Délai de déclaration"),
        end: Localized(en: "the declaration of an incident (declared)", fr: "la déclaration de l’incident (declared)"), point: "3.4.1")

    static let timeToEradicate = ofCase(
        "time-to-eradicate", to: .eradicated, title: Localized(en: "Time to eradicate", fr: "Délai d’éradication"),
        end: Localized(en: "the instant the attacker was out (eradicated)", fr: "l’éviction de l’attaquant (eradicated)"), point: "3.5.2(b)"
    )

    static let timeToRecover = ofCase(
        "time-to-recover", aliases: ["mttr-recover"], to: .recovered,
        title: Localized(en: "Time to recover", fr: "Délai de rétablissement"),
        end: Localized(en: "the instant the service was back (recovered)", fr: "le rétablissement du service (recovered)"),
        point: "3.5.2(c)")

    /// From raising a confirmed case to a later step.
    private static func ofCase(
        _ id: String, aliases: [String] = [], to end: Place, title: Localized, end words: Localized, point: String
    ) -> Metric {
        Metric(
            id: id, aliases: aliases, title: title,
            definition: Localized(
                en: "From the instant the case was raised (raised) to \(words.en), over confirmed cases.",
                fr: "De la levée du cas (raised) à \(words.fr), sur les cas confirmés."),
            kind: .case, population: [.isConfirmed], measure: .interval(from: [.raised], to: end), better: .lower, isWork: true,
            source: Localized(
                en: "Implementing Regulation (EU) 2024/2690 Annex \(point)",
                fr: "règlement d’exécution (UE) 2024/2690, annexe, \(point.replacing("(", with: " "))"))
    }

    static let timeToRespond = Metric(
        "time-to-respond", .case, of: [.isConfirmed], .interval(from: [.told("firstAlert"), .raised], to: .contained), better: .lower,
        en: Wording(
            "Time to respond",
            "From the first alert of the case (firstAlert, or raised where no alert is linked to it) to the instant its spread was stopped (contained), over confirmed cases.",
            "Implementing Regulation (EU) 2024/2690 Annex 3.5.2(a)"),
        fr: Wording(
            "Délai de réaction",
            "De la première alerte du cas (firstAlert, ou raised si aucune alerte n’y est rattachée) à l’arrêt de sa propagation (contained), sur les cas confirmés.",
            "règlement d’exécution (UE) 2024/2690, annexe, 3.5.2 a)"))

    static let handoverDelay = Metric(
        "handover-delay", .case, of: [.isConfirmed], .interval(from: [.declared], to: .aware), better: .lower,
        en: Wording(
            "Handover to the client",
            "From the provider's declaration of an incident (declared) to the client knowing of it (aware), over confirmed cases.",
            "DORA, Regulation (EU) 2022/2554 Art. 30(2)(f); Directive (EU) 2022/2555 Art. 23"),
        fr: Wording(
            "Transmission au client",
            "De la déclaration de l’incident par le prestataire (declared) à sa connaissance par le client (aware), sur les cas confirmés.",
            "DORA, règlement (UE) 2022/2554, art. 30, par. 2, point f) ; directive (UE) 2022/2555, art. 23"))
}
