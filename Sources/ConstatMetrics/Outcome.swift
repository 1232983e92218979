import ConstatModel

/// What a record means to a metric.
enum Outcome {
    /// Not in the population at all.
    case outside
    /// A duration, or 1 and 0 for a share.
    case value(Int64)
    case open
    case leftOut(LeftOut)
}

/// Answers of one record, row by row.
struct RowReader {
    let columns: RecordColumns
    let row: Int

    func instant(_ milestone: Milestone) -> Int64? { columns.instant(milestone, row) }

    func gives(_ milestone: Milestone) -> Bool { columns.gives(Given(milestone), row) }

    var isOpen: Bool { columns.isOpen(row) }

    var verdict: Verdict? {
        let code = columns.verdict[row]
        return code == RecordColumns.none ? nil : Verdict(rawValue: Int(code))
    }

    var severity: Severity? {
        let code = columns.severity[row]
        return code == RecordColumns.none ? nil : Severity(rawValue: Int(code))
    }

    /// A true positive, or an open case somebody already treats as one; nobody can tell of a closed one without a verdict.
    var isConfirmed: Answer {
        switch verdict {
        case .truePositive: return .yes
        case .undetermined: return .leftOut(.undetermined)
        case .some: return .no
        case nil:
            if [.declared, .contained, .aware, .classified].contains(where: { instant($0) != nil }), isOpen { return .yes }
            if isOpen { return .no }
            return .leftOut(columns.gives(.verdict, row) ? .missing("verdict") : .notGiven("verdict"))
        }
    }

    /// Missing here, or not given by the source at all.
    func absence(of milestone: Milestone) -> LeftOut {
        gives(milestone) ? .missing(milestone.rawValue) : .notGiven(milestone.rawValue)
    }

    /// The first of some milestones that the record has.
    func first(of milestones: [Milestone]) -> Milestone? { milestones.first { instant($0) != nil } }

    func interval(from: [Milestone], to end: Milestone) -> Outcome {
        guard gives(end) || instant(end) != nil else { return .leftOut(.notGiven(end.rawValue)) }
        guard let start = first(of: from), let begun = instant(start) else {
            // A step of the work may still come; what lies before the alert will not.
            let mayCome = isOpen && from.allSatisfy { $0.index > Milestone.raised.index && gives($0) }
            return mayCome ? .open : .leftOut(absence(of: from.last ?? end))
        }
        guard let done = instant(end) else { return isOpen ? .open : .leftOut(.missing(end.rawValue)) }
        for milestone in [start, end] where columns.isDayOnly(milestone, row) { return .leftOut(.dayOnly(milestone.rawValue)) }
        guard done >= begun else { return .leftOut(.reversed(start.rawValue, end.rawValue)) }
        return .value(done - begun)
    }

    /// Met is 1, breached is 0.
    func withinTarget(_ target: (Severity?) -> Double?, from: [Milestone], to end: Milestone, asOf: Instant) -> Outcome {
        guard let severity else {
            return .leftOut(columns.gives(.severity, row) ? .missing("severity") : .notGiven("severity"))
        }
        guard let level = target(severity) else { return .leftOut(.noTarget) }
        switch interval(from: from, to: end) {
        case .value(let duration): return .value(Double(duration) <= level ? 1 : 0)
        case .open:
            guard let start = first(of: from), let begun = instant(start), !columns.isDayOnly(start, row) else { return .open }
            return Double(asOf.milliseconds - begun) > level ? .value(0) : .open
        case let other: return other
        }
    }

    func age(from start: Milestone, at end: Instant) -> Outcome {
        guard let begun = instant(start), begun < end.milliseconds else { return .outside }
        if let closed = instant(.lastClosed), closed < end.milliseconds { return .outside }
        if instant(.lastClosed) == nil {
            guard gives(.lastClosed) else { return .leftOut(.notGiven(Milestone.lastClosed.rawValue)) }
            guard isOpen else { return .leftOut(.missing(Milestone.lastClosed.rawValue)) }
        }
        if columns.isDayOnly(start, row) { return .leftOut(.dayOnly(start.rawValue)) }
        return .value(end.milliseconds - begun)
    }
}
