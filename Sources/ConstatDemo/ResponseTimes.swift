/// How long the work takes: medians that improve slowly over the year, longer when few people are there.
enum ResponseTimes {
    /// From the queue to the first human action.
    static func acknowledge(_ severity: Severity, at instant: Instant, _ random: inout SplitMix64) -> Int64 {
        let factor = [0.33, 0.55, 0.95, 1.2][4 - severity.rawValue]
        let median = Period.between(17.2, 10.9, at: instant) * factor * Staffing(at: instant).slowness
        let isForgotten = random.chance(0.02)
        return minutes(median * (isForgotten ? 7 : 1), 0.72, at: instant, &random)
    }

    /// From the first human action to the verdict on an alert.
    static func triage(_ severity: Severity, at instant: Instant, _ random: inout SplitMix64) -> Int64 {
        let factor = [1.3, 1.2, 1, 0.85][4 - severity.rawValue]
        return minutes(Period.between(38, 27, at: instant) * factor, 0.95, at: instant, &random)
    }

    /// From the first activity to the case.
    static func detect(isExternal: Bool, at instant: Instant, _ random: inout SplitMix64) -> Int64 {
        let hours = Period.between(6.2, 3.3, at: instant) * (isExternal ? 9 : 1)
        return min(random.length(ofMedian: hours * 60, 1.25), 150 * .day)
    }

    static func contain(_ severity: Severity, at instant: Instant, _ random: inout SplitMix64) -> Int64 {
        let factor = [0.5, 0.8, 1.15, 1.5][4 - severity.rawValue]
        let slowness = (1 + Staffing(at: instant).slowness) / 2
        return minutes(Period.between(178, 128, at: instant) * factor * slowness, 0.7, at: instant, &random)
    }

    /// From the case to its closing.
    static func resolve(_ severity: Severity, at instant: Instant, _ random: inout SplitMix64) -> Int64 {
        let factor = [0.5, 0.85, 1.05, 1.3][4 - severity.rawValue]
        return minutes(Period.between(46, 35, at: instant) * 60 * factor, 0.75, at: instant, &random)
    }

    private static func minutes(
        _ median: Double, _ sigma: Double, at instant: Instant, _ random: inout SplitMix64
    ) -> Int64 {
        random.length(ofMedian: median * Staffing.season(at: instant), sigma)
    }
}

extension SplitMix64 {
    /// A length of time, in milliseconds.
    ///
    /// - Parameter minutes: the median, in minutes.
    mutating func length(ofMedian minutes: Double, _ sigma: Double) -> Int64 {
        max(Int64(spread(minutes, sigma) * 60_000), 500)
    }
}
