/// A measurement as it was when its month was frozen, with the digest of what it rests on.
public struct FrozenMeasurement: Hashable, Sendable, Codable {
    public let measurement: Measurement
    /// SHA-256 over the records it looked at, and those that say something of them.
    public let basis: String

    public init(_ measurement: Measurement, basis: String) { (self.measurement, self.basis) = (measurement, basis) }
}
