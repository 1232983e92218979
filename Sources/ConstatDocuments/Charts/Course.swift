import ConstatModel

/// The course of an incident: what happened when, at even distances with the time between, and the legal clocks below it.
struct Course {
    struct Point {
        let instant: Instant
        let name: String
        let time: String
    }

    struct Lane {
        let name: String
        let text: String
        let from: Instant
        let to: Instant
        /// When it was sent, and whether in time.
        let sent: (at: Instant, isLate: Bool)?
    }

    let title: String
    /// In order of time, no two at one instant.
    let points: [Point]
    let lanes: [Lane]
    let language: Language

    private static let (width, left, right, axis, pitch) = (1_080.0, 100.0, 1_060.0, 52.0, 34.0)

    func svg() -> String {
        var parts = [SVG.line(Self.left, Self.axis, Self.right, Self.axis, "axis")]
        for (index, point) in points.enumerated() { parts += mark(index, point) }
        for (index, pair) in zip(points, points.dropFirst()).enumerated() {
            let between = Figure.duration(pair.1.instant.milliseconds - pair.0.instant.milliseconds, language)
            // Where points stand close, the time between is read from the table.
            if step >= 62 { parts.append(SVG.text(x(index) + step / 2, Self.axis - 6, "ax m", between)) }
        }
        for (index, lane) in lanes.enumerated() { parts += bar(lane, Self.axis + 62 + Double(index) * Self.pitch) }
        let height = Self.axis + 50 + Double(lanes.count) * Self.pitch
        let description = points.map { language.pair($0.name, $0.time) } + lanes.map { "\($0.name), \($0.text)" }
        return SVG.picture(width: Self.width, height: height, title: title, description: language.enumerated(description), parts)
    }

    private var step: Double { points.count > 1 ? (Self.right - Self.left) / Double(points.count - 1) : 0 }
    private func x(_ index: Int) -> Double { Self.left + step * Double(index) }

    /// Names stand above and below by turns.
    private func mark(_ index: Int, _ point: Point) -> [String] {
        let isAbove = index % 2 == 0
        let anchor = index == 0 ? "" : index == points.count - 1 ? " r" : " m"
        let y = isAbove ? Self.axis - 34 : Self.axis + 22
        return [
            SVG.line(x(index), Self.axis, x(index), isAbove ? Self.axis - 16 : Self.axis + 10, "grid"),
            SVG.dot(x(index), Self.axis, 4, "dot now"), SVG.text(x(index), y, "lab b\(anchor)", point.name),
            SVG.text(x(index), y + 13, "ax\(anchor)", point.time),
        ]
    }

    private func bar(_ lane: Lane, _ y: Double) -> [String] {
        let (from, to) = (place(of: lane.from), max(place(of: lane.to), place(of: lane.from) + 2))
        var parts = [SVG.text(0, y + 4, "lab b", lane.name), SVG.line(from, y, to, y, "clock")]
        if let sent = lane.sent { parts.append(SVG.dot(place(of: sent.at), y, 4, sent.isLate ? "late" : "intime")) }
        let isRight = (from + to) / 2 > Self.width * 0.55
        parts.append(SVG.text(isRight ? min(to, Self.right) : from, y - 8, isRight ? "ax r" : "ax", lane.text))
        return parts
    }

    /// Where an instant lies between the points before and after it.
    private func place(of instant: Instant) -> Double {
        guard let first = points.first, let last = points.last, instant > first.instant else { return Self.left }
        guard instant < last.instant, let next = points.firstIndex(where: { $0.instant > instant }) else { return Self.right }
        let (before, after) = (points[next - 1].instant.milliseconds, points[next].instant.milliseconds)
        return x(next - 1) + step * Double(instant.milliseconds - before) / Double(max(after - before, 1))
    }
}
