import ConstatModel

extension Metric {
    private static let contracts = (
        en: "DORA, Regulation (EU) 2022/2554 Art. 28, 30; PDIS v2.0, IV.5.1.e (service)",
        fr: "DORA, règlement (UE) 2022/2554, art. 28, 30 ; PDIS v2.0, IV.5.1.e (service)"
    )
    private static let levels = ["service-level-acknowledge", "service-level-qualify", "service-level-contain", "service-level-resolve"]

    static let serviceDeviations = Metric(
        "service-deviations", .alert, .breaches(of: levels), better: .lower,
        en: Wording(
            "Deviations from agreed levels",
            "Alerts and cases that breached the target of one of the service levels, each clock counted; open and already late ones too. By provider: --by source or tenant.",
            contracts.en),
        fr: Wording(
            "Écarts aux niveaux de service",
            "Alertes et cas hors délai pour l’un des niveaux de service, chaque délai compté, y compris ouverts et déjà en retard. Par prestataire : --by source ou tenant.",
            contracts.fr))

    static let cost = Metric(
        "cost", .cost, of: [.isNotZero(.told("amountInPeriod"))], .sum(.told("amountInPeriod")), anchor: .links,
        en: Wording(
            "Cost",
            "What the costs come to in the period: yearly and monthly ones by days, those per alert or case by the number raised while they hold, single ones in the period of their date, each row rounded to a thousandth. Other currencies than that of constat.yaml are left out.",
            contracts.en),
        fr: Wording(
            "Coût",
            "Montant des coûts de la période : annuels et mensuels au prorata des jours, par alerte ou cas selon le nombre levé tant qu’ils valent, ponctuels à leur date, chaque ligne arrondie au millième. Les devises autres que celle de constat.yaml sont écartées.",
            contracts.fr))

    static let costPerAlert = costPer("cost-per-alert", "alert-volume", .alert, Localized(en: "Cost per alert", fr: "Coût par alerte"))
    static let costPerCase = costPer("cost-per-case", "case-volume", .case, Localized(en: "Cost per case", fr: "Coût par cas"))

    private static func costPer(_ id: String, _ count: String, _ kind: RecordKind, _ title: Localized) -> Metric {
        Metric(
            id, kind, .rate(of: "cost", per: count), better: .lower,
            en: Wording(
                title.en, "The cost of the period per record raised in it (\(count)); no forecast and no allocation by effort.",
                contracts.en),
            fr: Wording(
                title.fr, "Coût de la période par enregistrement levé (\(count)) ; ni prévision ni répartition par effort.", contracts.fr))
    }

    private static let duties = (
        en: "Directive (EU) 2022/2555 Art. 23(4); DORA RTS 2025/301 Art. 5; GDPR Art. 33(1)",
        fr: "directive (UE) 2022/2555, art. 23, par. 4 ; RTS DORA 2025/301, art. 5 ; RGPD, art. 33, par. 1"
    )

    static let timeToNotify = Metric(
        "time-to-notify", .duty, .interval(from: [.raised], to: .told("submitted")), better: .lower,
        en: Wording(
            "Time to notify",
            "From the instant that starts a stage's clock (raised) to its submission as recorded (submitted). By regime and stage: --by regime,stage.",
            duties.en),
        fr: Wording(
            "Délai de notification",
            "De l’instant qui fait courir le délai d’une étape (raised) à son envoi consigné (submitted). Par régime et étape : --by regime,stage.",
            duties.fr))

    static let notificationMargin = Metric(
        "notification-margin", .duty, .margin(from: .told("submitted"), to: .told("due")), better: .higher,
        en: Wording(
            "Margin to the deadline",
            "From the submission (submitted) to the deadline of the stage (due), eased where the law eases it; of several deadlines the strictest counts, with the instant that starts it. Below zero when late.",
            duties.en
        ),
        fr: Wording(
            "Marge avant l’échéance",
            "De l’envoi (submitted) à l’échéance de l’étape (due), reportée si le droit la reporte ; de plusieurs échéances la plus stricte compte, avec son point de départ. Négative en cas de retard.",
            duties.fr))

    static let notifiedInTime = Metric(
        "notified-in-time", .duty,
        .share(of: .doneBy(.told("due"), done: .told("submitted")), among: .wasDue(.told("due"), done: .told("submitted"))),
        better: .higher,
        en: Wording("Notified in time", "Stages submitted by their deadline, among those submitted or past their deadline.", duties.en),
        fr: Wording("Notifications dans le délai", "Étapes envoyées dans le délai, parmi les envoyées et les échues.", duties.fr))
}
