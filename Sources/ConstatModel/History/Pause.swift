/// A stretch in which a record waited for somebody else.
public struct Pause: Hashable, Sendable {
    /// When it began to wait.
    public let from: Instant
    /// When it went on; nil while it waits.
    public let to: Instant?

    public init(from: Instant, to: Instant?) { (self.from, self.to) = (from, to) }

    /// Some in one text: `1730000000000-1730003600000 1730010000000-`, in milliseconds.
    static func text(_ pauses: [Pause]) -> String {
        pauses.map { "\($0.from.milliseconds)-\($0.to.map { "\($0.milliseconds)" } ?? "")" }.joined(separator: " ")
    }

    /// Reads what `text` wrote; what it did not write is passed over.
    public static func read(_ text: String) -> [Pause] {
        text.split(separator: " ").compactMap { word in
            let parts = word.split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 2, let from = Int64(parts[0]) else { return nil }
            return Pause(from: Instant(milliseconds: from), to: Int64(parts[1]).map(Instant.init(milliseconds:)))
        }
    }
}

extension Record {
    /// Milliseconds it waited for somebody else, as far as that is over; nil when its source tells no history.
    public var paused: Int64? {
        pauses.map { pauses in
            pauses.reduce(0) { sum, pause in sum + (pause.to.map { $0.milliseconds - pause.from.milliseconds } ?? 0) }
        }
    }
}
