import ConstatMetrics
import ConstatModel

/// A cell of a page's table: its words, and what other formats make of it.
struct PageCell {
    /// As a person reads it.
    let text: String
    /// `num`, `good`, `bad` and so on; empty for plain text.
    var style = ""
    /// What a spreadsheet holds.
    var cell: Cell
    /// Where it leads; at most one.
    var links: [String] = []
    /// Which figure it is; at most one.
    var marks: [FigureMark] = []

    init(_ text: String, style: String = "", cell: Cell? = nil) {
        let text = text.plainInPage
        (self.text, self.style) = (text, style)
        self.cell = cell ?? (text.isEmpty || text == Figure.nothing ? .blank : .text(text))
    }

    /// A number of records.
    static func count(_ number: Int?) -> PageCell {
        guard let number else { return PageCell(Figure.nothing, style: "num") }
        return PageCell(Figure.count(number), style: "num", cell: .count(number))
    }

    /// A duration in milliseconds.
    static func duration(_ milliseconds: Double?, _ language: Language) -> PageCell {
        PageCell(Figure.duration(milliseconds, language), style: "num", cell: milliseconds.map(Cell.hours) ?? .blank)
    }

    /// The headline of a measurement.
    static func figure(_ measurement: Measurement?, _ language: Language) -> PageCell { figure(measurement, .value, language) }

    /// One number of a measurement, with the mark that says which.
    static func figure(_ measurement: Measurement?, _ statistic: FigureMark.Statistic, _ language: Language) -> PageCell {
        guard let measurement, let value = statistic.value(of: measurement) else { return PageCell(Figure.nothing, style: "num") }
        let unit = statistic.isCount ? .count : measurement.unit
        let text = unit == .share ? Figure.share(value, language) : Figure.level(value, unit, language)
        var cell = PageCell(text, style: "num", cell: Cell(value, unit))
        cell.marks = [FigureMark(measurement, statistic, value)]
        return cell
    }
}

/// Which number of which measurement a text on a page is.
struct FigureMark {
    /// The numbers of a measurement that pages show, by the keys of `constat metrics --format json`.
    enum Statistic: String {
        case value, p90, n, open, leftOut, numerator, low95, high95

        var isCount: Bool { [.n, .open, .leftOut, .numerator].contains(self) }

        /// Nil for what is not known: then nothing was counted either.
        func value(of measurement: Measurement) -> Double? {
            guard measurement.isMeasurable else { return nil }
            return switch self {
            case .value: measurement.value
            case .p90: measurement.shown.p90.map(Double.init)
            case .n: Double(measurement.n)
            case .open: Double(measurement.open)
            case .leftOut: Double(measurement.leftOutCount)
            case .numerator: measurement.isOfFewPeople ? nil : measurement.numerator.map(Double.init)
            case .low95: measurement.shownInterval?.lowerBound
            case .high95: measurement.shownInterval?.upperBound
            }
        }
    }

    let metric: String
    let statistic: String
    let period: String
    /// `severity=high`; empty for the whole.
    let group: String
    /// The same in an address.
    let groupInAddress: String
    /// Not rounded: milliseconds, a share from 0 to 1, a number.
    let number: String
    /// Whether it leads to the figure's records in a dashboard, and to which of them: the other numbers stand on the same page.
    let leads: [String]
    let show: String

    init(_ measurement: Measurement, _ statistic: Statistic, _ value: Double) {
        (metric, self.statistic, period) = (measurement.metric, statistic.rawValue, measurement.period.name)
        group = measurement.group.map { "\($0.dimension)=\($0.word)" }.joined(separator: " ")
        groupInAddress = group.inAddress
        leads = [.value, .open, .leftOut].contains(statistic) ? [""] : []
        show = [.open, .leftOut].contains(statistic) ? statistic.rawValue : ""
        number = value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
    }
}

extension Cell {
    init(_ value: Double, _ unit: Measurement.Unit) {
        switch unit {
        case .milliseconds, .total: self = .hours(value)
        case .share: self = .share(value)
        case .count: self = .count(Int(value))
        case .number: self = .number(value)
        }
    }
}
