import ConstatModel

/// A metric made ready for a loop over rows: places as positions, targets as levels by severity.
struct Kernel {
    private enum Step {
        case count
        case interval(Start, end: Int)
        case days(Int, Int), margin(Int, Int)
        case share
        case withinTarget(Start, end: Int)
        case holdsTarget(Int)
        case age(start: Int)
        case sum(Int), sums(Int, per: Int)
    }

    private static let missing = RecordColumns.missing

    private let step: Step
    private let population: Questions
    /// Of a share: what is asked of the records that count, and which do.
    private let share: (of: Questions, among: Questions)
    private let isWork: Bool
    private let levels: TargetLevels
    private let anchor: Anchor
    /// The instants that belong to the period.
    private let range: Range<Int64>
    private let end: Int64
    private let asOf: Int64
    private let zone: Zone
    private var answers: Answers

    init(_ metric: Metric, in period: Period, targets: Targets, asOf: Instant) {
        isWork = metric.isWork
        population = Questions(metric.population, of: metric.kind)
        end = Evaluator.end(of: period, asOf: asOf).milliseconds
        (self.asOf, zone) = (asOf.milliseconds, period.zone)
        range = period.start.milliseconds..<max(period.start.milliseconds, end)
        anchor = metric.anchor
        answers = Answers(end: end, asOf: asOf.milliseconds, zone: period.zone)
        levels = TargetLevels(metric, targets)
        step = Self.step(metric)
        if case .share(let of, let among) = metric.measure {
            share = (Questions([of], of: metric.kind), Questions([among], of: metric.kind))
        } else {
            share = (population, population)
        }
    }

    private static func step(_ metric: Metric) -> Step {
        switch metric.measure {
        case .count, .uncovered, .breaches, .difference, .rate: .count
        case .interval(let from, let to): .interval(Start(from), end: to.index)
        case .days(let from, let to): .days(from.index, to.index)
        case .margin(let from, let to): .margin(from.index, to.index)
        case .share: .share
        case .withinTarget(_, let from, let to): .withinTarget(Start(from), end: to.index)
        case .holdsTarget(_, let place): .holdsTarget(place.index)
        case .age(let from): .age(start: from.index)
        case .sum(let place), .minutes(let place): .sum(place.index)
        case .sums(let of, let per): .sums(of.index, per: per.index)
        }
    }

    /// The clocks of the tenants whose records come next, by their codes.
    mutating func use(_ clocks: ClockTable) { answers.clocks = clocks }

    func outcome(_ view: ColumnView, _ row: Int) -> Outcome {
        switch anchor {
        case .at(let place):
            let instant = view.value(place.index, row)
            if instant == Self.missing || !range.contains(instant) { return .outside }
        case .end: if !isThere(view, row) { return .outside }
        case .links: break
        }
        if !population.isEmpty {
            switch population.answer(answers, view, row) {
            case .yes: break
            case .no: return .outside
            case .open: return .open()
            case .leftOut(let reason): return .leftOut(reason)
            }
        }
        switch step {
        case .count: return .value(1)
        case .interval(let start, let end): return interval(start, end, view, row)
        case .days(let start, let end): return days(start, end, view, row)
        case .margin(let start, let end): return margin(start, end, view, row)
        case .share: return share(view, row)
        case .withinTarget(let start, let end): return withinTarget(start, end, view, row)
        case .holdsTarget(let place): return holdsTarget(place, view, row)
        case .age(let start): return age(start, view, row)
        case .sum(let place):
            let value = view.value(place, row)
            return value == Self.missing ? .leftOut(.missing(place)) : .value(value)
        case .sums(let place, let per):
            let (value, base) = (view.value(place, row), view.value(per, row))
            if value == Self.missing { return .leftOut(.missing(place)) }
            if base == Self.missing { return .leftOut(.missing(per)) }
            return value > base ? .leftOut(.exceeds(place, per)) : .value(value, base)
        }
    }

    /// At the end of the period, as far as anybody knows.
    private func isThere(_ view: ColumnView, _ row: Int) -> Bool {
        let (begun, closed) = (view.value(Place.raised.index, row), view.value(Place.lastClosed.index, row))
        return (begun == Self.missing || begun < end) && (closed == Self.missing || closed >= end)
    }

    private func interval(_ from: Start, _ end: Int, _ view: ColumnView, _ row: Int) -> Outcome {
        let done = view.value(end, row)
        guard view.gives(end, row) || done != Self.missing else { return .leftOut(.notGiven(end)) }
        guard let start = from.first(view, row) else {
            if view.isOpen(row), from.mayCome(view, row) { return .open() }
            return .leftOut(view.absence(of: from.last, row))
        }
        let begun = view.value(start, row)
        guard done != Self.missing else {
            guard view.isOpen(row) else { return .leftOut(.missing(end)) }
            return .open(since: view.isDayOnly(start, row) || asOf < begun ? nil : asOf - begun)
        }
        if let reason = isCoarse(start, end, view, row) { return .leftOut(reason) }
        guard done >= begun else { return .leftOut(.reversed(start, end)) }
        guard isWork, let clock = answers.clocks[view.tenant(row)] else { return .value(done - begun) }
        return .value(done - begun, clock.open(from: begun, to: done))
    }

    private func isCoarse(_ start: Int, _ end: Int, _ view: ColumnView, _ row: Int) -> Reason? {
        if view.isDayOnly(start, row) { return .dayOnly(start) }
        return view.isDayOnly(end, row) ? .dayOnly(end) : nil
    }

    /// Both ends; or why they are not both there.
    private func ends(_ start: Int, _ end: Int, _ view: ColumnView, _ row: Int) -> (begun: Int64, done: Int64, Outcome?) {
        let (begun, done) = (view.value(start, row), view.value(end, row))
        if begun == Self.missing { return (begun, done, .leftOut(view.absence(of: start, row))) }
        guard done == Self.missing else { return (begun, done, nil) }
        return (begun, done, view.isOpen(row) ? .open(since: max(asOf - begun, 0)) : .leftOut(view.absence(of: end, row)))
    }

    private func days(_ start: Int, _ end: Int, _ view: ColumnView, _ row: Int) -> Outcome {
        let (begun, done, missing) = ends(start, end, view, row)
        if let missing { return missing }
        let days = day(done, end, view, row) - day(begun, start, view, row)
        return days < 0 ? .leftOut(.reversed(start, end)) : .value(days * Instant.day)
    }

    /// The number of the calendar day.
    private func day(_ instant: Int64, _ place: Int, _ view: ColumnView, _ row: Int) -> Int64 {
        let isWritten = view.isDayOnly(place, row) && place >= Milestone.allCases.count
        let shown = isWritten ? instant : zone.civil(at: Instant(milliseconds: instant)).asUTC.milliseconds
        return (shown - (shown % Instant.day + Instant.day) % Instant.day) / Instant.day
    }

    private func margin(_ start: Int, _ end: Int, _ view: ColumnView, _ row: Int) -> Outcome {
        let (begun, done, missing) = ends(start, end, view, row)
        if let missing { return missing }
        if let reason = isCoarse(start, end, view, row) { return .leftOut(reason) }
        return .value(done - begun)
    }

    private func share(_ view: ColumnView, _ row: Int) -> Outcome {
        switch share.among.answer(answers, view, row) {
        case .no: return .outside
        case .open: return .open()
        case .leftOut(let reason): return .leftOut(reason)
        case .yes:
            switch share.of.answer(answers, view, row) {
            case .yes: return .value(1)
            case .no: return .value(0)
            case .open: return .open()
            case .leftOut(let reason): return .leftOut(reason)
            }
        }
    }

    /// Met is 1, breached is 0; open and already late is breached.
    private func withinTarget(_ from: Start, _ end: Int, _ view: ColumnView, _ row: Int) -> Outcome {
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

    private func holdsTarget(_ place: Int, _ view: ColumnView, _ row: Int) -> Outcome {
        let days = view.value(place, row)
        guard days != Self.missing else { return .leftOut(.missing(place)) }
        guard let level = levels.level(at: end) else { return .leftOut(.noTarget) }
        return .value(Double(days) * Double(Instant.day) / 1_000 >= level ? 1 : 0)
    }

    private func age(_ start: Int, _ view: ColumnView, _ row: Int) -> Outcome {
        guard let outcome = isOpenAtEnd(start, view, row) else { return .outside }
        if outcome.reason != nil { return outcome }
        return view.isDayOnly(start, row) ? .leftOut(.dayOnly(start)) : .value(end - view.value(start, row))
    }

    /// Nil when it was not open at the end of the period.
    private func isOpenAtEnd(_ start: Int, _ view: ColumnView, _ row: Int) -> Outcome? {
        let (begun, closed) = (view.value(start, row), view.value(Place.lastClosed.index, row))
        guard begun != Self.missing, begun < end, closed == Self.missing || closed >= end else { return nil }
        guard closed == Self.missing else { return .value(0) }
        let place = Place.lastClosed.index
        guard view.gives(place, row) else { return .leftOut(.notGiven(place)) }
        return view.isOpen(row) ? .value(0) : .leftOut(.missing(place))
    }
}
