import ConstatModel

/// A share or number over time: a line from zero up, the 95 % interval around it, a dashed target. A small multiple.
struct LinePanel {
    let steps: Steps

    private var measurements: [Measurement] { steps.measurements }

    private static let (width, height, left, top, bottom) = (264.0, 150.0, 4.0, 22.0, 20.0)

    func svg() -> String {
        let values = measurements.flatMap { [$0.value, $0.shownInterval?.upperBound].compactMap(\.self) }
        let lows = measurements.flatMap { [$0.value, $0.shownInterval?.lowerBound].compactMap(\.self) }
        let high = max(values.max() ?? 0, steps.target ?? 0, 0)
        let low = min(lows.min() ?? 0, 0)
        let span = max(high - low, 1e-9) * 1.05
        let plot = Self.height - Self.top - Self.bottom
        func y(_ value: Double) -> Double { Self.top + plot * (1 - (value - low) / span) }
        let slot = (Self.width - Self.left * 2) / Double(max(measurements.count, 1))
        func x(_ step: Int) -> Double { Self.left + slot * (Double(step) + 0.5) }
        var parts: [String] = []
        for run in steps.runs { parts += band(run, x, y) }
        parts.append(SVG.line(Self.left, y(0), Self.width - Self.left, y(0), "axis"))
        parts.append(SVG.text(Self.left, 11, "ax", values.max().map { written($0) } ?? Figure.nothing))
        if let target = steps.target { parts.append(SVG.line(Self.left, y(target), Self.width - Self.left, y(target), "target")) }
        for run in steps.runs { parts.append(SVG.path(run.map { (x($0), y(measurements[$0].value ?? 0)) }, "line")) }
        parts += marks(x, y)
        return SVG.picture(width: Self.width, height: Self.height, title: steps.title, description: steps.description, parts)
    }

    private func marks(_ x: (Int) -> Double, _ y: (Double) -> Double) -> [String] {
        measurements.enumerated().flatMap { step, measurement in
            let now = step == measurements.count - 1
            var parts: [String] = []
            if let value = measurement.value {
                parts.append(SVG.dot(x(step), y(value), now ? 3.6 : 2, now ? "dot now" : "dot"))
            }
            if steps.isNamed(step) {
                parts.append(SVG.text(x(step), Self.height - 5, now ? "ax m now" : "ax m", steps.labels[step]))
            }
            return parts
        }
    }

    private func written(_ value: Double) -> String {
        Figure.level(value, measurements.last?.unit ?? .count, steps.language)
    }

    private func band(_ run: [Int], _ x: (Int) -> Double, _ y: (Double) -> Double) -> [String] {
        let inside = run.filter { measurements[$0].shownInterval != nil }
        guard inside.count > 1 else { return [] }
        let upper = inside.map { (x($0), y(measurements[$0].shownInterval?.upperBound ?? 0)) }
        let lower = inside.reversed().map { (x($0), y(measurements[$0].shownInterval?.lowerBound ?? 0)) }
        return [SVG.area(upper + lower, "band")]
    }
}
