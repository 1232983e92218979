import ConstatMetrics
import ConstatModel

/// ATT&CK techniques below their tactics: the more alerts the darker, a bar at the left where a rule watches.
struct TechniqueMap {
    struct Column {
        let name: String
        let techniques: [TechniqueState]
    }

    /// Cells of a column; what is more is counted in a last one.
    static let most = 18

    let title: String
    let columns: [Column]
    let language: Language
    let more: (Int) -> String

    func svg() -> String {
        let pitch = 20.0
        let width = 1_080.0
        let slot = width / Double(max(columns.count, 1))
        let alerts = columns.flatMap(\.techniques).map(\.alerts).max() ?? 0
        var parts: [String] = []
        for (index, column) in columns.enumerated() {
            let x = slot * Double(index)
            for (line, words) in Self.lines(column.name, slot).enumerated() {
                parts.append(SVG.text(x + 1, 11 + Double(line) * 13, "ax", words))
            }
            for (row, technique) in column.techniques.prefix(Self.most).enumerated() {
                parts += cell(technique, x, 34 + Double(row) * pitch, slot - 3, alerts)
            }
            let rest = column.techniques.count - Self.most
            if rest > 0 { parts.append(SVG.text(x + 8, 34 + Double(Self.most) * pitch + 14, "ax", more(rest))) }
        }
        let rows = columns.map { min($0.techniques.count, Self.most + 1) }.max() ?? 0
        let covered = columns.map {
            language.pair($0.name.replacing("\u{AD}", with: ""), "\($0.techniques.count(where: \.isCovered)) / \($0.techniques.count)")
        }
        return SVG.picture(
            width: width, height: 36 + Double(rows) * pitch, title: title, description: language.enumerated(covered), parts)
    }

    private func cell(_ technique: TechniqueState, _ x: Double, _ y: Double, _ width: Double, _ most: Int) -> [String] {
        let hint = language.pair("\(technique.id) \(technique.name)", Figure.count(technique.alerts))
        var parts = [SVG.rect(x, y, width, 18, "h\(WeekMap.shade(technique.alerts, of: most))", hint)]
        if technique.rules > 0 { parts.append(SVG.rect(x, y, 4, 18, technique.isCovered ? "acc" : "barpart")) }
        parts.append(SVG.text(x + 8, y + 13.5, technique.rules > 0 || technique.alerts > 0 ? "cell" : "cell faint", technique.id))
        return parts
    }

    /// A name on two lines at most, as far as it fits.
    private static func lines(_ name: String, _ width: Double) -> [String] {
        let room = Int(width / 6.2)
        var lines = [""]
        for word in name.split(separator: " ").map(String.init) {
            let plain = word.replacing("\u{AD}", with: "")
            let longer = lines[lines.count - 1].isEmpty ? plain : lines[lines.count - 1] + " " + plain
            if longer.count <= room {
                lines[lines.count - 1] = longer
            } else if lines[lines.count - 1].isEmpty, word.contains("\u{AD}") {
                let halves = word.split(separator: "\u{AD}", maxSplits: 1).map(String.init)
                lines = [halves[0] + "-", halves[1]]
            } else if lines[lines.count - 1].isEmpty {
                lines[lines.count - 1] = plain
            } else {
                lines.append(plain)
            }
        }
        return lines.prefix(2).map { $0.count > room ? $0.prefix(max(room - 1, 1)) + "…" : $0 }
    }
}
