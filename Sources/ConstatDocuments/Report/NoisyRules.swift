import ConstatMetrics
import ConstatModel

/// Rules by the false positives they raised in the period.
struct NoisyRules {
    let ranked: [(name: String, measurement: Measurement)]
    /// False positives of all rules, and of alerts without one.
    let all: Int

    init(_ data: ReportData) {
        let groups = data.figures.groups(FigureAsk.noisy, data.period, by: .rule)
        ranked = groups.filter { ($0.numerator ?? 0) > 0 && $0.group.first?.word != "none" }
            .sorted { ($1.numerator ?? 0, $0.groupWord) < ($0.numerator ?? 0, $1.groupWord) }
            .map { ($0.group.first?.word ?? "", $0) }
        all = groups.reduce(0) { $0 + ($1.numerator ?? 0) }
    }

    /// The false positives of the first so many.
    func sum(of count: Int) -> Int { ranked.prefix(count).reduce(0) { $0 + ($1.measurement.numerator ?? 0) } }
}
