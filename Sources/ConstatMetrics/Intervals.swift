import Foundation

/// 95 % intervals, to tell a difference from noise.
enum Intervals {
    /// The 97.5 % point of the normal distribution.
    static let z = 1.959963984540054

    /// Wilson's score interval of a share; nil for no values.
    static func wilson(_ successes: Int, of count: Int) -> ClosedRange<Double>? {
        guard count > 0 else { return nil }
        let n = Double(count)
        let share = Double(successes) / n
        let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
        let half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        // None and all are exact ends, whatever the rounding.
        return (successes == 0 ? 0 : Swift.max(0, centre - half))...(successes == count ? 1 : Swift.min(1, centre + half))
    }

    /// The interval of a median by order statistics: the innermost pair of values, as far from both ends, between which the median
    /// lies with 95 % at least, by the binomial distribution; nil below six values, where no pair does.
    static func median(sorted values: [Int64]) -> ClosedRange<Double>? {
        let rank = medianRank(values.count)
        guard rank > 0 else { return nil }
        return Double(values[rank - 1])...Double(values[values.count - rank])
    }

    /// The largest rank, from 1, below which the median lies with 2.5 % at most; 0 when there is none.
    static func medianRank(_ count: Int) -> Int {
        guard count > 0 else { return 0 }
        let n = Double(count)
        // Chances far below the middle are too small to matter, and to be told from zero.
        let first = Swift.max(0, Int(n / 2 - 8 * n.squareRoot()))
        let below = Double(first)
        let ways: Double = lgamma(n + 1) - lgamma(below + 1) - lgamma(n - below + 1)
        var chance = exp(ways - n * log(2))
        var (sum, rank) = (chance, first)
        while sum <= 0.025 {
            rank += 1
            let (left, place) = (Double(count - rank + 1), Double(rank))
            chance *= left / place
            sum += chance
        }
        return rank
    }
}
