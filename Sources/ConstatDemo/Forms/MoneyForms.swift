/// What something costs.
struct Cost: FormRow {
    var id = ""
    let title: Phrase
    let category: Phrase
    /// In hundredths.
    let amount: Int
    var currency = "EUR"
    let per: Phrase
    let starts: LocalDay
    var ends: LocalDay?

    static var form: Form<Cost> {
        Form(
            "costs",
            [
                ("cost_id", "id_cout", { Phrase($0.id) }), ("title", "titre", { $0.title }), ("category", "poste", { $0.category }),
                ("amount", "montant", { .decimal($0.amount, places: 2) }), ("currency", "devise", { Phrase($0.currency) }),
                ("per", "par", { $0.per }), ("starts", "debut", { .day($0.starts.at(0)) }), ("ends", "fin", { .day($0.ends?.at(0)) }),
            ])
    }

    /// The bank's amounts, less at the others; the bank alone pays something in another currency.
    static func all(of tenant: FormTenant) -> [Cost] {
        let own = usual.map { $0.scaled(tenant.size) } + (tenant.size == 100 ? [abroad] : [])
        return tenant.numbered(own, "COST")
    }

    private func scaled(_ percent: Int) -> Cost {
        Cost(title: title, category: category, amount: amount * percent / 100, per: per, starts: starts, ends: ends)
    }

    private static let (year, month) = (Phrase("year", "an"), Phrase("month", "mois"))
    private static let (tools, staff) = (Phrase("tools", "outils"), Phrase("staff", "personnel"))
    private static let first = LocalDay(2025, 11, 1)

    private static let abroad = Cost(
        title: Phrase("Threat feed from Geneva", "Flux de renseignement de Genève"), category: tools, amount: 1_800_000, currency: "CHF",
        per: year, starts: LocalDay(2026, 1, 1))

    private static let usual = [
        Cost(
            title: Phrase("SIEM licence", "Licence du SIEM"), category: tools, amount: 6_850_000, per: year, starts: first,
            ends: LocalDay(2026, 10, 31)),
        Cost(
            title: Phrase("SIEM licence, renewed", "Licence du SIEM, reconduite"), category: tools, amount: 7_124_050, per: year,
            starts: LocalDay(2026, 11, 1)),
        Cost(title: Phrase("EDR licence", "Licence de l’EDR"), category: tools, amount: 4_390_000, per: year, starts: first),
        Cost(
            title: Phrase("Analysts", "Analystes"), category: staff, amount: 5_240_000, per: month, starts: first,
            ends: LocalDay(2026, 4, 30)),
        Cost(
            title: Phrase("Analysts, one more", "Analystes, un de plus"), category: staff, amount: 5_765_025, per: month,
            starts: LocalDay(2026, 5, 1)),
        Cost(
            title: Phrase("Allowances for on-call duty", "Indemnités d’astreinte"), category: staff, amount: 310_000, per: month,
            starts: first),
        Cost(
            title: Phrase("Deeper analysis of a case", "Analyse approfondie d’un dossier"), category: Phrase("services", "prestations"),
            amount: 18_500, per: Phrase("case", "dossier"), starts: first),
        Cost(
            title: Phrase("First reading of an alert", "Première lecture d’une alerte"), category: Phrase("services", "prestations"),
            amount: 185, per: Phrase("alert", "alerte"), starts: first),
        Cost(
            title: Phrase("Crisis room", "Salle de crise"), category: Phrase("equipment", "équipement"), amount: 1_845_050,
            per: Phrase("once", "une fois"), starts: LocalDay(2026, 3, 16)),
    ]
}

/// An agreement with a provider.
struct Contract: FormRow {
    var id = ""
    let title: Phrase
    let provider: String
    let scope: Phrase
    let signed: LocalDay
    let validFrom: LocalDay
    let validUntil: LocalDay
    /// In hundredths.
    let price: Int

    static var form: Form<Contract> {
        Form(
            "contracts",
            [
                ("contract_id", "id_contrat", { Phrase($0.id) }), ("title", "titre", { $0.title }),
                ("provider", "prestataire", { Phrase($0.provider) }), ("scope", "perimetre", { $0.scope }),
                ("signed", "signe_le", { .day($0.signed.at(9)) }), ("valid_from", "valide_du", { .day($0.validFrom.at(0)) }),
                ("valid_until", "valide_au", { .day($0.validUntil.at(0)) }), ("price", "prix", { .decimal($0.price, places: 2) }),
                ("currency", "devise", { _ in Phrase("EUR") }),
            ])
    }

    /// One that goes on, and one that ends within the month after the exports.
    static func all(of tenant: FormTenant) -> [Contract] {
        let watch = Contract(
            title: Phrase("Watch by the operations centre", "Supervision par le centre opérationnel"), provider: "Estuaire Cyberdéfense",
            scope: tenant.roster.scope, signed: LocalDay(2025, 9, 24), validFrom: LocalDay(2025, 11, 1),
            validUntil: LocalDay(2028, 10, 31), price: 78_000_000 * tenant.size / 100)
        let response = Contract(
            title: Phrase("Incident response on call", "Astreinte de réponse à incident"), provider: "Cap Réponse",
            scope: Phrase("All sites, day and night", "Tous les sites, jour et nuit"), signed: LocalDay(2025, 11, 18),
            validFrom: LocalDay(2025, 12, 1), validUntil: LocalDay(2026, 11, 30), price: 3_600_050 * tenant.size / 100)
        return tenant.numbered([watch, response], "CTR")
    }
}

extension Roster {
    fileprivate var scope: Phrase {
        switch self {
        case .threeShifts: Phrase("Day and night, on site", "Jour et nuit, sur site")
        case .officeAndOnCall: Phrase("Working days, on call at other times", "Jours ouvrés, astreinte le reste du temps")
        case .officeHours: Phrase("Working days, on call until 22:00", "Jours ouvrés, astreinte jusqu’à 22 h")
        }
    }
}
