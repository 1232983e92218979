import ConstatModel

/// Counts step by step, stacked by series; the last step full, the ones before pale, its values beside it.
struct StackedColumns {
    struct Series {
        let label: String
        /// `s0` (palest) to `s4`.
        let style: String
        let counts: [Int]
    }

    let title: String
    let labels: [String]
    let series: [Series]
    /// Steps of which nothing is known.
    let unknown: Set<Int>
    let language: Language

    func svg() -> String {
        let (width, height, left, right, top, bottom) = (1_080.0, 250.0, 48.0, 160.0, 12.0, 26.0)
        let totals = labels.indices.map { step in series.reduce(0) { $0 + $1.counts[step] } }
        let (most, distance) = SVG.scale(Double(totals.max() ?? 0))
        let plot = height - top - bottom
        func y(_ value: Double) -> Double { top + plot * (1 - value / most) }
        var parts: [String] = []
        for mark in stride(from: 0, through: most, by: distance) {
            parts.append(SVG.line(left, y(mark), width - right, y(mark), mark == 0 ? "axis" : "grid"))
            parts.append(SVG.text(left - 8, y(mark) + 4, "ax r", Figure.count(Int(mark))))
        }
        let slot = (width - left - right) / Double(max(labels.count, 1))
        for step in labels.indices {
            let isLast = step == labels.count - 1
            let x = left + slot * Double(step) + slot * 0.17
            var base = 0.0
            for part in series where part.counts[step] > 0 {
                let value = Double(part.counts[step])
                parts.append(
                    SVG.rect(
                        x, y(base + value), slot * 0.66, plot * value / most, isLast ? part.style : "\(part.style) past",
                        language.pair("\(labels[step]), \(part.label)", Figure.count(part.counts[step]))))
                base += value
            }
            // As many are named as have room.
            if (labels.count - 1 - step) % max(1, Int((58 / slot).rounded(.up))) == 0 {
                parts.append(SVG.text(x + slot * 0.33, height - 8, isLast ? "ax m now" : "ax m", labels[step]))
            }
        }
        parts += legend(x: width - right + 10, y)
        let description = language.enumerated(
            labels.indices.map { language.pair(labels[$0], unknown.contains($0) ? Figure.nothing : Figure.count(totals[$0])) })
        return SVG.picture(width: width, height: height, title: title, description: description, parts)
    }

    /// Every series by its name, beside the last column, with its value there; moved apart where they would touch.
    private func legend(x: Double, _ y: (Double) -> Double) -> [String] {
        var base = 0.0
        var lowest = Double.infinity
        return series.filter { $0.counts.contains { $0 > 0 } }.map { part in
            let value = part.counts.last ?? 0
            let middle = min(y(base + Double(value) / 2) + 4, lowest - 15)
            lowest = middle
            base += Double(value)
            return SVG.rect(x, middle - 8, 8, 8, part.style)
                + SVG.text(x + 13, middle, "lab \(part.style)t", "\(Self.short(part.label)) \(Figure.count(value))")
        }
    }

    /// What fits beside the columns; the table has the whole name.
    private static func short(_ label: String) -> String { label.count > 17 ? label.prefix(16) + "…" : label }
}
