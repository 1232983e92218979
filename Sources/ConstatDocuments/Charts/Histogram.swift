import ConstatMetrics
import ConstatModel

/// How many took how long: bars between round durations, the one with the median dark, a dashed target.
struct Histogram {
    let title: String
    let distribution: Distribution
    let median: Double?
    let target: Double?
    let language: Language

    /// The ends of bins that are named below the axis, by their index in `Distribution.ends`.
    private static let named = [0, 3, 6, 8, 10]

    func svg() -> String {
        let (width, height, left, top, bottom) = (264.0, 150.0, 4.0, 22.0, 20.0)
        let plot = height - top - bottom
        let slot = (width - left * 2) / Double(distribution.counts.count)
        let most = distribution.counts.max() ?? 0
        let middle = median.map { Distribution.bin(of: Int64($0)) }
        var parts = [SVG.text(left, 11, "ax", Figure.count(most))]
        for (bin, count) in distribution.counts.enumerated() where count > 0 {
            let length = max(plot * Double(count) / Double(max(most, 1)), 1)
            let x = left + slot * Double(bin) + 1
            parts.append(
                SVG.rect(
                    x, top + plot - length, slot - 2, length, bin == middle ? "acc" : "s2", language.pair(label(bin), Figure.count(count))))
        }
        parts.append(SVG.line(left, top + plot, width - left, top + plot, "axis"))
        if let target {
            let x = left + slot * place(of: target)
            parts.append(SVG.line(x, top - 4, x, top + plot, "target"))
        }
        for index in Self.named {
            parts.append(
                SVG.text(left + slot * Double(index + 1), height - 5, "ax m", Figure.duration(Distribution.ends[index], language)))
        }
        return SVG.picture(width: width, height: height, title: title, description: description, parts)
    }

    private var description: String {
        let bins = distribution.counts.enumerated().filter { $0.element > 0 }
        return language.enumerated(bins.map { language.pair(label($0.offset), Figure.count($0.element)) })
    }

    /// `15 min – 30 min`, and so on.
    func label(_ bin: Int) -> String {
        let ends = Distribution.ends
        if bin == 0 { return "< " + Figure.duration(ends[0], language) }
        if bin == ends.count { return "≥ " + Figure.duration(ends[bin - 1], language) }
        return "\(Figure.duration(ends[bin - 1], language)) – \(Figure.duration(ends[bin], language))"
    }

    /// Where a duration lies, in bins from the left.
    private func place(of value: Double) -> Double {
        let bin = Distribution.bin(of: Int64(value))
        let low = bin == 0 ? 0 : Double(Distribution.ends[bin - 1])
        guard bin < Distribution.ends.count else { return Double(bin) + 0.5 }
        return Double(bin) + (value - low) / (Double(Distribution.ends[bin]) - low)
    }
}
