import ConstatModel

/// The targets of a metric made ready for a loop over rows: from when on, and by severity.
struct TargetLevels {
    static let severity = Place.told("severity").index

    private struct Level {
        let from: Int64
        /// Not a number where there is no target; in the last place the one that is for all.
        let levels: SIMD8<Double>
        let clock: Targets.Clock
    }

    private let all: [Level]

    /// None for a metric that is not held against a target.
    init(_ metric: Metric, _ targets: Targets) {
        switch metric.measure {
        case .withinTarget(let of, _, _), .holdsTarget(let of, _): all = targets[of].map(Self.level)
        default: all = []
        }
    }

    private static func level(_ dated: Targets.Dated) -> Level {
        var levels = SIMD8<Double>(repeating: .nan)
        for severity in Severity.allCases { levels[severity.rawValue] = dated.target.level(severity) ?? .nan }
        levels[7] = dated.target.level(nil) ?? .nan
        return Level(from: dated.from.milliseconds, levels: levels, clock: dated.clock)
    }

    /// What held for a severity at an instant; nil where nothing did.
    func level(_ severity: Int, at instant: Int64) -> (level: Double, clock: Targets.Clock)? {
        guard let last = all.last(where: { $0.from <= instant }), !last.levels[severity].isNaN else { return nil }
        return (last.levels[severity], last.clock)
    }

    /// What held for all at an instant; nil where nothing did.
    func level(at instant: Int64) -> Double? { level(7, at: instant)?.level }
}
