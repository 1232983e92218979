import Foundation

/// A regular expression with one group. Foundation's engine counts its steps: one that does not come to an end is given up after
/// about a second, on every machine at the same step, and holds no match.
struct Match: @unchecked Sendable {
    /// Longer texts hold no match either: some expressions take time by the square of it.
    private static let longest = 4_096

    private let pattern: NSRegularExpression
    let text: String

    init?(_ text: String) {
        guard let pattern = try? NSRegularExpression(pattern: text) else { return nil }
        (self.pattern, self.text) = (pattern, text)
    }

    /// What the group holds; the whole match where there is no group; nil without a match.
    func group(in text: String) -> String? {
        guard text.utf8.count <= Self.longest,
            let found = pattern.firstMatch(in: text, range: NSRange(text.startIndex..<text.endIndex, in: text)),
            let range = Range(found.range(at: min(1, pattern.numberOfCaptureGroups)), in: text)
        else { return nil }
        return String(text[range])
    }
}
