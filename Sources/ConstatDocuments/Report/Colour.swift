import Foundation

/// A colour for the present in charts, of an organisation's own.
public struct Colour: Hashable, Sendable {
    private let parts: [Double]

    /// Nil for anything but `#1f5b9e`.
    public init?(_ text: String) {
        guard text.utf8.count == 7, text.hasPrefix("#"), text.dropFirst().allSatisfy(\.isHexDigit),
            let number = Int(text.dropFirst(), radix: 16)
        else { return nil }
        parts = [number >> 16, number >> 8 & 255, number & 255].map { Double($0) / 255 }
    }

    private init(parts: [Double]) { self.parts = parts }

    /// On paper and in the dark: no more changed than it takes to be read there.
    public var pair: (light: String, dark: String) {
        (readable(on: Self.paper, towards: 0).text, readable(on: Self.night, towards: 1).text)
    }

    /// The grounds of our pages.
    private static let paper = Colour(parts: [0.969, 0.976, 0.98])
    private static let night = Colour(parts: [0.102, 0.118, 0.133])
    /// What WCAG 2 asks of text, AA.
    private static let least = 4.5

    private func readable(on ground: Colour, towards end: Double) -> Colour {
        (0...20).lazy.map { mixed(with: end, Double($0) / 20) }.first { $0.contrast(with: ground) >= Self.least } ?? mixed(with: end, 1)
    }

    private func mixed(with end: Double, _ share: Double) -> Colour {
        Colour(parts: parts.map { (($0 + (end - $0) * share) * 255).rounded() / 255 })
    }

    /// By WCAG 2: from 1 to 21.
    func contrast(with other: Colour) -> Double {
        let pair = [luminance, other.luminance].sorted()
        return (pair[1] + 0.05) / (pair[0] + 0.05)
    }

    private var luminance: Double {
        let linear = parts.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    private var text: String {
        "#"
            + parts.map { part in
                let digits = String(Int((part * 255).rounded()), radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }.joined()
    }
}
