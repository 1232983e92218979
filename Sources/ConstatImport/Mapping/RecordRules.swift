import ConstatModel

/// The rules of a profile for a record's fields, milestones and facts.
final class RecordRules {
    let prefix: String
    private let profile: Profile
    private let door: Door
    private let zone: Zone
    private let id: ValueRule
    private let tenant: ValueRule?
    private let kept: [Text]
    /// Texts that may not be kept as they are.
    private let treated: [(text: Text, field: Privacy.Field)]
    private let words: Words
    private let techniquesRule: ValueRule?
    private let mergedInto: ValueRule?
    private let updatedRule: ValueRule?
    private let milestones: [(milestone: Milestone, rules: Held<InstantRules>)]
    /// Keeps alive what is held.
    private let owned: [AnyObject]
    private let facts: FactRules
    private let updatedFormats: [TimeFormat]
    // Rules are used by one thread, and never inside of themselves.
    private let techniques = TechniqueMemo()
    @exclusivity(unchecked) private var pseudonyms: [String: String] = [:]
    @exclusivity(unchecked) private var stamps = Stamps()

    init(_ profile: Profile, _ compiler: RuleCompiler, _ door: Door) {
        (self.profile, self.door, zone, prefix) = (profile, door, door.zone, compiler.prefix)
        var fields: [Profile.Field: ValueRule] = [:]
        for (field, rule) in profile.fields where Privacy.Field(word: field.rawValue).map(door.privacy.treatment) != .drop {
            fields[field] = compiler.rule(rule, codes: FieldRule.codes(of: field))
        }
        id = fields[.id] ?? compiler.rule(FieldRule())
        (tenant, techniquesRule, mergedInto, updatedRule) = (fields[.tenant], fields[.techniques], fields[.mergedInto], fields[.updated])
        (kept, treated) = Self.texts(fields, door.privacy)
        words = Words(fields)
        let times = profile.milestones.map { ($0.milestone, compiler.time($0.rules)) }
        milestones = times.map { ($0.0, Held($0.1)) }
        owned = Array(fields.values) + times.map(\.1)
        facts = FactRules(profile, compiler, door)
        let formats =
            profile.milestones.flatMap { $0.rules.map(\.format) } + profile.transitions.flatMap { $0.at.map(\.format) }
            + profile.facts.flatMap { $0.rule.formats }
        updatedFormats = formats.map(compiler.format).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Fields that are texts, and their columns.
    private static let columns: [(field: Profile.Field, column: Int, isTerm: Bool)] = [
        (.id, RecordColumn.native, false), (.number, RecordColumn.number, false), (.title, RecordColumn.title, false),
        (.rootCause, RecordColumn.rootCause, false), (.mergedInto, RecordColumn.mergedInto, false),
        (.caseID, RecordColumn.caseID, false), (.rule, RecordColumn.rule, true), (.category, RecordColumn.category, true),
        (.assignee, RecordColumn.assignee, true),
    ]

    private static func texts(
        _ rules: [Profile.Field: ValueRule], _ privacy: Privacy
    ) -> (kept: [Text], treated: [(text: Text, field: Privacy.Field)]) {
        var (kept, treated): ([Text], [(text: Text, field: Privacy.Field)]) = ([], [])
        for (field, column, isTerm) in columns {
            guard let rule = rules[field] else { continue }
            let text = Text(rule: Held(rule), column: column, isTerm: isTerm)
            if let field = Privacy.Field(word: field.rawValue), privacy.treatment(field) != .keep {
                treated.append((text, field))
            } else {
                kept.append(text)
            }
        }
        return (kept, treated)
    }

    private struct Text {
        let rule: Held<ValueRule>
        let column: Int
        let isTerm: Bool

        func write(_ text: UnsafeRawBufferPointer, _ records: inout Batch) {
            if isTerm { records.set(column, records.terms.code(text)) } else { records.set(text: column, text) }
        }

        func write(_ text: String, _ records: inout Batch) {
            var text = text
            text.withUTF8 { write(UnsafeRawBufferPointer($0), &records) }
        }
    }

    /// The key of the record that the row names; nil when it names none.
    func key(_ out: inout Mapped, _ hash: inout Hash64) -> Int64? {
        guard let id = id.text() else { return nil }
        return Batch.key(kind: Int64(profile.kind.rawValue), source: profile.source, tenant: tenantName(&out), native: id, &hash)
    }

    /// Writes the record; why not, when it is none.
    func map(_ row: Int, into out: inout Mapped, _ hash: inout Hash64) -> (reason: Refusal.Reason, detail: String)? {
        guard id.hasText else { return (.missingIdentifier, "id") }
        stamps.clear()
        var wasUnreadable = false
        for (milestone, rules) in milestones {
            let isUnreadable = read(milestone, rules, &out)
            if milestone == .raised { wasUnreadable = isUnreadable }
        }
        if profile.kind.isMain, stamps[.raised] == nil { return (wasUnreadable ? .unreadableRaised : .missingRaised, "raised") }
        out.records.set(BatchShape.row, Int64(row))
        out.records.set(RecordColumn.given, profile.given.rawValue)
        out.records.set(RecordColumn.kind, Int64(profile.kind.rawValue))
        out.records.set(RecordColumn.source, out.records.terms.code(profile.source))
        out.records.set(RecordColumn.tenant, tenantCode(&out))
        for text in kept { put(text, &out) }
        for (text, field) in treated {
            if let found = text.rule.use({ $0.text() }).flatMap({ applied(field, $0) }) { text.write(found, &out.records) }
        }
        if let rule = techniquesRule, rule.holds {
            let ids = techniques.text(rule)
            if !ids.isEmpty { out.records.set(RecordColumn.techniques, out.records.terms.code(ids)) }
        }
        let found = words.put(isMerged: mergedInto?.text().map { $0 != id.text() } ?? false, &out)
        oddities(found, &out)
        stamps.write(into: &out.records)
        putUpdated(&out)
        facts.put(&out)
        out.records.endRecord(&hash)
        return nil
    }

    private func tenantCode(_ out: inout Mapped) -> Int64 {
        if door.tenant == nil, let tenant, tenant.isPlain, case .text(let bytes)? = tenant.value() {
            return out.records.terms.code(bytes.trimmed)
        }
        return out.records.terms.code(tenantName(&out))
    }

    private func tenantName(_ out: inout Mapped) -> String {
        guard let tenant else { return door.tenant ?? door.fallbackTenant }
        let named = tenant.text()
        if let wanted = door.tenant, let named, wanted != named { out.add(.tenantOverridden, "tenant") }
        return door.tenant ?? named ?? door.fallbackTenant
    }

    // MARK: Texts

    /// Writes a text, as its bytes are where nothing has to be done to it.
    private func put(_ text: Text, _ out: inout Mapped) {
        if case .text(let bytes)? = text.rule.use({ $0.isPlain ? $0.value() : nil }) {
            text.write(bytes.trimmed, &out.records)
        } else if let found = text.rule.use({ $0.text() }) {
            text.write(found, &out.records)
        }
    }

    private func applied(_ field: Privacy.Field, _ text: String) -> String? {
        if let known = pseudonyms[text] { return known }
        let new = door.privacy.applied(field, text)
        if pseudonyms.count < 100_000 { pseudonyms[text] = new }
        return new
    }

    // MARK: Times

    /// Whether there was something that cannot be read.
    private func read(_ milestone: Milestone, _ rules: Held<InstantRules>, _ out: inout Mapped) -> Bool {
        switch rules.use({ $0.read(zone) }) {
        case .absent, .noTime: return false
        case .unreadable:
            out.add(.unreadableTime, milestone.rawValue)
            return true
        case .instant(let instant, let precision, let fault):
            if precision.isCoarse { out.add(.dayOnly, milestone.rawValue) }
            if fault == .ambiguousLocalTime { out.add(.ambiguousLocalTime, milestone.rawValue) }
            if fault == .skippedLocalTime { out.add(.skippedLocalTime, milestone.rawValue) }
            stamps[milestone] = Stamp(instant, precision)
            return false
        }
    }

    private func putUpdated(_ out: inout Mapped) {
        guard let rule = updatedRule, rule.holds else { return }
        var text = rule.isPlain ? nil : rule.text()
        let read =
            rule.isPlain
            ? rule.value().map { updated(rule, $0) }
            : text?.withUTF8 { updated(rule, .text(UnsafeRawBufferPointer($0))) }
        switch read ?? .absent {
        case .instant(let updated, _, _): out.records.set(RecordColumn.updated, updated.milliseconds)
        case .unreadable: out.add(.unreadableTime, "updated")
        case .absent, .noTime: break
        }
    }

    /// When the source last changed the record, in whatever way that source writes times.
    private func updated(_ rule: ValueRule, _ value: RawValue) -> TimeFormat.Reading {
        if case .object = value { return newestKey(rule).map { .instant($0, isDayOnly: false, fault: nil) } ?? .unreadable }
        var isNoTime = false
        for format in updatedFormats {
            switch format.read(value, zone: door.zone) {
            case .absent, .unreadable: continue
            case .noTime: isNoTime = true
            case let found: return found
            }
        }
        return isNoTime ? .noTime : .unreadable
    }

    /// Of a history whose keys are seconds since 1970, the newest.
    private func newestKey(_ rule: ValueRule) -> Instant? {
        var newest: Instant?
        for source in rule.sources {
            source.level.each(source.slot ?? 0) { key, _ in
                guard var key,
                    case .instant(let instant, _, _) = key.withUTF8({ bytes in
                        TimeFormat.epochSeconds.read(.text(UnsafeRawBufferPointer(bytes)), zone: .utc)
                    })
                else { return }
                newest = max(newest ?? instant, instant)
            }
        }
        return newest
    }

    // MARK: Oddities

    private func oddities(_ words: Words.Found, _ out: inout Mapped) {
        if words.status?.isOpen == true, let closed = stamps[.lastClosed] {
            // A reopened record keeps its old closing date in some tools; it is not closed.
            stamps[.firstClosed] = stamps[.firstClosed] ?? closed
            stamps[.lastClosed] = nil
            out.add(.closedWhileOpen, Milestone.lastClosed.rawValue)
        }
        if words.lacksSeverity { out.add(.missing, "severity") }
        if words.status == .closed {
            if words.lacksVerdict { out.add(.missing, "verdict") }
            for (milestone, _) in milestones where [.lastClosed, .acknowledged].contains(milestone) && stamps[milestone] == nil {
                out.add(.missing, milestone.rawValue)
            }
        }
        stamps.oddities(asOf: door.asOf, into: &out)
    }
}
