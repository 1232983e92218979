import ConstatModel

extension Kernel {
    func interval(_ from: Start, _ end: Int, _ view: ColumnView, _ row: Int) -> Outcome {
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

    func days(_ start: Int, _ end: Int, _ view: ColumnView, _ row: Int) -> Outcome {
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

    func margin(_ start: Int, _ end: Int, _ view: ColumnView, _ row: Int) -> Outcome {
        let (begun, done, missing) = ends(start, end, view, row)
        if let missing { return missing }
        if let reason = isCoarse(start, end, view, row) { return .leftOut(reason) }
        return .value(done - begun)
    }
}
