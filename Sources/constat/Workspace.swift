import ConstatControls
import ConstatDocuments
import ConstatImport
import ConstatMetrics
import ConstatModel
import ConstatStore
import ConstatYAML
import Foundation

/// What `constat.yaml` says: who is measured, in which zone and language, against which targets.
struct Workspace: Sendable {
    /// The file itself: figures depend on it.
    var file: PackData.Configuration?
    var organisation: String?
    var zone = Zone.utc
    var language = Language.en
    var classification: String?
    /// How documents of the provider look.
    var brand = Brand()
    var tenants: [TenantSettings] = []
    var targets = Targets()
    /// When whom works, where it is said.
    var calendars = BusinessCalendars()
    /// Which technology raised an alert, of which class an incident is.
    var words: @Sendable () throws -> LinkWords = { LinkWords() }
    /// SHA-256 of all that is written down and decides about figures: what `constat.yaml` says, and the rules of Controls/.
    var rules: @Sendable () throws -> String = { "" }
    /// Costs in other currencies are left out.
    var currency = "EUR"
    /// The folder of fact files.
    var incidents = "incidents"
    /// What becomes of personal values, where it is not as usual.
    var privacy: [Privacy.Field: Privacy.Treatment] = [:]
    /// The regimes there are; a tenant that names none has all.
    static let allRegimes = ["nis2", "dora", "gdpr"]

    /// Why controls are not asked of everybody here, by framework and control.
    var notApplicable: [String: [String: Localized]] = [:]

    /// Why controls of a framework are not asked of a tenant, by their ids.
    func notApplicable(_ framework: String, _ tenant: String?) -> [String: Localized] {
        let own = tenant.flatMap { self.tenant($0)?.notApplicable[framework] } ?? [:]
        return (notApplicable[framework] ?? [:]).merging(own) { _, own in own }
    }

    /// - Throws: when the tenant is neither in the store nor in the configuration: a typing error is not "no data".
    func check(tenant: String, _ store: Store) throws {
        let known = Set(try store.tenants()).union(tenants.map(\.slug))
        guard known.contains(tenant) else {
            throw UsageError.unknownWord(option: "--tenant", word: tenant, known: known.sorted())
        }
    }

    /// - Throws: for a framework or control that there is not: a typing error is not "does not apply".
    func checkNotApplicable(_ frameworks: [Framework]) throws(UsageError) {
        for (framework, reasons) in ([notApplicable] + tenants.map(\.notApplicable)).joined().sorted(by: { $0.key < $1.key }) {
            guard let known = frameworks.first(where: { $0.id == framework }) else {
                throw UsageError.unknownWord(option: "notApplicable", word: framework, known: frameworks.map(\.id))
            }
            let ids = Set(known.controls.map(\.id))
            for control in reasons.keys.sorted() where !ids.contains(control) {
                throw UsageError.fault(
                    place: "constat.yaml: notApplicable", problem: "\(framework) has no control \(control)",
                    remedy: "see: constat controls list \(framework)")
            }
        }
    }

    func tenant(_ slug: String) -> TenantSettings? { tenants.first { $0.slug == slug } }

    /// A tenant's own, and the provider's where it has none.
    func brand(of slug: String?) -> Brand {
        let own = slug.flatMap { tenant($0)?.brand }
        return Brand(logo: own?.logo ?? (slug == nil ? brand.logo : nil), colour: own?.colour ?? brand.colour)
    }

    /// Logos lie beside the configuration.
    mutating func locateLogos(_ folder: String) {
        brand.logo?.folder = folder
        for index in tenants.indices { tenants[index].brand.logo?.folder = folder }
    }

    /// The language that a tenant's documents are in, where none is asked for.
    func language(of slug: String?) -> Language { slug.flatMap { tenant($0)?.language } ?? language }

    func name(of slug: String?) -> String {
        guard let slug else { return organisation ?? "" }
        return tenant(slug)?.name ?? slug
    }
}

/// One organisation that is watched.
struct TenantSettings {
    let slug: String
    var name: String
    /// Of its documents; nil for the provider's.
    var language: Language?
    var brand: Brand
    var regimes: [String]
    /// Answers to `entity.<key>` in notification drafts.
    var entity: [String: String]
    /// Readings of open points of the law, e.g. `dora.amountUnit`.
    var settings: [String: String] = [:]
    /// Why controls are not asked of it, by framework and control.
    var notApplicable: [String: [String: Localized]]
}

extension Workspace {
    /// - Throws: `YAMLFault` with line and column.
    ///
    /// - Parameter holidays: `Controls/holidays.yaml`.
    init(yaml text: String, file: String, holidays: () throws -> YAMLValue) throws {
        let root = try YAMLValue.parse(text, file: file)
        try root.allow([
            "organisation", "zone", "language", "classification", "tenants", "targets", "privacy", "calendar", "technologies", "classes",
            "currency", "notApplicable", "logo", "colour",
        ])
        organisation = root["organisation"]?.text
        classification = root["classification"]?.text
        currency = root["currency"]?.text ?? currency
        brand = try Brand(root)
        if let value = root["zone"] { zone = try Zone(value) }
        if let value = root["language"] { language = try value.asLanguage() }
        for entry in try root["tenants"]?.asEntries() ?? [] { tenants.append(try TenantSettings(entry.key, entry.value)) }
        for entry in try root["targets"]?.asEntries() ?? [] {
            guard let metric = MetricCatalogue.metric(entry.key) else {
                throw entry.value.fault("there is no metric \(entry.key)", remedy: "see: constat metrics list")
            }
            var dated: [Targets.Dated] = []
            for value in entry.value.items ?? [entry.value] { dated.append(try Targets.Dated(value, zone: zone)) }
            targets[metric.id] = dated
        }
        privacy = try Self.privacy(root["privacy"])
        notApplicable = try Self.reasons(root["notApplicable"])
        calendars = try Self.calendars(root, zone, holidays)
    }

    private static func calendars(
        _ root: YAMLValue, _ zone: Zone, _ holidays: () throws -> YAMLValue
    ) throws -> BusinessCalendars {
        let usual = try root["calendar"].map { try BusinessCalendar($0, zone: zone, holidays: holidays()) }
        var byTenant: [String: BusinessCalendar] = [:]
        for entry in try root["tenants"]?.asEntries() ?? [] {
            guard let own = entry.value["calendar"] else { continue }
            byTenant[entry.key] = try BusinessCalendar(own, zone: zone, holidays: holidays())
        }
        return BusinessCalendars(usual: usual, byTenant)
    }

    /// `{nis2-2690: {annex-13.1: "No building of its own."}}`; a reason may be written in both languages.
    static func reasons(_ value: YAMLValue?) throws(YAMLFault) -> [String: [String: Localized]] {
        var reasons: [String: [String: Localized]] = [:]
        for framework in try value?.asEntries() ?? [] {
            for control in try framework.value.asEntries() {
                let reason = control.value
                reasons[framework.key, default: [:]][control.key] =
                    reason.entries == nil ? Localized(en: try reason.asText(), fr: try reason.asText()) : try reason.asLocalized()
            }
        }
        return reasons
    }

    private static func privacy(_ value: YAMLValue?) throws(YAMLFault) -> [Privacy.Field: Privacy.Treatment] {
        var treatments: [Privacy.Field: Privacy.Treatment] = [:]
        for entry in try value?.asEntries() ?? [] {
            guard let field = Privacy.Field(word: entry.key) else {
                throw entry.value.fault(
                    "\(entry.key) is no field that privacy decides about",
                    remedy: "known: assignee, title, rootCause, category, number, raw, facts, facts.NAME")
            }
            guard let treatment = Privacy.Treatment(rawValue: try entry.value.asText()) else {
                throw entry.value.fault("this is no treatment", remedy: "known: keep, pseudonymise, drop")
            }
            treatments[field] = treatment
        }
        return treatments
    }
}

extension TenantSettings {
    init(_ slug: String, _ value: YAMLValue) throws(YAMLFault) {
        try value.allow(["name", "regimes", "entity", "settings", "calendar", "notApplicable", "language", "logo", "colour"])
        self.slug = slug
        name = value["name"]?.text ?? slug
        language = try value["language"]?.asLanguage()
        brand = try Brand(value)
        regimes = try value["regimes"]?.asTexts() ?? Workspace.allRegimes
        if let unknown = regimes.first(where: { !Workspace.allRegimes.contains($0) }) {
            throw (value["regimes"] ?? value).fault(
                "the regime \(unknown) is not known", remedy: "known: \(Workspace.allRegimes.joined(separator: ", "))")
        }
        notApplicable = try Workspace.reasons(value["notApplicable"])
        for entry in try value["settings"]?.asEntries() ?? [] { settings[entry.key] = try entry.value.asText() }
        entity = ["name": name]
        for entry in try value["entity"]?.asEntries() ?? [] { entity[entry.key] = try entry.value.asText() }
    }
}

extension YAMLValue {
    fileprivate func asLanguage() throws(YAMLFault) -> Language {
        guard let language = Language(rawValue: try asText()) else {
            throw fault("this language is not known", remedy: "write en or fr")
        }
        return language
    }
}

extension Targets.Dated {
    /// `15 min`, `{critical: 15 min, …}`, or with `from: 2026-01-01`, `clock: business` or `pauses: count` in it.
    init(_ value: YAMLValue, zone: Zone) throws(YAMLFault) {
        var from = Targets.always
        if let day = value["from"] { from = zone.instant(of: try CivilTime(day: day)).instant }
        self.init(from: from, try Targets.Target(value["all"] ?? value), try Targets.Clock(value))
    }
}

extension Targets.Clock {
    /// `clock: business` counts working hours only; `pauses: count` counts the time it waits for somebody else as well.
    fileprivate init(_ value: YAMLValue) throws(YAMLFault) {
        self.init()
        if let clock = value["clock"] { isBusiness = try Self.choice(clock, yes: "business", no: "wall") }
        if let pauses = value["pauses"] { countsPauses = try Self.choice(pauses, yes: "count", no: "leave out") }
    }

    private static func choice(_ value: YAMLValue, yes: String, no: String) throws(YAMLFault) -> Bool {
        let word = try value.asText()
        guard word == yes || word == no else { throw value.fault("\(word) is not known here", remedy: "write \(yes) or \(no)") }
        return word == yes
    }
}

extension Targets.Target {
    init(_ value: YAMLValue) throws(YAMLFault) {
        guard let entries = value.entries else {
            self = .one(try Self.level(value))
            return
        }
        var levels: [Severity: Double] = [:]
        for entry in entries where !["from", "clock", "pauses"].contains(entry.key.text) {
            guard let severity = Severity(word: try entry.key.asText()) else {
                throw entry.key.fault("this is no severity", remedy: "known: \(Severity.allCases.map(\.word).joined(separator: ", "))")
            }
            levels[severity] = try Self.level(entry.value)
        }
        self = .bySeverity(levels)
    }

    /// `15 min`, `2 h`, `7 d`, `2 h 30 min`, `40 %`.
    private static func level(_ value: YAMLValue) throws(YAMLFault) -> Double {
        let parts = try value.asText().split(separator: " ")
        let units: [Substring: Double] = [
            "s": Double(Instant.second), "min": Double(Instant.minute), "h": Double(Instant.hour),
            "d": Double(Instant.day), "%": 0.01,
        ]
        var level = 0.0
        guard !parts.isEmpty, parts.count % 2 == 0 else { throw value.fault("this is no target", remedy: "write 15 min, 2 h, 7 d or 40 %") }
        for index in stride(from: 0, to: parts.count, by: 2) {
            guard let number = Double(parts[index]), (0...1e6).contains(number), let unit = units[parts[index + 1]] else {
                throw value.fault("this is no target", remedy: "write 15 min, 2 h, 7 d or 40 %")
            }
            level += number * unit
        }
        return level
    }
}
