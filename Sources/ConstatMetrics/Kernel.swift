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

    static let missing = RecordColumns.missing

    private let step: Step
    private let isAge: Bool
    /// Of a day alone noon decides: it lies on that day in every zone. Alerts and cases are read by the instant they were raised.
    private let countsDays: Bool
    /// Amounts below zero are credits; of all else they are errors.
    private let maySubtract: Bool
    private let population: Questions
    /// Of a share: what is asked of the records that count, and which do.
    private let share: (of: Questions, among: Questions)
    let isWork: Bool
    let levels: TargetLevels
    private let anchor: Anchor
    /// The instants that belong to the period.
    private let range: Range<Int64>
    let end: Int64
    let asOf: Int64
    let zone: Zone
    var answers: Answers

    init(_ metric: Metric, in period: Period, targets: Targets, asOf: Instant) {
        (isWork, countsDays) = (metric.isWork, !metric.kind.isMain || metric.anchor != .at(.raised))
        maySubtract = metric.kind == .cost
        if case .age = metric.measure { isAge = true } else { isAge = false }
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
            let isDay = countsDays && view.isDayOnly(place.index, row)
            if instant == Self.missing || !range.contains(isDay ? instant + Instant.day / 2 : instant) {
                return .outside
            }
        case .end:
            if !isThere(view, row) { return .outside }
            if !isAge, view.isDone(row), !view.has(Place.lastClosed.index, row) { return .leftOut(.missing(Place.lastClosed.index)) }
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
            if value == Self.missing { return .leftOut(.missing(place)) }
            return value < 0 && !maySubtract ? .leftOut(.negative(place)) : .value(value)
        case .sums(let place, let per):
            let (value, base) = (view.value(place, row), view.value(per, row))
            if value == Self.missing { return .leftOut(.missing(place)) }
            if base == Self.missing { return .leftOut(.missing(per)) }
            if value < 0 || base < 0 { return .leftOut(.negative(value < 0 ? place : per)) }
            return value > base ? .leftOut(.exceeds(place, per)) : .value(value, base)
        }
    }

    /// At the end of the period, as far as anybody knows.
    private func isThere(_ view: ColumnView, _ row: Int) -> Bool {
        let (begun, closed) = (view.value(Place.raised.index, row), view.value(Place.lastClosed.index, row))
        return (begun == Self.missing || begun < end) && (closed == Self.missing || closed >= end)
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

    private func age(_ start: Int, _ view: ColumnView, _ row: Int) -> Outcome {
        guard let outcome = isOpenAtEnd(start, view, row) else { return .outside }
        if outcome.reason != nil { return outcome }
        return view.isDayOnly(start, row) ? .leftOut(.dayOnly(start)) : .value(end - view.value(start, row))
    }

    /// Nil when it was not open at the end of the period.
    private func isOpenAtEnd(_ start: Int, _ view: ColumnView, _ row: Int) -> Outcome? {
        let (begun, closed) = (view.value(start, row), view.value(Place.lastClosed.index, row))
        guard begun != Self.missing, begun < end, closed == Self.missing || closed >= end else { return nil }
        if let outcome = wasClosedBetween(view, row) { return outcome.isOutside ? nil : outcome }
        guard closed == Self.missing else { return .value(0) }
        let place = Place.lastClosed.index
        guard view.gives(place, row) else { return .leftOut(.notGiven(place)) }
        return view.isOpen(row) ? .value(0) : .leftOut(.missing(place))
    }

    /// Closed before the end and opened again: only when that was tells whether it was open at the end; nil where nothing says so.
    private func wasClosedBetween(_ view: ColumnView, _ row: Int) -> Outcome? {
        let (first, last) = (view.value(Place.firstClosed.index, row), view.value(Place.lastClosed.index, row))
        guard first != Self.missing, first < end, first != last else { return nil }
        let reopened = view.value(Place.reopened.index, row)
        if reopened == Self.missing { return .leftOut(view.absence(of: Place.reopened.index, row)) }
        return reopened >= end ? .outside : nil
    }
}
