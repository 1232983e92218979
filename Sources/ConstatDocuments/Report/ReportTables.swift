import ConstatControls
import ConstatMetrics
import ConstatModel
import ConstatNotification

/// A table as a page shows it: the first column is text, `isNumber` says which others are.
struct PageTable {
    struct Cell {
        let text: String
        let style: String
    }

    struct Line { let cells: [Cell] }

    let head: [Cell]
    let rows: [Line]

    init(_ head: [String], numbers: Set<Int>, _ rows: [[String]]) {
        func cells(_ texts: [String]) -> [Cell] {
            texts.enumerated().map { Cell(text: $0.element, style: numbers.contains($0.offset) ? "num" : "") }
        }
        self.head = cells(head)
        self.rows = rows.map { Line(cells: cells($0)) }
    }

    var isEmpty: Bool { rows.isEmpty }
}

/// The tables of the monthly page.
struct ReportTables {
    let data: ReportData
    let words: Words

    private var language: Language { words.language }

    var volume: PageTable {
        let severities = data.severities
        let rows = zip(data.months, data.volumes).map { month, counts in
            [words.name(of: month)]
                + severities.map { severity in
                    Figure.count(counts.first { $0.group.first?.word == severity }?.n ?? 0)
                }
        }
        return PageTable(
            [words("report.month")] + severities.map { words.word("severity", $0) }, numbers: Set(1...max(severities.count, 1)), rows)
    }

    /// Median and P90 of a duration per month.
    func times(_ metric: String) -> PageTable {
        let rows = zip(data.months, data.monthly).map { month, measurements in
            let measurement = measurements.first { $0.metric == metric }
            return [
                words.name(of: month), Figure.duration(measurement?.shown.median, language),
                Figure.duration(measurement?.shown.p90, language), Figure.count(measurement?.n ?? 0),
            ]
        }
        return PageTable([words("report.month"), words("report.median"), "P90", "n"], numbers: [1, 2, 3], rows)
    }

    var levels: PageTable {
        let rows = data.definition.serviceLevels.flatMap { id in
            data.levels.filter { $0.metric == id }.sorted { rank($0) > rank($1) }.map { row($0) }
        }
        return PageTable(words.list("report.levelsHead"), numbers: [3, 4, 5, 6], rows)
    }

    private func rank(_ measurement: Measurement) -> Int {
        measurement.group.first.flatMap { Severity(word: $0.word) }?.rawValue ?? -1
    }

    private func row(_ measurement: Measurement) -> [String] {
        let severity = measurement.group.first?.word ?? "none"
        let target = MetricCatalogue.metric(measurement.metric).flatMap { metric -> Double? in
            guard case .withinTarget(let of, _, _) = metric.measure else { return nil }
            return data.targets.level(of, severity: Severity(word: severity), at: data.period.start)
        }
        return [
            words.title(of: measurement.metric), words.word("severity", severity), Figure.duration(target, language),
            Figure.value(measurement, language), Figure.count(measurement.n), Figure.count(measurement.open),
            Figure.count(measurement.leftOutCount),
        ]
    }

    var incidents: PageTable {
        let rows = data.incidents.prefix(data.definition.mostIncidents).map { incident in
            let record = incident.record
            let name = [record.number.map { "#\($0)" } ?? record.native, record.title ?? ""].joined(separator: " · ")
            return [
                name, record.severity.map { words.word("severity", $0.word) } ?? "",
                record.milestones[.raised].map { words.stamp($0, data.period.zone) } ?? "",
                duration(record, .firstActivity, .raised), duration(record, .raised, .contained),
                words(record.status?.isOpen ?? true ? "report.openState" : "report.closedState"),
            ]
        }
        return PageTable(words.list("report.incidentsHead"), numbers: [3, 4], Array(rows))
    }

    private func duration(_ record: Record, _ from: Milestone, _ to: Milestone) -> String {
        guard let start = record.milestones[from], let end = record.milestones[to], !start.precision.isCoarse,
            !end.precision.isCoarse, end.instant >= start.instant
        else { return Figure.nothing }
        return Figure.duration(end.instant.milliseconds - start.instant.milliseconds, language)
    }

    var clocks: PageTable {
        let rows = data.clocks.map { entry in
            [
                "\(words.regime(entry.clock.regime.id)) · \(entry.clock.stage.title[language]) · #\(entry.record.number ?? entry.record.native)",
                words.dateTime(entry.clock.limit, data.period.zone),
                entry.clock.submitted.map { words.dateTime($0.submittedAt, data.period.zone) } ?? Figure.nothing,
                Figure.duration(entry.clock.submitted.map { entry.clock.limit.milliseconds - $0.submittedAt.milliseconds }, language),
                entry.clock.deadline.rule.article[language], words("report.clockState.\(entry.clock.state.rawValue)"),
            ]
        }
        return PageTable(words.list("report.clocksHead"), numbers: [3], rows)
    }

    var exceptions: PageTable {
        let shown = (data.monthly.last ?? []).filter { data.definition.metrics.contains($0.metric) }
        let rows = shown.flatMap { measurement in
            measurement.leftOut.sorted { $0.key < $1.key }.map {
                [words.title(of: measurement.metric), words.reason($0.key), Figure.count($0.value)]
            }
        }
        return PageTable(words.list("report.exceptionsHead"), numbers: [2], rows)
    }

    /// Those whose value changed; where the counts alone did, the pack tells.
    var restatements: PageTable {
        let rows = data.restatements.filter { $0.isOfValue && data.definition.metrics.contains($0.key.metric) }.map { restatement in
            func figure(_ measurement: Measurement?) -> String {
                measurement.map { "\(Figure.value($0, language)) (n \(Figure.count($0.n)))" } ?? Figure.nothing
            }
            return [
                restatement.freeze.period, words.title(of: restatement.key.metric),
                restatement.key.group.map { words.word("severity", $0.word) }.joined(separator: " "), figure(restatement.old),
                figure(restatement.new), words.causes(restatement.causes),
            ]
        }
        return PageTable(words.list("report.restatementsHead"), numbers: [3, 4], rows)
    }

    var controls: PageTable {
        let rows = data.evidence.map { entry in
            func count(_ wanted: Set<ControlEvidence.Status>) -> String {
                Figure.count(entry.controls.filter { wanted.contains($0.status) }.count)
            }
            return [entry.framework.title[language], count([.supports, .partlySupports]), count([.noData]), count([.doesNotShow])]
        }
        return PageTable(words.list("report.controlsHead"), numbers: [1, 2, 3], rows)
    }

    var imports: PageTable {
        let rows = data.receipts.map { receipt in
            func count(_ number: Int) -> String { receipt.isShared(with: data.tenant) ? Figure.nothing : Figure.count(number) }
            return [
                receipt.file, receipt.profile, count(receipt.counts.rows), count(receipt.counts.refused),
                count(receipt.remarkCount), String(receipt.sha256.prefix(16)) + "…",
            ]
        }
        return PageTable(words.list("report.importsHead"), numbers: [2, 3, 4], rows)
    }
}

extension ReportData {
    /// The severities that occur in the trend, the lowest first, `none` before all.
    var severities: [String] {
        let seen = Set(volumes.flatMap { $0.compactMap(\.group.first?.word) })
        return (["none"] + Severity.allCases.map(\.word)).filter(seen.contains)
    }
}
