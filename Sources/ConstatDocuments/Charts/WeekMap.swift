import ConstatMetrics
import ConstatModel

/// Alerts by weekday and hour, the more the darker; hatched where nobody covered.
struct WeekMap {
    let title: String
    let grid: WeekGrid
    /// From Monday to Sunday, short.
    let days: [String]
    let language: Language
    let hour: (Int) -> String

    func svg() -> String {
        let (left, pitchX, pitchY, top) = (40.0, 21.5, 21.0, 2.0)
        let most = grid.counts.flatMap(\.self).max() ?? 0
        var parts: [String] = []
        for (day, hours) in grid.counts.enumerated() {
            let y = top + Double(day) * pitchY
            parts.append(SVG.text(left - 8, y + 14, "ax r", days[day]))
            for (hour, count) in hours.enumerated() {
                let x = left + Double(hour) * pitchX
                let hint = language.pair("\(days[day]) \(self.hour(hour))", Figure.count(count))
                parts.append(SVG.rect(x, y, pitchX - 2, pitchY - 2, "h\(Self.shade(count, of: most))", hint))
                if (grid.uncovered?[day][hour] ?? 0) > 0 {
                    parts.append(SVG.line(x + 2, y + pitchY - 4, x + pitchX - 4, y + 2, "hatch"))
                }
            }
        }
        for hour in [0, 6, 12, 18, 23] {
            parts.append(SVG.text(left + (Double(hour) + 0.5) * pitchX, top + 7 * pitchY + 14, "ax m", self.hour(hour)))
        }
        return SVG.picture(width: left + 24 * pitchX + 4, height: top + 7 * pitchY + 20, title: title, description: description, parts)
    }

    private var description: String {
        language.enumerated(zip(days, grid.counts).map { language.pair($0, Figure.count($1.reduce(0, +))) })
    }

    /// 0 for none, 1 to 6 for the more.
    static func shade(_ count: Int, of most: Int) -> Int { count == 0 ? 0 : min(6, 1 + count * 6 / (most + 1)) }
}
