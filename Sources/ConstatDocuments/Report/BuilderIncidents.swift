import ConstatMetrics
import ConstatModel
import ConstatNotification

/// Incidents, their courses, their clocks, and what came again.
extension ReportBuilder {
    /// Incidents of which the whole course is drawn.
    private static let mostCourses = 3

    func incidents(_ severity: Severity, _ most: Int, _ title: String?) -> ReportPage.Part {
        // A confirmed case that nobody gave a severity may be a grave one: it is shown.
        let grave = data.facts.incidents.filter { ($0.record.severity ?? severity).rawValue >= severity.rawValue }
        guard !grave.isEmpty else {
            return ReportPage.Part(lines: [words("report.incidentsNone", ["severity": words.word("severity", severity.word)])])
        }
        let rows = grave.prefix(most).map { incident in
            let record = incident.record
            return [
                PageCell([caseName(record), record.title ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")),
                PageCell(words.word("severity", record.severity?.word ?? "none")),
                PageCell(record.milestones[.raised].map { words.stamp($0, zone) } ?? Figure.nothing, style: "nowrap"),
                duration(record, .firstActivity, .raised), duration(record, .raised, .contained),
                duration(record, .raised, .lastClosed),
                PageCell(words(record.status?.isOpen ?? true ? "report.openState" : "report.closedState")),
            ]
        }
        let table = PageTable(title ?? words("report.incidents"), words.list("report.incidentsHead"), numbers: [3, 4, 5], Array(rows))
        let courses = grave.filter { points($0.record).count > 2 }.prefix(Self.mostCourses).map(course)
        let rest = grave.count - rows.count
        return ReportPage.Part(
            tables: [table], courses: Array(courses), lines: more(rest))
    }

    private func duration(_ record: Record, _ from: Milestone, _ to: Milestone) -> PageCell {
        guard let start = record.milestones[from], let end = record.milestones[to], !start.precision.isCoarse,
            !end.precision.isCoarse, end.instant >= start.instant
        else { return PageCell(Figure.nothing, style: "num") }
        return .duration(Double(end.instant.milliseconds - start.instant.milliseconds), language)
    }

    /// What is known to the minute, in order; what happened at one instant stands together.
    private func points(_ record: Record) -> [Course.Point] {
        let known = Milestone.allCases.compactMap { milestone -> (Instant, String)? in
            guard let stamp = record.milestones[milestone], !stamp.precision.isCoarse else { return nil }
            return (stamp.instant, words.word("milestone", milestone.rawValue))
        }
        return Dictionary(grouping: known, by: { $0.0 }).sorted { $0.key < $1.key }.map { instant, names in
            let shown = names.prefix(2).map(\.1).joined(separator: ", ") + (names.count > 2 ? " …" : "")
            return Course.Point(instant: instant, name: shown, time: words.shortTime(instant, zone))
        }
    }

    private func course(_ incident: ReportFacts.Incident) -> ReportPage.Course {
        let record = incident.record
        let caption = words("report.course", ["case": caseName(record)])
        let lanes = incident.clocks.map { clock in
            Course.Lane(
                name: words.regime(clock.regime.id), text: text(clock), from: clock.deadline.anchor.instant, to: clock.limit,
                sent: clock.submitted.map { ($0.submittedAt, clock.state == .submittedLate) })
        }
        let svg = Course(title: caption, points: points(record), lanes: lanes, language: language).svg()
        let rows = points(record).map { [PageCell($0.name), PageCell(words.dateTime($0.instant, zone), cell: .date($0.instant))] }
        return ReportPage.Course(
            caption: caption, svg: svg, table: PageTable(caption, words.list("report.courseHead"), rows), tableWord: words("report.table"))
    }

    private func text(_ clock: Clock) -> String {
        let state = words("report.clockState.\(clock.state.rawValue)")
        let last =
            clock.margin.map { words("report.margin", ["time": Figure.duration($0, language)]) }
            ?? words("report.due", ["time": words.shortTime(clock.limit, zone)])
        return [clock.stage.title[language], state, last].joined(separator: " · ")
    }

    func clocks(_ title: String?) -> ReportPage.Part {
        let rows = data.facts.clocks.map { entry in
            let clock = entry.clock
            return [
                PageCell("\(words.regime(clock.regime.id)) · \(clock.stage.title[language]) · \(caseName(entry.record))"),
                PageCell(words.dateTime(clock.limit, zone), style: "nowrap", cell: .date(clock.limit)),
                clock.submitted.map { PageCell(words.dateTime($0.submittedAt, zone), style: "nowrap", cell: .date($0.submittedAt)) }
                    ?? PageCell(Figure.nothing),
                .duration(clock.margin.map(Double.init), language), PageCell(clock.deadline.rule.article[language]),
                PageCell(
                    words("report.clockState.\(clock.state.rawValue)"),
                    style: [.overdue, .submittedLate].contains(clock.state) ? "bad" : ""),
            ]
        }
        let table = PageTable(title ?? words("report.clocks"), words.list("report.clocksHead"), numbers: [3], rows)
        return ReportPage.Part(
            tables: rows.isEmpty ? [] : [table],
            lines: data.facts.decisionsNotToNotify.map { "#\($0.caseName) · \(words.decision($0.entry, zone))" })
    }

    func recurring(_ title: String?) -> ReportPage.Part {
        guard let causes = data.facts.recurring, causes.confirmed > 0 else { return ReportPage.Part() }
        let base = words(
            "report.recurringBase", ["confirmed": Figure.count(causes.confirmed), "without": Figure.count(causes.withoutCause)])
        guard !causes.groups.isEmpty else { return ReportPage.Part(lines: [words("report.recurringNone") + " " + base]) }
        let rows = causes.groups.map { group in
            [
                PageCell(group.cause), .count(group.cases.count), PageCell(group.cases.map(caseName).joined(separator: ", ")),
                PageCell(
                    group.cases.compactMap { $0.milestones[.raised] }.map { words.stamp(Stamp($0.instant, .day), zone) }
                        .joined(separator: ", ")),
            ]
        }
        let table = PageTable(title ?? words("report.recurring"), words.list("report.recurringHead"), numbers: [1], rows)
        return ReportPage.Part(tables: [table], lines: [base])
    }
}
