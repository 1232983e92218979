public import ConstatModel

/// What another tool shows under words that Constat uses too, as a metric of ours that computes the same.
public struct VendorMetric: Sendable {
    /// What the tool shows: a middle value, or the arithmetic mean.
    public enum Statistic: String, Sendable { case mean, median, share }

    /// The tool's own name of the figure.
    public let name: String
    /// The nearest metric of ours.
    public let ours: Metric
    /// What theirs computes.
    public let theirs: Metric
    /// How the tool sums it up.
    public let statistic: Statistic
    /// What to know about it.
    public let note: Localized

    /// - Parameters:
    ///   - population: what its records must be.
    ///   - anchor: the instant that decides about the period.
    public init(
        name: String, tool: String, ours: Metric, kind: RecordKind, population: Condition, anchor: Place, measure: Measure,
        statistic: Statistic, note: Localized
    ) {
        (self.name, self.ours, self.statistic, self.note) = (name, ours, statistic, note)
        theirs = Metric(
            id: "\(tool): \(name)", title: Localized(en: name, fr: name), definition: note, kind: kind, population: [population],
            anchor: .at(anchor), measure: measure, better: ours.better, source: Localized(en: tool, fr: tool))
    }

    /// The figure as the tool would show it, however few records there are; nil of none.
    public func figure(of measurement: Measurement) -> Double? {
        switch statistic {
        case .mean: measurement.statistics.mean
        case .median: measurement.statistics.median
        case .share: measurement.n == 0 ? nil : measurement.numerator.map { Double($0) / Double(measurement.n) }
        }
    }
}

extension VendorMetric {
    /// The measure of the words in `Controls/vendors.yaml`; nil for words that are not known.
    public static func share(of word: String, among base: String) -> Measure? {
        let of: [String: Condition] = [
            "falsePositive": .isFalsePositive, "benign": .isBenign, "truePositive": .isTruePositive, "nonMalicious": .isNotMalicious,
        ]
        guard let of = of[word], let among = condition(base) else { return nil }
        return .share(of: of, among: among)
    }

    /// The condition of a word for a population; nil for a word that is not known.
    public static func condition(_ word: String) -> Condition? {
        switch word {
        case "all": .any
        case "closed": .has(.lastClosed)
        case "truePositive": .isTruePositive
        case "judged": .isJudged
        default: nil
        }
    }
}
