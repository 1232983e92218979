import ConstatModel

/// Maps native records to canonical ones by a profile, collecting what is odd.
struct RecordMapper {
    let profile: Profile
    let zone: Zone
    let tenant: String?
    let fallbackTenant: String
    /// Instants after this are remarked as future.
    let asOf: Instant

    enum Mapped {
        case record(Record, [Remark])
        case refused(Refusal.Reason, String)
    }

    func map(_ cursor: Cursor) -> Mapped {
        var remarks: [Remark] = []
        guard profile.recognise.holdsEquals(cursor) else { return .refused(.otherKind, profile.title) }
        guard let id = text(.id, cursor) else { return .refused(.missingIdentifier, "id") }
        var record = Record(kind: profile.kind, source: profile.source, tenant: fallbackTenant, native: id)
        setTenant(&record, cursor, &remarks)
        setTexts(&record, cursor)
        setWords(&record, cursor, &remarks)
        for (milestone, rules) in profile.milestones {
            record.milestones[milestone] = stamp(rules, milestone.rawValue, cursor, &remarks)
        }
        guard record.milestones[.raised] != nil else {
            let wasThere = remarks.contains(Remark(.unreadableTime, Milestone.raised.rawValue))
            return .refused(wasThere ? .unreadableRaised : .missingRaised, "raised")
        }
        if let rule = profile.fields[.updated], value(rule, cursor) != nil {
            record.updated = updated(rule, cursor)
            if record.updated == nil { remarks.append(Remark(.unreadableTime, "updated")) }
        }
        for (fact, rule) in profile.facts { record.facts[fact] = self.fact(rule, cursor) }
        dropClosingOfOpen(&record, &remarks)
        if record.mergedInto != nil || word(.merged, cursor, &remarks) == "yes" { record.status = .merged }
        remarks += oddities(of: record)
        return .record(record, remarks)
    }

    /// A reopened record keeps its old closing date in some tools; it is not closed.
    private func dropClosingOfOpen(_ record: inout Record, _ remarks: inout [Remark]) {
        guard record.status?.isOpen == true, let closed = record.milestones[.lastClosed] else { return }
        record.milestones[.firstClosed] = record.milestones[.firstClosed] ?? closed
        record.milestones[.lastClosed] = nil
        remarks.append(Remark(.closedWhileOpen, Milestone.lastClosed.rawValue))
    }

    private func setTenant(_ record: inout Record, _ cursor: Cursor, _ remarks: inout [Remark]) {
        let named = text(.tenant, cursor)
        if let tenant, let named, tenant != named { remarks.append(Remark(.tenantOverridden, "tenant")) }
        record.tenant = tenant ?? named ?? fallbackTenant
    }

    private func setTexts(_ record: inout Record, _ cursor: Cursor) {
        record.number = text(.number, cursor)
        record.title = text(.title, cursor)
        record.rule = text(.rule, cursor)
        record.category = text(.category, cursor)
        record.rootCause = text(.rootCause, cursor)
        record.mergedInto = text(.mergedInto, cursor)
        record.caseID = text(.caseID, cursor)
        if let rule = profile.fields[.techniques] { record.techniques = techniques(rule, cursor) }
    }

    private func setWords(_ record: inout Record, _ cursor: Cursor, _ remarks: inout [Remark]) {
        record.severity = word(.severity, cursor, &remarks).flatMap(Severity.init(word:))
        record.status = word(.status, cursor, &remarks).flatMap(Status.init(word:))
        record.verdict = word(.verdict, cursor, &remarks).flatMap(Verdict.init(word:))
        record.discovery = word(.discovery, cursor, &remarks).flatMap(Discovery.init(word:))
        record.tier = word(.tier, cursor, &remarks).flatMap { Int($0) }
    }

    private func holds(_ rule: FieldRule, _ cursor: Cursor) -> Bool {
        rule.when.allSatisfy { condition in cursor.value(condition.path).string.map(condition.texts.contains) ?? false }
    }

    /// The first value that is there, of a rule whose conditions hold.
    private func value(_ rule: FieldRule, _ cursor: Cursor) -> RawValue? {
        guard holds(rule, cursor) else { return nil }
        for path in rule.from {
            let value = cursor.value(path)
            if value.isThere { return value }
        }
        return nil
    }

    /// A fact as text: yes and no for booleans, the items of a list with commas.
    private func fact(_ rule: FieldRule, _ cursor: Cursor) -> String? {
        switch value(rule, cursor) {
        case .bool(let value): return value ? "yes" : "no"
        case .array:
            var items: [String] = []
            for path in rule.from { cursor.each(path) { _, item in items += [item.string].compactMap(\.self) } }
            return items.isEmpty ? nil : items.joined(separator: ", ")
        case let value: return value?.string
        }
    }

    private func text(_ field: Profile.Field, _ cursor: Cursor) -> String? {
        guard let rule = profile.fields[field], let text = value(rule, cursor)?.string else { return nil }
        guard !rule.trim.isEmpty else { return text }
        let trimmed = text.trimming { rule.trim.contains($0) }
        return trimmed.isEmpty ? nil : trimmed
    }

    /// A word of the house; a native word nobody mapped is remarked and left empty.
    private func word(_ field: Profile.Field, _ cursor: Cursor, _ remarks: inout [Remark]) -> String? {
        guard let rule = profile.fields[field], let value = value(rule, cursor) else { return nil }
        var word: String?
        if case .array = value {
            for path in rule.from {
                cursor.each(path) { _, item in
                    guard let known = item.string.flatMap({ rule.map[$0.lowercased()] }), !known.isEmpty else { return }
                    word = word ?? known
                }
            }
            return word
        }
        guard let text = value.string else { return nil }
        word = rule.hasMap ? rule.map[text.lowercased()] : text.lowercased()
        if word == nil, let number = Int(text) { word = rule.ranges.first { $0.range.contains(number) }?.word }
        if let word, word.isEmpty { return nil }
        if let word, FieldRule.words(of: field)?.contains(word) ?? true { return word }
        remarks.append(Remark(.unknownValue, field.rawValue))
        return nil
    }

    /// The first path whose instant can be read; a tool's way of writing "no time" passes on to the next.
    private func stamp(_ rules: [TimeRule], _ field: String, _ cursor: Cursor, _ remarks: inout [Remark]) -> Stamp? {
        var isUnreadable = false
        for rule in rules where holds(rule.field, cursor) {
            for path in rule.field.from {
                switch rule.format.read(cursor.value(path), zone: zone) {
                case .absent: continue
                case .unreadable: isUnreadable = true
                case .instant(let instant, let isDayOnly, let fault):
                    if isDayOnly { remarks.append(Remark(.dayOnly, field)) }
                    if fault == .ambiguousLocalTime { remarks.append(Remark(.ambiguousLocalTime, field)) }
                    if fault == .skippedLocalTime { remarks.append(Remark(.skippedLocalTime, field)) }
                    return Stamp(instant, isDayOnly ? .day : rule.precision)
                }
            }
        }
        if isUnreadable { remarks.append(Remark(.unreadableTime, field)) }
        return nil
    }

    /// When the source last changed the record, in whatever way that source writes times.
    private func updated(_ rule: FieldRule, _ cursor: Cursor) -> Instant? {
        guard let value = value(rule, cursor) else { return nil }
        if case .object = value { return newestKey(rule, cursor) }
        let formats = profile.milestones.flatMap { $0.rules.map(\.format) }
        for format in formats {
            if case .instant(let instant, _, _) = format.read(value, zone: zone) { return instant }
        }
        return nil
    }

    /// Of a history whose keys are seconds since 1970, the newest.
    private func newestKey(_ rule: FieldRule, _ cursor: Cursor) -> Instant? {
        var newest: Instant?
        for path in rule.from {
            cursor.each(path) { key, _ in
                guard let seconds = key.flatMap(Double.init), abs(seconds) < 1e11 else { return }
                let instant = Instant(milliseconds: Int64((seconds * 1_000).rounded()))
                newest = max(newest ?? instant, instant)
            }
        }
        return newest
    }

    private func techniques(_ rule: FieldRule, _ cursor: Cursor) -> [String] {
        var found: [String] = []
        for path in rule.from {
            cursor.each(path) { _, value in
                guard let text = value.string else { return }
                for id in TechniqueID.all(in: text) where !found.contains(id) { found.append(id) }
            }
        }
        return found
    }

    private func oddities(of record: Record) -> [Remark] {
        var remarks: [Remark] = []
        if let raised = record.milestones[.raised], raised.precision != .day {
            if let start = record.milestones[.firstActivity], start.precision != .day, start.instant > raised.instant {
                remarks.append(Remark(.reversedOrder, Milestone.firstActivity.rawValue))
            }
            for milestone in [Milestone.acknowledged, .verdict, .contained, .firstClosed, .lastClosed] {
                guard let stamp = record.milestones[milestone], stamp.precision != .day, stamp.instant < raised.instant else { continue }
                remarks.append(Remark(.reversedOrder, milestone.rawValue))
            }
        }
        for (milestone, stamp) in record.milestones where stamp.instant > asOf {
            remarks.append(Remark(.futureTime, milestone.rawValue))
        }
        return remarks
    }
}

/// ATT&CK technique ids inside any text: `T1059`, `attack.t1059.001`, `T1012 - Query Registry`.
enum TechniqueID {
    static func all(in text: String) -> [String] {
        let bytes = Array(text.utf8)
        var found: [String] = []
        var position = 0
        while position + 4 < bytes.count {
            defer { position += 1 }
            guard bytes[position] | 0x20 == UInt8(ascii: "t"), areDigits(bytes, position + 1, 4),
                position == 0 || !isWordByte(bytes[position - 1])
            else { continue }
            var end = position + 5
            if end + 3 < bytes.count, bytes[end] == UInt8(ascii: "."), areDigits(bytes, end + 1, 3) { end += 4 }
            guard end == bytes.count || !isWordByte(bytes[end]) else { continue }
            found.append("T" + String(decoding: bytes[(position + 1)..<end], as: UTF8.self))
        }
        return found
    }

    private static func areDigits(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Bool {
        start + count <= bytes.count && bytes[start..<(start + count)].allSatisfy { $0 >= 48 && $0 <= 57 }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (byte >= 48 && byte <= 57) || (byte | 0x20 >= 97 && byte | 0x20 <= 122)
    }
}

extension String {
    /// Without the characters at both ends that a test holds for.
    fileprivate func trimming(_ isDropped: (Character) -> Bool) -> String {
        var text = self[...]
        while let first = text.first, isDropped(first) { text.removeFirst() }
        while let last = text.last, isDropped(last) { text.removeLast() }
        return String(text)
    }
}
