import ConstatModel

extension Kernel {
    /// Met is 1, breached is 0; open and already late is breached.
    func withinTarget(_ from: Start, _ end: Int, _ view: ColumnView, _ row: Int) -> Outcome {
        let severity = view.severity(row)
        guard severity != RecordColumns.none else { return .leftOut(view.absence(of: TargetLevels.severity, row)) }
        guard let (level, clock) = levels.level(Int(severity), at: view.value(Place.raised.index, row)) else { return .leftOut(.noTarget) }
        let outcome = interval(from, end, view, row)
        guard outcome.isValue || outcome.isOpen && outcome.value != Self.missing, let start = from.first(view, row) else { return outcome }
        let begun = view.value(start, row)
        let until = outcome.isValue ? view.value(end, row) : asOf
        guard let elapsed = elapsed(begun, until, clock, view, row) else { return .leftOut(.noHours) }
        if outcome.isValue { return .value(Double(elapsed) <= level ? 1 : 0) }
        return Double(elapsed) > level ? .late : outcome
    }

    /// What of the time counts against a target; nil when working hours count and are not known.
    private func elapsed(_ begun: Int64, _ until: Int64, _ clock: Targets.Clock, _ view: ColumnView, _ row: Int) -> Int64? {
        if !clock.isBusiness, view.pauses.isEmpty { return until - begun }
        var business: BusinessClock?
        if clock.isBusiness {
            business = answers.clocks[view.tenant(row)]
            if business == nil { return nil }
        }
        func length(_ from: Int64, _ to: Int64) -> Int64 { business?.open(from: from, to: to) ?? to - from }
        let whole = length(begun, until)
        guard !clock.countsPauses, !view.pauses.isEmpty, let pauses = view.pauses[row] else { return whole }
        return pauses.reduce(whole) { rest, pause in
            let from = max(pause.from.milliseconds, begun)
            let to = min(pause.to?.milliseconds ?? until, until)
            return from < to ? rest - length(from, to) : rest
        }
    }

    func holdsTarget(_ place: Int, _ view: ColumnView, _ row: Int) -> Outcome {
        let days = view.value(place, row)
        guard days != Self.missing else { return .leftOut(.missing(place)) }
        guard let level = levels.level(at: end - 1) else { return .leftOut(.noTarget) }
        return .value(Double(days) * Double(Instant.day) / 1_000 >= level ? 1 : 0)
    }
}
