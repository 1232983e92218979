import ConstatModel

/// Rules for an instant, of which the first that gives one counts.
struct InstantRules {
    private let rules: [InstantRule]

    init(_ rules: [InstantRule]) { self.rules = rules }

    func read(_ zone: Zone) -> InstantRule.Reading {
        var (isUnreadable, isNoTime) = (false, false)
        for rule in rules {
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
struct InstantRule {
    /// What was found: nothing, something unreadable, or an instant with what is odd about it.
    enum Reading {
        case absent, noTime, unreadable
        case instant(Instant, Precision, Zone.Fault?)
    }

    private let rule: TimeRule
    private let value: ValueRule

    init(_ rule: TimeRule, value: ValueRule) { (self.rule, self.value) = (rule, value) }

    /// The first path whose instant can be read, or the least or most of all that are reached; a tool's way of writing
    /// "no time" passes on to the next.
    func read(_ zone: Zone) -> Reading {
        guard value.holds else { return .absent }
        if rule.format == .parts {
            let parts = value.sources.map(\.value)
            guard parts.first?.isThere == true else { return .absent }
            return TimeFormat.date(parts, zone: zone).map { .instant($0, $1, nil) } ?? .unreadable
        }
        var best = Reading.absent
        for source in value.sources {
            if rule.choice == .first || !source.isMany {
                best = better(best, read(source, zone))
            } else if let slot = source.slot {
                source.level.each(slot) { _, item in best = better(best, read(item, zone)) }
            }
            if rule.choice == .first, case .instant = best { return best }
        }
        return best
    }

    private func read(_ source: ValueRule.Source, _ zone: Zone) -> Reading {
        if value.isPlain, let slot = source.slot { return read(source.level.value(slot), zone) }
        let only = ValueRule(value.rule, sources: [source], conditions: [], known: nil)
        guard var text = only.text() else { return .absent }
        return text.withUTF8 { read(.text(UnsafeRawBufferPointer($0)), zone) }
    }

    private func read(_ raw: RawValue, _ zone: Zone) -> Reading {
        switch rule.format.read(raw, zone: zone) {
        case .absent: .absent
        case .noTime: .noTime
        case .unreadable: .unreadable
        case .instant(let instant, let isDayOnly, let fault): .instant(instant, isDayOnly ? .day : rule.precision, fault)
        }
    }

    private func better(_ old: Reading, _ new: Reading) -> Reading {
        switch (old, new) {
        case (_, .absent): old
        case (.absent, _), (.noTime, .instant), (.noTime, .unreadable): new
        case (.unreadable, .instant): new
        case (.instant(let first, _, _), .instant(let second, _, _)):
            (rule.choice == .least && second < first) || (rule.choice == .most && second > first) ? new : old
        default: old
        }
    }
}
