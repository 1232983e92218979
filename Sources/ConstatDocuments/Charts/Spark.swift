import ConstatModel

/// The steps of a figure as a thin line, the last one marked, a dashed target.
struct Spark {
    let steps: Steps

    func svg() -> String {
        let values = steps.measurements.map(\.value)
        let known = values.compactMap(\.self)
        guard known.count > 1, let low = known.min(), let high = known.max() else { return "" }
        let (width, height) = (168.0, 44.0)
        let bottom = min(low, steps.target ?? low)
        let span = max(max(high, steps.target ?? high) - bottom, 1e-9)
        func y(_ value: Double) -> Double { 6 + (height - 12) * (1 - (value - bottom) / span) }
        func x(_ step: Int) -> Double { 4 + (width - 8) * Double(step) / Double(values.count - 1) }
        var parts: [String] = []
        if let target = steps.target { parts.append(SVG.line(0, y(target), width, y(target), "target")) }
        for run in steps.runs { parts.append(SVG.path(run.map { (x($0), y(values[$0] ?? 0)) }, "line")) }
        if let last = values.last ?? nil { parts.append(SVG.dot(x(values.count - 1), y(last), 3.2, "dot now")) }
        return SVG.picture(width: width, height: height, title: steps.title, description: steps.description, parts)
    }
}
