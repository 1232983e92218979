public import ConstatModel

extension Instant {
    /// An instant from ISO 8601 text that a test knows to be right.
    public static func at(_ text: String) -> Instant { Instant(iso: text) ?? Instant(milliseconds: 0) }

    /// The instant so many hours later.
    public func after(hours: Double) -> Instant { advanced(by: Int64(hours * Double(Instant.hour))) }

    /// The instant so many minutes later.
    public func after(minutes: Double) -> Instant { advanced(by: Int64(minutes * Double(Instant.minute))) }
}

extension Record {
    /// An alert or case raised at an instant, with nothing else known.
    public static func raised(
        _ instant: Instant, _ kind: RecordKind = .alert, id: String = "A-1", tenant: String = "acme"
    ) -> Record {
        var record = Record(kind: kind, source: "constat", tenant: tenant, native: id)
        record.milestones[.raised] = Stamp(instant)
        return record
    }

    /// A copy with one milestone set; nil takes it away.
    public func with(_ milestone: Milestone, _ instant: Instant?, _ precision: Precision = .exact) -> Record {
        var record = self
        record.milestones[milestone] = instant.map { Stamp($0, precision) }
        return record
    }

    /// A copy with any change.
    public func changed(_ change: (inout Record) -> Void) -> Record {
        var record = self
        change(&record)
        return record
    }
}

extension Period {
    /// A period in a zone, both as a user writes them; nil when either is not known.
    public static func of(_ text: String, _ zone: String = "UTC") -> Period? {
        Zone(zone).flatMap { Period(text, zone: $0) }
    }
}

extension RecordColumns {
    /// Records as columns, as a store would give them; every source gives every field unless told otherwise.
    public init(_ records: [Record], given: Given = Given(rawValue: -1)) {
        self.init()
        var codes: [String: Int32] = [:]
        func code(_ text: String) -> Int32 {
            let code = codes[text] ?? Int32(codes.count + 1)
            codes[text] = code
            return code
        }
        let records = records.filter { $0.status != .merged }
        kind = records.first?.kind
        for place in Place.all where records.contains(where: { Self.number(place, of: $0, code) != nil }) {
            self[place] = records.map { Self.number(place, of: $0, code) ?? Self.missing }
        }
        for (row, record) in records.enumerated() {
            count += 1
            ids.append(Int64(row))
            severity.append(record.severity.map { Int8($0.rawValue) } ?? Self.none)
            status.append(record.status.map { Int8($0.rawValue) } ?? Self.none)
            verdict.append(record.verdict.map { Int8($0.rawValue) } ?? Self.none)
            discovery.append(record.discovery.map { Int8($0.rawValue) } ?? Self.none)
            tenant.append(code(record.tenant))
            source.append(code(record.source))
            self.given.append(given.rawValue)
            var days: Int64 = 0
            for milestone in Milestone.allCases {
                if record.milestones[milestone]?.precision.isCoarse == true { days |= 1 << Int64(milestone.index) }
            }
            dayOnly.append(days)
            if let paused = record.pauses, !paused.isEmpty { pauses[row] = paused }
        }
        names = Dictionary(uniqueKeysWithValues: codes.map { ($1, $0) })
    }

    /// What a place holds of a record; nil when nothing.
    private static func number(_ place: Place, of record: Record, _ code: (String) -> Int32) -> Int64? {
        if let milestone = Milestone(rawValue: place.name) { return record.instant(milestone)?.milliseconds }
        func coded(_ text: String?) -> Int64? { text.map { Int64(code($0)) } }
        func key(_ kind: RecordKind, _ native: String) -> Int64 {
            Batch.key(kind, source: record.source, tenant: record.tenant, native: native)
        }
        switch place {
        case .tier: return record.tier.map(Int64.init)
        case .rule: return coded(record.rule)
        case .category: return coded(record.category)
        case .assignee: return coded(record.assignee)
        case .techniques: return coded(record.techniques.isEmpty ? nil : record.techniques.joined(separator: " "))
        case .reopenings: return record.reopenings.map(Int64.init)
        case .actors: return record.work.map { Int64($0.actors.rawValue) }
        case .returns: return record.work?.returns.map(Int64.init)
        case .reclassifications: return record.work?.reclassifications.map(Int64.init)
        case .firstChange: return record.work?.firstChange?.milliseconds
        case .firstAssigned: return record.work?.firstAssigned?.milliseconds
        case .firstInProgress: return record.work?.firstInProgress?.milliseconds
        case .key: return key(record.kind, record.native)
        case .caseKey: return record.caseID.map { key(.case, $0) }
        default: return told(place, of: record, coded)
        }
    }

    private static func told(_ place: Place, of record: Record, _ coded: (String?) -> Int64?) -> Int64? {
        guard let value = record.kind.values.first(where: { $0.name == place.name }), let text = record.facts[value.name] else {
            return nil
        }
        switch value.form {
        case .instant: return Instant(iso: text)?.milliseconds
        case .number: return Thousandths.of(text)
        case .word: return value.words.firstIndex(of: text).map(Int64.init)
        case .text, .prose: return coded(text)
        }
    }
}

extension BusinessCalendar {
    /// Monday to Friday, 9:00 to 18:00, without holidays.
    public static func office(zone: Zone) -> BusinessCalendar {
        let hours = [Hours(start: 9 * 60, end: 18 * 60)].compactMap(\.self)
        return BusinessCalendar(zone: zone, week: [[], hours, hours, hours, hours, hours, []], holidays: Holidays(isKnown: false))
    }
}
