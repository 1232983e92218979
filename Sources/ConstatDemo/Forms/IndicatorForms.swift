/// An indicator of compromise that was taken in; its value is not kept.
struct Indicator: FormRow {
    var id = ""
    let type: Phrase
    let technique: String
    let feed: String
    let added: Instant
    let validFrom: Instant
    var validUntil: Instant?
    /// When the search of it through the stored logs was finished.
    var searched: Instant?

    static var form: Form<Indicator> {
        Form(
            "indicators",
            [
                ("indicator_id", "id_indicateur", { Phrase($0.id) }),
                ("type", "type", { $0.type }),
                ("feed", "flux", { Phrase($0.feed) }),
                ("techniques", "techniques", { Phrase($0.technique) }),
                ("added", "ajoute_le", { .minute($0.added) }),
                ("valid_from", "valide_du", { .day($0.validFrom) }),
                ("valid_until", "valide_au", { .day($0.validUntil) }),
                ("searched", "recherche_le", { .minute($0.searched) }),
            ])
    }

    private static let types = [
        (Phrase("ip"), "T1071.001"), (Phrase("domain", "domaine"), "T1566.002"), (Phrase("hash", "empreinte"), "T1204.002"),
        (Phrase("url"), "T1189"),
    ]
    private static let feeds = ["CERT-Littoral", "CERT-Littoral", "MISP Estuaire", "Veille Cap Ouest", "EDR"]

    /// Three or four a month, the first of them from the month before the year.
    static func all(of tenant: FormTenant) -> [Indicator] {
        var random = tenant.random("indicators")
        let indicators = (0..<43).map { index in
            let day = LocalDay.ofYear(index * 9 - 25 + random.between(0...6)).worked
            return Indicator(random.pick(types), feed: random.pick(feeds), added: random.officeTime(day), day, &random)
        }
        return tenant.numbered(indicators.sorted { $0.added < $1.added }, "IOC")
    }

    private init(
        _ type: (Phrase, String), feed: String, added: Instant, _ day: LocalDay, _ random: inout SplitMix64
    ) {
        (self.type, technique, self.feed, self.added) = (type.0, type.1, feed, added)
        validFrom = day.plus(-random.between(0...9)).at(0)
        validUntil = random.chance(0.08) ? nil : day.plus(random.pick([60, 90, 180, 180, 365])).at(0)
        let done = added + random.length(ofMedian: Period.between(190, 85, at: added), 0.8)
        searched = random.chance(0.12) || done > Period.export ? nil : done
    }
}

/// That an indicator was seen.
struct Match: FormRow {
    var id = ""
    let indicator: String
    let seen: Instant
    var alertID: String?
    let source: String

    static var form: Form<Match> {
        Form(
            "matches",
            [
                ("match_id", "id_correspondance", { Phrase($0.id) }), ("indicator", "indicateur", { Phrase($0.indicator) }),
                ("seen", "vu_le", { .second($0.seen) }), ("alert", "alerte", { Phrase($0.alertID) }),
                ("log_source", "source_journaux", { Phrase($0.source) }),
            ])
    }

    /// About seven a month; most rang as an alert, a few were found in the stored logs.
    static func all(of tenant: FormTenant, _ indicators: [Indicator]) -> [Match] {
        var random = tenant.random("matches")
        let alerts = tenant.alerts.filter { [.malware, .phishing, .intrusion].contains($0.alert.rule.category) }
        let matches = (0..<82).compactMap { _ in
            let known = random.pick(alerts)
            let held = indicators.filter { $0.holds(at: known.alert.raised) }
            guard !held.isEmpty else { return Match?.none }
            return Match(random.pick(held), known, tenant, &random)
        }
        return tenant.numbered(matches.sorted { $0.seen < $1.seen }, "M")
    }

    private init(_ held: Indicator, _ known: FormTenant.KnownAlert, _ tenant: FormTenant, _ random: inout SplitMix64) {
        let isStored = random.chance(0.08) && held.added > Period.start + 20 * .day
        let before = Int64(random.between(600...1_500_000)) * .second
        (indicator, alertID) = (held.id, isStored ? nil : known.id)
        seen = isStored ? held.added - before : known.alert.raised - Int64(random.between(3...55)) * .second
        source = tenant.sourceID(random.chance(0.2) ? "DNS" : known.alert.rule.category.source)
    }
}

extension Indicator {
    fileprivate func holds(at instant: Instant) -> Bool { added < instant - .minute && instant < validUntil ?? .max }
}
