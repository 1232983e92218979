import ConstatModel

/// One duration over time: a dot for the median, a bar up to P90, a dashed target. A small multiple.
struct RangePanel {
    let steps: Steps

    func svg() -> String {
        let (width, height, left, top, bottom) = (264.0, 150.0, 4.0, 22.0, 20.0)
        let values = steps.measurements.flatMap { [$0.shown.median, $0.shown.p90.map(Double.init)].compactMap(\.self) }
        let most = max(values.max() ?? 0, steps.target ?? 0, 1) * 1.05
        let plot = height - top - bottom
        func y(_ value: Double) -> Double { top + plot * (1 - value / most) }
        let slot = (width - left * 2) / Double(max(steps.measurements.count, 1))
        var parts = [SVG.line(left, y(0), width - left, y(0), "axis")]
        parts.append(SVG.text(left, 11, "ax", values.max().map { Figure.duration($0, steps.language) } ?? Figure.nothing))
        if let target = steps.target { parts.append(SVG.line(left, y(target), width - left, y(target), "target")) }
        for (step, measurement) in steps.measurements.enumerated() {
            let x = left + slot * (Double(step) + 0.5)
            let now = step == steps.measurements.count - 1 ? " now" : ""
            if let median = measurement.shown.median {
                if let p90 = measurement.shown.p90 { parts.append(SVG.line(x, y(median), x, y(Double(p90)), "whisk\(now)")) }
                parts.append(SVG.dot(x, y(median), now.isEmpty ? 2.6 : 3.6, "dot\(now)"))
            }
            if steps.isNamed(step) { parts.append(SVG.text(x, height - 5, "ax m\(now)", steps.labels[step])) }
        }
        return SVG.picture(width: width, height: height, title: steps.title, description: steps.description, parts)
    }
}
