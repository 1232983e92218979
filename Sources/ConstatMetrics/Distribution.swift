import ConstatModel

/// How many values lie between round durations.
public struct Distribution: Sendable {
    /// The upper ends of all bins but the last, in milliseconds, not included.
    public static let ends: [Int64] =
        [1, 5, 15, 30].map { $0 * Instant.minute } + [1, 2, 4, 8, 24].map { $0 * Instant.hour } + [2, 7, 30].map { $0 * Instant.day }
    /// One more than there are ends.
    public private(set) var counts = [Int](repeating: 0, count: Self.ends.count + 1)

    /// Of no values yet.
    public init() {}

    /// Counts a value in milliseconds.
    public mutating func add(_ value: Int64) { counts[Self.bin(of: value)] += 1 }

    /// The bin that a value lies in.
    public static func bin(of value: Int64) -> Int { ends.firstIndex { value < $0 } ?? ends.count }
}
