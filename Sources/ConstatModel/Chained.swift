/// One of a series in which each holds the hash of the one before, so that none can be changed or taken out unseen.
public protocol Chained {
    /// Counted from 1.
    var number: Int { get }
    /// The hash of the one before; empty for the first.
    var previousHash: String { get }
    /// The hash as stored.
    var hash: String { get }
    /// The hash of the content and of the hash before it.
    var computedHash: String { get }
}

extension Receipt: Chained {}

extension Purge: Chained {}

extension Sequence where Element: Chained {
    /// The number of the first whose hash does not follow from its content and the hash before it; nil when the chain holds.
    public var brokenLink: Int? {
        var previous = ""
        for link in self {
            if link.previousHash != previous || link.computedHash != link.hash { return link.number }
            previous = link.hash
        }
        return nil
    }
}
