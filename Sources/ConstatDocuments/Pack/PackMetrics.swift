import ConstatMetrics
import ConstatModel

/// The rows of the sheet of figures: each made by formulas from the sheets of records, beside what we computed.
struct PackMetrics {
    let measurements: [Measurement]
    let targets: Targets
    let period: Period
    let words: Words
    let ranges: FigureRanges
    /// Where rows begin.
    let firstRow: Int

    /// The columns, in the order of the head; a formula names others by their letters.
    private enum Column: Int {
        case metric, title, severity, unit, population, n, leftOut, open, check, value, constat, difference, p90, p95, mean, max
        case low, high, survival, survivalLow, survivalHigh, business, businessP90, target, better, recompute, definition, source

        var letters: String { SheetPrint.letters(rawValue) }
    }

    var rows: [[Cell]] { measurements.enumerated().map { row($0.element, firstRow + $0.offset) } }

    private func row(_ measurement: Measurement, _ line: Int) -> [Cell] {
        let metric = MetricCatalogue.metric(measurement.metric)
        let severity = measurement.group.first?.word
        let formulas = formulas(measurement.metric, severity)
        func at(_ column: Column) -> String { "\(column.letters)\(line)" }
        func count(_ formula: String, _ value: Int, _ sums: Column) -> Cell {
            if let parts = metric?.parts, !parts.isEmpty {
                return .formula("=" + parts.map { reference(sums, $0, severity) }.joined(separator: "+"), cached: Double(value))
            }
            return formulas.isEmpty ? .count(value) : .formula(formula, cached: Double(value))
        }
        let live = live(measurement, metric, formulas, line)
        let statistics = measurement.shown
        func hours(_ value: Int64?) -> Cell { value.map { .hours(Double($0)) } ?? .blank }
        func ranked(_ percent: Int, _ value: Int64?) -> Cell {
            guard let value else { return .blank }
            return formulas.ranked("INT((\(percent)*\(at(.n))+99)/100)", Double(value) / Double(Instant.hour))
        }
        let survival = measurement.isTooFew ? nil : measurement.survival
        let business = measurement.isTooFew ? nil : measurement.business
        let level = targets.level(measurement.metric, severity: severity.flatMap(Severity.init(word:)), at: period.start)
        let ends = interval(measurement, formulas, at(.n), at(.value))
        return [
            .text("\(measurement.metric) v\(measurement.version)"), .text(words.title(of: measurement.metric)),
            .text(severity.map { words.word("severity", $0) } ?? words("pack.all")), .text(unit(measurement.unit)),
            count(formulas.population, measurement.population, .population), count(formulas.n, measurement.n, .n),
            count(formulas.leftOut, measurement.leftOutCount, .leftOut), count(formulas.open, measurement.open, .open),
            .formula("=\(at(.population))-\(at(.n))-\(at(.leftOut))-\(at(.open))", cached: 0),
            live ?? .blank, figure(measurement.value, measurement.unit),
            live == nil ? .blank : .formula("=\(at(.value))-\(at(.constat))", cached: 0, as: .number),
            ranked(90, statistics.p90), ranked(95, statistics.p95),
            statistics.mean.map { formulas.mean($0 / Double(Instant.hour), at(.n)) } ?? .blank,
            statistics.max.map { formulas.largest(Double($0) / Double(Instant.hour)) } ?? .blank,
            ends.low, ends.high, hours(survival?.median), hours(survival?.low), hours(survival?.high),
            business?.median.map(Cell.hours) ?? .blank, hours(business?.p90), figure(level, measurement.unit),
            .text(words("better.\(metric?.better.rawValue ?? "neither")")), .text(recompute(measurement, hasFormula: live != nil)),
            .text(severity == nil ? metric?.definition[words.language] ?? "" : ""),
            .text(severity == nil ? metric?.source[words.language] ?? "" : ""),
        ]
    }

    /// The cell of the part of a composed metric that has the same severity; zero where it has none.
    private func reference(_ column: Column, _ part: String, _ severity: String?) -> String {
        let index = measurements.firstIndex { $0.metric == part && $0.group.first?.word == severity }
        return index.map { "\(column.letters)\(firstRow + $0)" } ?? "0"
    }

    private func formulas(_ metric: String, _ severity: String?) -> FigureFormulas {
        FigureFormulas(
            ranges[metric], severity: severity.map { $0 == "none" ? "" : words.word("severity", $0) }, words: words)
    }

    /// The headline as a formula; nil where there is none, or a spreadsheet cannot compute it.
    private func live(_ measurement: Measurement, _ metric: Metric?, _ formulas: FigureFormulas, _ line: Int) -> Cell? {
        guard let metric, let value = measurement.value else { return nil }
        let n = "\(Column.n.letters)\(line)"
        let severity = measurement.group.first?.word
        func cell(_ column: Column, _ part: Int) -> String { reference(column, metric.parts[part], severity) }
        switch metric.measure {
        case .uncovered: return nil
        case .count: return .formula("=\(n)", cached: value)
        case .breaches:
            let sums = metric.parts.map { part in
                "\(reference(.n, part, severity))-(\(self.formulas(part, severity).sum()))"
            }
            return .formula("=" + sums.joined(separator: "+"), cached: value)
        case .difference: return .formula("=\(cell(.n, 0))-\(cell(.n, 1))", cached: value)
        case .rate:
            let isSum = MetricCatalogue.metric(metric.parts[0]).map { $0.unit == .number || $0.unit == .total } ?? false
            return .formula("=\(cell(isSum ? .value : .n, 0))/\(cell(.n, 1))", cached: value, as: .number)
        case .interval, .days, .margin, .age: return formulas.isEmpty ? nil : formulas.median(value / Double(Instant.hour))
        case .share, .withinTarget, .holdsTarget:
            return formulas.isEmpty ? nil : .formula("=(\(formulas.sum()))/\(n)", cached: value, as: .share)
        case .sum: return formulas.isEmpty ? nil : .formula("=" + formulas.sum(), cached: value, as: .number)
        case .minutes: return formulas.isEmpty ? nil : .formula("=(\(formulas.sum()))/60", cached: value / Double(Instant.hour), as: .hours)
        case .sums:
            return formulas.isEmpty ? nil : .formula("=(\(formulas.sum()))/(\(formulas.sum(bases: true)))", cached: value, as: .share)
        }
    }

    /// Wilson's interval of a share, order statistics of a median.
    private func interval(_ measurement: Measurement, _ formulas: FigureFormulas, _ n: String, _ value: String) -> (low: Cell, high: Cell) {
        guard let interval = measurement.shownInterval else { return (.blank, .blank) }
        if measurement.unit == .milliseconds {
            guard !formulas.isEmpty else { return (.hours(interval.lowerBound), .hours(interval.upperBound)) }
            let rank = Measurement.medianRank(measurement.n)
            return (
                formulas.ranked("\(rank)", interval.lowerBound / Double(Instant.hour)),
                formulas.ranked("(\(n)-\(rank - 1))", interval.upperBound / Double(Instant.hour))
            )
        }
        let z = "1.959963984540054"
        let centre = "(\(value)+\(z)^2/(2*\(n)))"
        let half = "\(z)*SQRT(\(value)*(1-\(value))/\(n)+\(z)^2/(4*\(n)^2))"
        return (
            .formula("=MAX(0,(\(centre)-\(half))/(1+\(z)^2/\(n)))", cached: interval.lowerBound, as: .share),
            .formula("=MIN(1,(\(centre)+\(half))/(1+\(z)^2/\(n)))", cached: interval.upperBound, as: .share)
        )
    }

    private func figure(_ value: Double?, _ unit: Measurement.Unit) -> Cell {
        guard let value else { return .blank }
        switch unit {
        case .milliseconds, .total: return .hours(value)
        case .share: return .share(value)
        case .count: return .count(Int(value))
        case .number: return .number(value)
        }
    }

    private func unit(_ unit: Measurement.Unit) -> String {
        switch unit {
        case .milliseconds, .total: words("pack.hours")
        case .share: "%"
        case .count, .number: "n"
        }
    }

    private func recompute(_ measurement: Measurement, hasFormula: Bool) -> String {
        if !measurement.isMeasurable { return words("pack.recompute.nothing") }
        if measurement.isOfFewPeople { return words("pack.recompute.fewPeople") }
        if measurement.isTooFew { return words("pack.recompute.tooFew", ["fewest": "\(Measurement.fewest)"]) }
        if measurement.value == nil { return words("pack.recompute.nothing") }
        return words(hasFormula ? "pack.recompute.formula" : "pack.recompute.verify")
    }
}
