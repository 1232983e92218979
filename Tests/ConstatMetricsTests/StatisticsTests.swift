import ConstatTesting
import Testing

@testable import ConstatMetrics

/// Against SciPy 1.17 (binomial distribution) and lifelines 0.30 (KaplanMeierFitter, median_survival_times).
struct StatisticsTests {
    @Test(arguments: [
        (1, 0), (5, 0), (6, 1), (9, 2), (10, 2), (20, 6), (41, 14), (100, 40), (999, 469), (100000, 49690), (10000000, 4996901),
    ])
    func `the rank of a median's interval`(count: Int, rank: Int) { #expect(Intervals.medianRank(count) == rank) }

    struct Case: Sendable {
        let values: [Int64]
        let open: [Int64]
        let median: Int64?
        let low: Int64?
        let high: Int64?
    }

    @Test(arguments: [
        Case(
            values: [9, 23, 25, 27, 31, 33, 35, 37],
            open: [], median: 27, low: 9, high: 35),
        Case(
            values: [10, 18, 19, 20, 23, 25, 28, 29, 31, 32, 39],
            open: [14, 20, 22, 39], median: 28, low: 19, high: 32),
        Case(
            values: [2, 4, 7, 8, 8, 11, 15, 19, 20, 20, 20, 21, 24, 25, 25, 26, 28, 29, 35, 35, 37, 38, 39],
            open: [1, 10, 22, 29, 29, 33, 34], median: 25, low: 20, high: 35),
        Case(
            values: [2, 3, 3, 5, 8, 15, 15, 17, 17, 21, 35, 35, 37, 38],
            open: [
                1, 2, 2, 3, 4, 5, 8, 9, 10, 10, 11, 13, 14, 14, 15, 17, 17, 18, 19, 19, 22, 22, 22, 23, 23, 23, 24, 26, 26, 27, 27, 28, 29,
                29, 30, 30, 30, 32, 34, 34, 35, 36, 36, 38, 38, 39,
            ], median: 38, low: 35, high: nil),
        Case(
            values: [10, 17, 19, 21, 25, 25, 30],
            open: [], median: 21, low: 10, high: 25),
        Case(values: [], open: [1, 2, 3], median: nil, low: nil, high: nil), Case(values: [], open: [], median: nil, low: nil, high: nil),
    ])
    func `the median when some are still open`(known: Case) {
        let estimate = KaplanMeier(sorted: known.values, open: known.open)
        #expect(estimate.median == known.median)
        #expect(estimate.low == known.low)
        #expect(estimate.high == known.high)
    }

    @Test(arguments: 1...20)
    func `without open ones the median is the lower middle one, and those who wait make it no shorter`(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let values = (0..<Int.random(in: 1...40, using: &generator)).map { _ in Int64.random(in: 1...20, using: &generator) }
        let estimate = KaplanMeier(sorted: values.sorted(), open: [])
        #expect(estimate.median == values.sorted()[(values.count - 1) / 2])
        let later = KaplanMeier(sorted: values.sorted(), open: Array(repeating: 100, count: 3))
        #expect(later.median.map { $0 >= estimate.median ?? 0 } ?? true)
    }
}
