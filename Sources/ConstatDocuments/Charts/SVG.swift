import ConstatModel

/// Small pieces of SVG. Coordinates have one decimal; texts are escaped.
enum SVG {
    static func number(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e9 else { return "0" }
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }

    static func text(_ x: Double, _ y: Double, _ style: String, _ text: String) -> String {
        "<text x=\"\(number(x))\" y=\"\(number(y))\" class=\"\(style)\">\(escaped(text))</text>"
    }

    static func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String, _ title: String = "") -> String {
        let hint = title.isEmpty ? "" : "<title>\(escaped(title))</title>"
        return
            "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" height=\"\(number(height))\" class=\"\(style)\">\(hint)</rect>"
    }

    static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) -> String {
        "<line x1=\"\(number(x1))\" y1=\"\(number(y1))\" x2=\"\(number(x2))\" y2=\"\(number(y2))\" class=\"\(style)\"/>"
    }

    static func dot(_ x: Double, _ y: Double, _ radius: Double, _ style: String) -> String {
        "<circle cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"\(number(radius))\" class=\"\(style)\"/>"
    }

    static func path(_ points: [(x: Double, y: Double)], _ style: String) -> String {
        let steps = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
        return "<polyline points=\"\(steps)\" class=\"\(style)\"/>"
    }

    static func area(_ points: [(x: Double, y: Double)], _ style: String) -> String {
        let steps = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
        return "<polygon points=\"\(steps)\" class=\"\(style)\"/>"
    }

    /// A whole picture with a title and a description for those who do not see it.
    static func picture(width: Double, height: Double, title: String, description: String, _ parts: [String]) -> String {
        "<svg viewBox=\"0 0 \(number(width)) \(number(height))\" role=\"img\"><title>\(escaped(title))</title><desc>\(escaped(description))</desc>"
            + parts.joined() + "</svg>"
    }

    /// A round number not below the largest value, and the step between its marks.
    static func scale(_ largest: Double) -> (top: Double, step: Double) {
        guard largest > 5 else { return (max(largest, 1), 1) }
        var unit = 1.0
        while unit * 10 <= largest { unit *= 10 }
        while unit > largest { unit /= 10 }
        let step = [0.2, 0.5, 1, 2, 5].map { $0 * unit }.first { largest / $0 <= 5 } ?? unit
        return ((largest / step).rounded(.up) * step, step)
    }
}
