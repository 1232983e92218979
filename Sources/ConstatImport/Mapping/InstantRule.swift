import ConstatModel

/// Rules for an instant, of which the first that gives one counts.
final class InstantRules {
    private let owned: [InstantRule]
    private let first: Held<InstantRule>?
    private let others: [InstantRule]
    private let isOne: Bool

    init(_ rules: [InstantRule]) {
        (owned, first, others, isOne) = (rules, rules.first.map(Held.init), Array(rules.dropFirst()), rules.count == 1)
    }

    func read(_ zone: Zone) -> InstantRule.Reading {
        guard let first else { return .absent }
        let reading = first.use { $0.read(zone) }
        if isOne { return reading == .noTime ? .absent : reading }
        if case .instant = reading { return reading }
        var (isUnreadable, isNoTime) = (reading == .unreadable, reading == .noTime)
        for rule in others {
            switch rule.read(zone) {
            case .absent: continue
            case .noTime: isNoTime = true
            case .unreadable: isUnreadable = true
            case let found: return found
            }
        }
        return isUnreadable && !isNoTime ? .unreadable : .absent
    }
}

/// A rule for an instant with its paths turned into slots.
final class InstantRule {
    /// What was found: nothing, something unreadable, or an instant with what is odd about it.
    enum Reading: Equatable {
        case absent, noTime, unreadable
        case instant(Instant, Precision, Zone.Fault?)
    }

    private let value: ValueRule
    private let format: TimeFormat
    private let precision: Precision
    private let choice: TimeRule.Choice
    private let isSimple: Bool
    private let held: Held<ValueRule>

    init(_ rule: TimeRule, format: TimeFormat, value: ValueRule) {
        (self.value, self.format, precision, choice) = (value, format, rule.precision, rule.choice)
        isSimple = rule.choice == .first && format != .parts && value.isPlain && value.isSimple
        held = Held(value)
    }

    /// The first path whose instant can be read, or the least or most of all that are reached; a tool's way of writing
    /// "no time" passes on to the next.
    func read(_ zone: Zone) -> Reading {
        guard held.use({ $0.holds }) else { return .absent }
        if isSimple { return first(of: held.use { $0.places }, zone) }
        if format == .parts { return parts(zone) }
        var best = Reading.absent
        for index in value.sources.indices {
            if choice == .first || !value.sources[index].isMany {
                best = better(best, read(value.sources[index], zone))
                if choice == .first, case .instant = best { return best }
            } else if let slot = value.sources[index].slot {
                value.sources[index].level.each(slot) { _, item in best = better(best, readItem(item, zone)) }
            }
        }
        return best
    }

    private func first(of places: Places, _ zone: Zone) -> Reading {
        var best = Reading.absent
        places.until { value in
            best = better(best, read(value, zone))
            if case .instant = best { return true }
            return false
        }
        return best
    }

    private func parts(_ zone: Zone) -> Reading {
        let parts = value.sources.map(\.value)
        guard parts.first?.isThere == true else { return .absent }
        return TimeFormat.date(parts, zone: zone).map { .instant($0, $1, nil) } ?? .unreadable
    }

    private func read(_ source: ValueRule.Source, _ zone: Zone) -> Reading {
        if value.isPlain, source.slot != nil { return read(source.value, zone) }
        guard var text = value.text(of: source) else { return .absent }
        return text.withUTF8 { read(.text(UnsafeRawBufferPointer($0)), zone) }
    }

    private func readItem(_ item: RawValue, _ zone: Zone) -> Reading {
        if value.isPlain { return read(item, zone) }
        guard var text = item.string.flatMap(value.treated) else { return .absent }
        return text.withUTF8 { read(.text(UnsafeRawBufferPointer($0)), zone) }
    }

    private func read(_ raw: RawValue, _ zone: Zone) -> Reading {
        switch format.read(raw, zone: zone) {
        case .absent: .absent
        case .noTime: .noTime
        case .unreadable: .unreadable
        case .instant(let instant, let isDayOnly, let fault): .instant(instant, isDayOnly ? .day : precision, fault)
        }
    }

    private func better(_ old: Reading, _ new: Reading) -> Reading {
        switch (old, new) {
        case (_, .absent): old
        case (.absent, _), (.noTime, .instant), (.noTime, .unreadable): new
        case (.unreadable, .instant): new
        case (.instant(let first, _, _), .instant(let second, _, _)):
            (choice == .least && second < first) || (choice == .most && second > first) ? new : old
        default: old
        }
    }
}
