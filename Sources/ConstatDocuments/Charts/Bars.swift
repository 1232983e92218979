import ConstatModel

/// Horizontal bars, one a row, each stacked by series; values behind them.
struct Bars {
    struct Row {
        let label: String
        let parts: [(style: String, count: Int, hint: String)]
        let value: String

        var total: Int { parts.reduce(0) { $0 + $1.count } }
    }

    let title: String
    let rows: [Row]
    let language: Language
    /// What the colours of stacked parts mean; none for bars of one colour.
    var legend: [(style: String, label: String)] = []

    func svg() -> String {
        let (width, left, right, pitch) = (560.0, 206.0, 116.0, 30.0)
        let most = Double(max(rows.map(\.total).max() ?? 1, 1))
        var parts: [String] = []
        for (index, row) in rows.enumerated() {
            let y = Double(index) * pitch + 6
            parts.append(SVG.text(left - 10, y + 14, "lab r", row.label.count > 29 ? row.label.prefix(28) + "…" : row.label))
            var x = left
            for part in row.parts where part.count > 0 {
                let length = (width - left - right) * Double(part.count) / most
                parts.append(SVG.rect(x, y, max(length, 1), 19, part.style, part.hint))
                x += max(length, 1)
            }
            parts.append(SVG.text(x + 8, y + 14, "lab", row.value))
        }
        parts += legendParts(left, Double(rows.count) * pitch + 8)
        let description = language.enumerated(rows.map { language.pair($0.label, $0.value) })
        return SVG.picture(
            width: width, height: Double(rows.count) * pitch + (legend.isEmpty ? 6 : 24), title: title, description: description, parts)
    }

    /// Side by side, as far apart as their words are long.
    private func legendParts(_ left: Double, _ y: Double) -> [String] {
        var x = left
        return legend.flatMap { style, label in
            defer { x += 26 + Double(label.count) * 6.2 }
            return [SVG.rect(x, y + 4, 9, 9, style), SVG.text(x + 13, y + 12, "ax", label)]
        }
    }
}
