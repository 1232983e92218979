import Foundation

/// How long it takes when some have not got there yet: the product-limit estimate of Kaplan and Meier, its median, and the
/// median's 95 % interval by Greenwood's variance of log(−log S).
struct KaplanMeier {
    /// The smallest duration by which half have got there; nil when the data do not reach it.
    private(set) var median: Int64?
    /// The ends of the median's interval; nil where the data do not reach it.
    private(set) var low: Int64?
    private(set) var high: Int64?

    /// - Parameters:
    ///   - values: durations of those that got there, in rising order.
    ///   - open: for how long the others have been waiting, in rising order.
    init(sorted values: [Int64], open: [Int64]) {
        var (survival, variance) = (1.0, 0.0)
        var (done, gone) = (0, 0)
        while done < values.count, median == nil || high == nil {
            let time = values[done]
            // Who waits exactly as long has still been waiting then.
            while gone < open.count, open[gone] < time { gone += 1 }
            let atRisk = Double(values.count - done + open.count - gone)
            var next = done
            while next < values.count, values[next] == time { next += 1 }
            let ended = Double(next - done)
            done = next
            survival *= 1 - ended / atRisk
            variance += ended < atRisk ? ended / (atRisk * (atRisk - ended)) : 0
            reach(time, ended < atRisk ? survival : 0, variance)
        }
    }

    private static let half = 0.5 + 1e-12

    private mutating func reach(_ time: Int64, _ survival: Double, _ variance: Double) {
        if median == nil, survival <= Self.half { median = time }
        guard survival > 0 else {
            low = low ?? time
            return
        }
        let logarithm = log(survival)
        let spread = Intervals.z * variance.squareRoot() / logarithm
        if low == nil, exp(-exp(log(-logarithm) - spread)) <= Self.half { low = time }
        if high == nil, exp(-exp(log(-logarithm) + spread)) <= Self.half { high = time }
    }
}
