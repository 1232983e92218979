/// Many values in blocks: a long list grows without leaving room for as many again.
struct ValueBlocks {
    private static let size = 8_192

    private var full: [[Int64]] = []
    private var last: [Int64] = []

    var count: Int { full.count * Self.size + last.count }

    mutating func append(_ value: Int64) {
        last.append(value)
        guard last.count == Self.size else { return }
        full.append(last)
        last = []
        last.reserveCapacity(Self.size)
    }

    /// All of them in rising order.
    var sorted: [Int64] {
        var all: [Int64] = []
        all.reserveCapacity(count)
        for block in full { all.append(contentsOf: block) }
        all.append(contentsOf: last)
        all.sortByDigits()
        return all
    }
}
