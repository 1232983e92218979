/// The records of a table, in the order of time, part by part.
public struct PackRows {
    /// How many there are.
    public let count: Int
    /// The next ones; nil after the last.
    public let next: () throws -> PackPart?

    public init(count: Int, next: @escaping () throws -> PackPart?) { (self.count, self.next) = (count, next) }
}
