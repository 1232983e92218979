import ConstatModel

/// A metric made ready for a loop over rows: milestones as positions, targets as levels by severity.
struct Kernel {
    private enum Step {
        case count
        case interval(Start, end: Int)
        case share(Condition, among: Condition)
        case withinTarget(Start, end: Int)
        case age(start: Int)
    }

    /// Where an interval may begin: the first of up to four milestones that a record has.
    private struct Start {
        private let places: SIMD4<Int8>
        private let count: Int

        init(_ milestones: [Milestone]) {
            precondition((1...4).contains(milestones.count), "an interval begins at one of four milestones at most")
            var places = SIMD4<Int8>(repeating: -1)
            for (index, milestone) in milestones.enumerated() { places[index] = Int8(milestone.index) }
            (self.places, count) = (places, milestones.count)
        }

        var last: Int { Int(places[count - 1]) }

        @inline(__always)
        func first(_ view: ColumnView, _ row: Int) -> Int? {
            for index in 0..<count where view.has(Int(places[index]), row) { return Int(places[index]) }
            return nil
        }

        /// A step of the work may still come; what lies before the alert will not.
        @inline(__always)
        func mayCome(_ view: ColumnView, _ row: Int) -> Bool {
            for index in 0..<count {
                let place = Int(places[index])
                if place <= Milestone.raised.index || !view.gives(place, row) { return false }
            }
            return true
        }
    }

    private static let missing = RecordColumns.missing

    private let step: Step
    private let isConfirmedOnly: Bool
    private let isWork: Bool
    /// By the codes of tenants; set for each part of the records.
    var clocks: [Int32: BusinessClock] = [:]
    /// From when on, and by severity; not a number where there is no target.
    private var levels: [(from: Int64, levels: SIMD8<Double>)] = []
    /// The rows that belong to the period, by when they were raised; nil where a state is measured.
    private let raised: Range<Int64>?
    private let end: Int64
    private let asOf: Int64

    init(_ metric: Metric, in period: Period, targets: Targets, asOf: Instant) {
        (isConfirmedOnly, isWork) = (metric.population == .confirmed, metric.isWork)
        end = Evaluator.end(of: period, asOf: asOf).milliseconds
        self.asOf = asOf.milliseconds
        raised = metric.anchor == nil ? nil : period.start.milliseconds..<max(period.start.milliseconds, end)
        switch metric.measure {
        case .count: step = .count
        case .interval(let from, let to): step = .interval(Start(from), end: to.index)
        case .share(let condition, let base): step = .share(condition, among: base)
        case .withinTarget(let of, let from, let to):
            step = .withinTarget(Start(from), end: to.index)
            levels = targets[of].map { dated in
                var levels = SIMD8<Double>(repeating: .nan)
                for severity in Severity.allCases { levels[severity.rawValue] = dated.target.level(severity) ?? .nan }
                return (dated.from.milliseconds, levels)
            }
        case .age(let from): step = .age(start: from.index)
        }
    }

    func outcome(_ view: ColumnView, _ row: Int) -> Outcome {
        if let raised {
            let instant = view.instant(Milestone.raised.index, row)
            if instant == Self.missing || !raised.contains(instant) { return .outside }
        }
        if isConfirmedOnly {
            switch view.isConfirmed(row) {
            case .yes: break
            case .no, .open: return .outside
            case .leftOut(let reason): return .leftOut(reason)
            }
        }
        switch step {
        case .count: return .value(1)
        case .interval(let start, let end): return interval(start, end, view, row)
        case .share(let condition, let base): return share(condition, base, view, row)
        case .withinTarget(let start, let end): return withinTarget(start, end, view, row)
        case .age(let start): return age(start, view, row)
        }
    }

    private func interval(_ from: Start, _ end: Int, _ view: ColumnView, _ row: Int) -> Outcome {
        let done = view.instant(end, row)
        guard view.gives(end, row) || done != Self.missing else { return .leftOut(.notGiven(end)) }
        guard let start = from.first(view, row) else {
            if view.isOpen(row), from.mayCome(view, row) { return .open() }
            return .leftOut(view.gives(from.last, row) ? .missing(from.last) : .notGiven(from.last))
        }
        let begun = view.instant(start, row)
        guard done != Self.missing else {
            guard view.isOpen(row) else { return .leftOut(.missing(end)) }
            return .open(since: view.isDayOnly(start, row) || asOf < begun ? nil : asOf - begun)
        }
        if view.isDayOnly(start, row) { return .leftOut(.dayOnly(start)) }
        if view.isDayOnly(end, row) { return .leftOut(.dayOnly(end)) }
        guard done >= begun else { return .leftOut(.reversed(start, end)) }
        guard isWork, let clock = clocks[view.tenant(row)] else { return .value(done - begun) }
        return .value(done - begun, business: clock.open(from: begun, to: done))
    }

    private func share(_ condition: Condition, _ base: Condition, _ view: ColumnView, _ row: Int) -> Outcome {
        switch view.answer(base, row) {
        case .no: return .outside
        case .open: return .open()
        case .leftOut(let reason): return .leftOut(reason)
        case .yes:
            if case .yes = view.answer(condition, row) { return .value(1) }
            return .value(0)
        }
    }

    /// Met is 1, breached is 0; open and already late is breached.
    private func withinTarget(_ start: Start, _ end: Int, _ view: ColumnView, _ row: Int) -> Outcome {
        let severity = view.severity(row)
        guard severity != RecordColumns.none else {
            return .leftOut(view.absence(of: .severity, .severity, row))
        }
        let level = level(Int(severity), view.instant(Milestone.raised.index, row))
        guard !level.isNaN else { return .leftOut(.noTarget) }
        let outcome = interval(start, end, view, row)
        if outcome.isValue { return .value(Double(outcome.value) <= level ? 1 : 0) }
        if outcome.isOpen, outcome.value != Self.missing, Double(outcome.value) > level { return .value(0) }
        return outcome
    }

    /// The level that held when the record was raised.
    private func level(_ severity: Int, _ raised: Int64) -> Double {
        var level = Double.nan
        for dated in levels where dated.from <= raised { level = dated.levels[severity] }
        return level
    }

    private func age(_ start: Int, _ view: ColumnView, _ row: Int) -> Outcome {
        let (begun, closed) = (view.instant(start, row), view.instant(Milestone.lastClosed.index, row))
        guard begun != Self.missing, begun < end, closed == Self.missing || closed >= end else { return .outside }
        if closed == Self.missing {
            let place = Milestone.lastClosed.index
            guard view.gives(place, row) else { return .leftOut(.notGiven(place)) }
            guard view.isOpen(row) else { return .leftOut(.missing(place)) }
        }
        return view.isDayOnly(start, row) ? .leftOut(.dayOnly(start)) : .value(end - begun)
    }
}
